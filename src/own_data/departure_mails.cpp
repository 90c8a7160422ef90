#include "core/json.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "core/text/when.hpp"
#include "own_data/departure.hpp"

namespace own_data {
namespace {

struct Departure {
  std::string first_name;
  pg::Time leaves_at;
};
const pg::Statement<Departure(MemberId)> departure{"mail.own_data.departure", "select * from departure_for_mail($1)"};
struct Event {
  std::string title;
  pg::Time starts_at;
  std::string time_zone;
  bool all_day;
};
const pg::Statement<Event(EventId)> event_of_mine{"mail.own_data.event",
                                                  "select title, starts_at, time_zone, all_day from event where id = "
                                                  "$1 and creator_id = (select viewer_id()) and state = 'published'"};
const pg::Statement<std::string(SpaceId)> space_name{"mail.own_data.space", "select name from space where id = $1"};

std::optional<mail::Message> compose_leaving(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const MemberId member(row.subject_id.value_or(0));
  const auto going = database.maybe(departure, member);
  if (!going) return std::nullopt;
  const auto day = french::long_day(paris::day(std::chrono::floor<std::chrono::seconds>(going->leaves_at)));
  auto message = mail::letter(
      "Ton compte sera effacé le " + day,
      {.title = "Bonjour " + going->first_name,
       .parts = {mail::Words{
                     "Tu as demandé à supprimer ton compte. Plus personne ne t’y voit, et tu ne recevras plus de "
                     "courriels de la coopol.\n\nLe " +
                     day + ", tout ce qui te concerne sera effacé pour de bon. D’ici là, tu peux changer d’avis."},
                 mail::Buttons{{{"Garder mon compte", keep_link(settings, member, going->leaves_at)}}},
                 mail::Small{"Si ce n’était pas toi, garde ton compte, puis change tout de suite de mot de passe : "
                             "quelqu’un d’autre le connaît."}},
       .why = "Tu reçois ce courriel parce qu’il touche à l’existence de ton compte."},
      settings);
  message.to_name = going->first_name;
  return message;
}

std::optional<mail::Message> compose_gone(pg::Connection&, const mail::Row& row, const Settings& settings) {
  const auto first_name = json::Object(row.detail).text("first_name").value_or("");
  auto message = mail::letter(
      "Ton compte est effacé",
      {.title = "Au revoir " + first_name,
       .parts =
           {mail::Words{"Comme tu l’as demandé, ton compte et tes données sont effacés. Ce que tu as écrit à d’autres "
                        "reste pour eux, sous « Membre parti ».\n\nMerci d’avoir été là. Si un jour tu veux revenir, "
                        "la porte est ouverte : il suffira de t’inscrire à nouveau."},
            mail::Small{
                "C’est le dernier courriel que tu reçois de la coopol. Ton adresse est oubliée dès qu’il est parti."}},
       .why = "Tu reçois ce courriel parce que tu as demandé à partir."},
      settings);
  message.to_name = first_name;
  return message;
}

std::optional<mail::Message> compose_yours(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value_or(MemberId()));
  const auto event = batch.maybe(event_of_mine, EventId(row.subject_id.value_or(0)));
  database.send(batch);
  if (!*event) return std::nullopt;
  const auto when = french::moment(french::when(**event));
  return mail::letter(
      "C’est à toi : " + (*event)->title,
      {.title = (*event)->title,
       .parts = {mail::Words{"La personne qui organisait cet événement quitte la coopol. Comme il est annoncé dans ta "
                             "section, il te revient : tu peux le tenir, le confier, le changer ou l’annuler."},
                 mail::Facts{{{"Quand", when}}},
                 mail::Buttons{
                     {{"Voir l’événement", mail::link(settings, "/evenements/" + std::to_string(*row.subject_id))}}}},
       .why = "Tu reçois ce courriel parce que tu es secrétaire de cette section."},
      settings);
}

std::optional<mail::Message> compose_no_secretary(pg::Connection& database, const mail::Row& row,
                                                  const Settings& settings) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value_or(MemberId()));
  const auto name = batch.maybe(space_name, SpaceId(row.subject_id.value_or(0)));
  database.send(batch);
  if (!*name) return std::nullopt;
  return mail::letter(
      "Plus de secrétaire : " + **name,
      {.title = **name,
       .parts =
           {mail::Words{"La dernière personne qui tenait le secrétariat de cette section quitte la coopol. Personne ne "
                        "peut plus y inviter ni y importer : confie-la à quelqu’un d’autre quand tu le peux."},
            mail::Buttons{{{"Voir la section", mail::link(settings, "/sections/" + std::to_string(*row.subject_id))}}}},
       .why = "Tu reçois ce courriel parce que tu as la charge de cette fédération."},
      settings);
}

}  // namespace

std::vector<mail::Kind> departure_mails() {
  return {{.name = "own_data.leaving", .compose = compose_leaving, .urgent = true},
          {.name = "own_data.gone", .compose = compose_gone},
          {.name = "own_data.event_yours", .compose = compose_yours},
          {.name = "own_data.no_secretary", .compose = compose_no_secretary}};
}

}  // namespace own_data
