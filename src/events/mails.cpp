#include "events/mails.hpp"

#include <cctype>

#include "core/calendar/recurrence.hpp"
#include "core/jobs/job.hpp"
#include "core/json.hpp"
#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/guest_letter.hpp"
#include "events/hosts.hpp"
#include "ui/kind.hpp"

namespace events {
namespace {

using Composed = std::optional<mail::Message>;

constexpr const char* someone = "Quelqu’un";

std::string author(const GuestMail& mail) {
  return mail.entry.author.value_or(someone);
}

// Whoever invited them: the organiser, somebody of the section’s office, or a coopain who shared it.
std::string host(const GuestMail& mail) {
  return mail.invited.host.value_or(author(mail));
}

bool open(const GuestMail& mail) {
  return mail.entry.state == "published" && !mail.invited.over;
}

std::string why(const GuestMail& mail, const Settings& settings) {
  return "Tu reçois ce courriel parce que " + host(mail) + " t’a invité·e sur " + settings.site_name + ".";
}

Composed compose_invitation(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto mail = look_up(database, row, notifications::Kind::invitation);
  if (!mail || !open(*mail) || mail->invited.answer || !mail->wanted) return std::nullopt;
  const auto& e = mail->entry;
  std::string kind(ui::words(ui::kind_of(mail->invited.kind).value_or(ui::Kind::meeting)).label);
  kind.front() = static_cast<char>(std::tolower(kind.front()));
  mail::Letter letter{
      .title = e.title,
      .parts = {mail::Words{host(*mail) + " t’invite\u00a0: " + kind + "."}},
      .why = why(*mail, settings),
      .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::invitation)};
  if (!mail->invited.invitation_text.empty())
    letter.parts.emplace_back(mail::Quote{mail->invited.invitation_text, author(*mail)});
  letter.parts.emplace_back(facts(e));
  letter.parts.emplace_back(answer_buttons(row, e, settings));
  letter.parts.emplace_back(mail::Small{
      e.series
          ? "Un clic répond pour cette date ; sur la page tu peux répondre pour toutes, et changer d’avis quand tu "
            "veux."
          : "Un clic suffit, et tu peux changer d’avis jusqu’à la fin."});
  if (!e.description.empty()) letter.parts.emplace_back(mail::Words{e.description});
  letter.parts.emplace_back(mail::Words{"Qui vient, et ce qu’on en dit :\n" + page_link(e, settings)});
  auto message = mail::letter(host(*mail) + " t’invite : " + e.title + ", " + when_words(e), letter, settings);
  message.calendar = e.series ? series_part(row, *mail, settings, calendar::Method::request)
                              : calendar_part(row, *mail, settings, calendar::Method::request);
  return message;
}

struct Reminder {
  std::string audience, body;
  std::optional<std::string> sender;
};
const pg::Statement<Reminder(std::int64_t)> find_reminder{"mail.events.reminder",
                                                          R"(select * from event_reminder_for_mail($1))"};

// What was answered since takes the recipient out of the audience, or into another.
bool still_meant(const std::string& audience, const std::optional<std::string>& answer) {
  return audience == "all" || audience == answer.value_or("none");
}

Composed compose_reminder(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto mail = look_up(database, row, notifications::Kind::reminder);
  const auto reminder = database.maybe(find_reminder, json::Object(row.detail).number("reminder").value_or(0));
  if (!mail || !reminder || !open(*mail) || !mail->wanted || !still_meant(reminder->audience, mail->invited.answer))
    return std::nullopt;
  const auto& e = mail->entry;
  const auto sender = reminder->sender.value_or(someone);
  const bool comes = mail->invited.answer == "yes" || mail->invited.answer == "maybe";
  mail::Letter letter{.title = e.title,
                      .parts = {},
                      .why = why(*mail, settings),
                      .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::reminder)};
  letter.parts.emplace_back(mail::Words{comes                   ? "Petit rappel : c’est bientôt."
                                        : !mail->invited.answer ? "Tu n’as pas encore répondu."
                                                                : "Et si tu venais quand même ?"});
  const auto& words = reminder->body.empty() ? mail->invited.invitation_text : reminder->body;
  if (!words.empty()) letter.parts.emplace_back(mail::Quote{words, reminder->body.empty() ? author(*mail) : sender});
  letter.parts.emplace_back(facts(e));
  letter.parts.emplace_back(answer_buttons(row, e, settings));
  letter.parts.emplace_back(mail::Words{"Tout voir :\n" + page_link(e, settings)});
  auto message = mail::letter("Rappel : " + e.title + ", " + when_words(e), letter, settings);
  message.calendar = calendar_part(row, *mail, settings, calendar::Method::request);
  return message;
}

// A change that another one has overtaken is not told: the later mail says it all.
bool overtaken(const mail::Row& row, const Entry& entry) {
  return json::Object(row.detail).number("sequence").value_or(0) < entry.sequence;
}

// «Celui-ci et les suivants», «tous»: one mail tells of them all.
bool of_series(const mail::Row& row, const Entry& entry) {
  return entry.series && json::Object(row.detail).number("series").has_value();
}

Composed compose_change(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto mail = look_up(database, row);
  if (!mail || !open(*mail) || mail->invited.answer == "no" || overtaken(row, mail->entry)) return std::nullopt;
  const auto& e = mail->entry;
  const bool whole = of_series(row, e);
  auto message = mail::letter(
      "Changement : " + e.title + ", " + when_words(e) + (whole ? ", et les suivants" : ""),
      {.title = e.title,
       .parts =
           {mail::Words{
                whole ? "Le moment ou le lieu a changé, pour cette date et les suivantes. Voici ce qui vaut maintenant."
                      : "Le moment ou le lieu a changé. Voici ce qui vaut maintenant."},
            facts(e), mail::Words{"Ça te va toujours ?"}, answer_buttons(row, e, settings),
            mail::Words{"Tout voir :\n" + page_link(e, settings)}},
       .why = why(*mail, settings),
       .unsubscribe = {}},
      settings);
  message.calendar = whole ? series_part(row, *mail, settings, calendar::Method::request)
                           : calendar_part(row, *mail, settings, calendar::Method::request);
  return message;
}

bool goes_on(const Entry& e) {
  const calendar::Local first{std::chrono::seconds(e.series_first)};
  return !calendar::starts({e.rule, first, e.series_zone}, first - std::chrono::seconds(1),
                           first + std::chrono::years(9), 1)
              .empty();
}

Composed compose_cancellation(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto mail = look_up(database, row);
  if (!mail || mail->entry.state != "cancelled" || mail->invited.answer == "no" || mail->invited.over)
    return std::nullopt;
  const auto& e = mail->entry;
  const bool whole = of_series(row, e);
  mail::Letter letter{.title = "Annulé : " + e.title,
                      .parts = {mail::Words{whole ? "Cette date et les suivantes n’auront pas lieu."
                                                  : "Cet événement n’aura pas lieu."}},
                      .why = why(*mail, settings),
                      .unsubscribe = {}};
  if (!mail->invited.cancellation_text.empty())
    letter.parts.emplace_back(mail::Quote{mail->invited.cancellation_text, author(*mail)});
  letter.parts.emplace_back(facts(e));
  auto message =
      mail::letter("Annulé : " + e.title + ", " + when_words(e) + (whole ? ", et les suivants" : ""), letter, settings);
  // What is left of a series stays in calendars, with its new end.
  message.calendar =
      whole ? series_part(row, *mail, settings, goes_on(e) ? calendar::Method::request : calendar::Method::cancel)
            : calendar_part(row, *mail, settings, calendar::Method::cancel);
  return message;
}

// A place that came free was given to whoever had waited longest (E11).
Composed compose_place(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto mail = look_up(database, row);
  if (!mail || !open(*mail) || mail->invited.answer != "yes") return std::nullopt;
  const auto& e = mail->entry;
  auto message = mail::letter(
      "Une place pour toi : " + e.title + ", " + when_words(e),
      {.title = e.title,
       .parts = {mail::Words{"Une place s’est libérée, et c’était ton tour : tu participes. Si "
                             "tu ne peux plus venir, dis-le, quelqu’un d’autre attend "
                             "peut-être."},
                 facts(e), answer_buttons(row, e, settings), mail::Words{"Tout voir :\n" + page_link(e, settings)}},
       .why = "Tu reçois ce courriel parce que tu étais en liste d’attente.",
       .unsubscribe = {}},
      settings);
  message.calendar = calendar_part(row, *mail, settings, calendar::Method::request);
  return message;
}

// The reminder that leaves by itself (E11), unless the event was moved, cancelled or declined meanwhile.
Composed compose_soon(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto mail = look_up(database, row, notifications::Kind::reminder);
  if (!mail || !open(*mail) || !mail->wanted) return std::nullopt;
  const auto& e = mail->entry;
  const json::Object detail(row.detail);
  const auto& answer = mail->invited.answer;
  if (answer != "yes" && answer != "maybe") return std::nullopt;
  if (detail.number("starts_at") != instant(e.starts_at).time_since_epoch().count() || instant(e.starts_at) <= now())
    return std::nullopt;
  const bool eve = detail.text("which") == "eve";
  const auto subject = (eve ? "Demain : " : "C’est bientôt : ") + e.title + ", " + when_words(e);
  mail::Letter letter{.title = e.title,
                      .parts = {mail::Words{answer == "yes" ? "Tu as dit que tu venais : on compte sur toi."
                                                            : "Tu as dit « peut-être » : alors, tu viens ?"},
                                facts(e), answer_buttons(row, e, settings),
                                mail::Words{"Qui vient, et tout le reste :\n" + page_link(e, settings)}},
                      .why = "Tu reçois ce courriel parce que tu as répondu à cet événement.",
                      .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::reminder)};
  return mail::letter(subject, letter, settings);
}

struct GivenAnswer {
  std::optional<std::string> name;
  std::string answer;
  std::int32_t companions;
};
struct Counts {
  std::string title;
  std::int32_t goal, coming, maybe, capacity, waiting;
};
const pg::Statement<Counts(EventId)> answered_event{
    "mail.events.answered",
    "select title, goal, coming, maybe, coalesce(capacity, 0), waiting from event where id = $1 and creator_id = "
    "viewer_id() and state = 'published'"};
// Answers of that quarter of an hour, as they stand now.
const pg::Statement<GivenAnswer(EventId, std::int64_t)> given_answers{"mail.events.answers", R"(
  select m.first_name || ' ' || m.last_name, g.answer, g.companions from event_guest g left join member m on m.id = g.member_id
   where g.event_id = $1 and g.member_id <> viewer_id() and g.answer is not null
     and g.answered_at >= to_timestamp($2::bigint) and g.answered_at < to_timestamp($2::bigint) + interval '15 minutes'
   order by g.answered_at limit 200)"};

std::string line(const GivenAnswer& given) {
  const auto who = given.name.value_or("Quelqu’un");
  const auto with = given.companions > 0 ? ", avec " + french::count(given.companions, "personne", "personnes") : "";
  if (given.answer == "yes") return who + " participe" + with;
  if (given.answer == "maybe") return who + " viendra peut-être";
  if (given.answer == "waiting") return who + " est en liste d’attente" + with;
  return who + " ne participe pas";
}

Composed compose_answers(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const EventId event(row.subject_id.value_or(0));
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value_or(MemberId()));
  const auto counts = batch.maybe(answered_event, event);
  const auto given = batch.all(given_answers, event, json::Object(row.detail).number("since").value_or(0));
  database.send(batch);
  if (!*counts || given->empty()) return std::nullopt;
  const auto& e = **counts;
  std::string lines;
  for (const auto& one : *given) lines += line(one) + ".\n";
  const auto subject = given->size() == 1 ? line(given->front()) + " : " + e.title
                                          : french::count(std::ssize(*given), "réponse", "réponses") + " : " + e.title;
  return mail::letter(subject,
                      {.title = e.title,
                       .parts = {mail::Words{lines},
                                 mail::Words{ui::gauge_words({.coming = e.coming,
                                                              .maybe = e.maybe,
                                                              .goal = e.goal,
                                                              .capacity = e.capacity,
                                                              .waiting = e.waiting}) +
                                             "."},
                                 mail::Buttons{{{"Voir l’événement", mail::link(settings, path(event))}}}},
                       .why = "Tu reçois ce courriel parce que tu organises cet événement.",
                       .unsubscribe = {}},
                      settings);
}

}  // namespace

std::vector<mail::Kind> mails() {
  std::vector<mail::Kind> kinds{{.name = "events.invitation", .compose = compose_invitation},
                                {.name = "events.reminder", .compose = compose_reminder},
                                {.name = "events.change", .compose = compose_change},
                                {.name = "events.cancellation", .compose = compose_cancellation},
                                {.name = "events.place", .compose = compose_place},
                                {.name = "events.soon", .compose = compose_soon},
                                {.name = "events.answer", .compose = compose_answers}};
  for (const auto& kind : host_mails()) kinds.push_back(kind);
  return kinds;
}

}  // namespace events
