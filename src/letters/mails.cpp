#include "letters/mails.hpp"

#include "core/json.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "letters/way_out.hpp"
#include "notifications/link.hpp"
#include "sections/office.hpp"

namespace letters {
namespace {

struct Written {
  std::string subject, body;
  bool answers;
  SpaceId section_id;
  std::string section, zone, sender, sender_address, first_name, last_name, origin;
  std::optional<pg::Date> consented_on;
};
const pg::Statement<Written(std::int64_t, std::optional<MemberId>, std::optional<std::int64_t>,
                            std::optional<std::int64_t>, bool)>
    letter_for_mail{"jobs.letter_for_mail", "select * from letter_for_mail($1, $2, $3, $4, $5)"};
const pg::Statement<bool(SpaceId, pg::Bytes)> refused{"jobs.letters_refused", "select letters_refused($1, $2)"};

std::string section_of(const Written& w) {
  return "la " + sections::section_words_inside(w.section);
}

// The section, where the address comes from, and what a reply does.
std::string why(const Written& w, bool member) {
  if (!w.zone.empty())
    return "Tu reçois ce courriel parce que tu es dans la zone " + french::quoted(w.zone) + " de " + section_of(w) +
           ". " + w.sender + " ne voit ni ton nom ni ton adresse, sauf si tu choisis de lui répondre.";
  if (member) return "Tu reçois ce courriel parce que tu es membre de " + section_of(w) + ".";
  auto words = "Ce courriel vient de " + section_of(w) + ". Origine de cette adresse\u00a0: ";
  words += w.origin.empty() ? "le fichier des membres de la section" : w.origin;
  if (w.consented_on) words += ", le " + french::long_day(*w.consented_on);
  return words + '.';
}

std::optional<mail::Message> compose(pg::Connection& database, const mail::Row& row, const Settings& settings,
                                     bool trying) {
  const json::Object detail(row.detail);
  const auto contact = detail.number("contact"), entry = detail.number("entry");
  pg::Batch batch;
  const auto found = batch.maybe(letter_for_mail, row.subject_id.value_or(0), row.member, contact, entry, trying);
  database.send(batch);
  if (!*found) return std::nullopt;
  const Written& w = **found;
  std::string out = row.member ? notifications::refusal_link(settings, *row.member, notifications::Kind::letter) : "";
  if (!row.member) {
    const auto hash = address_hash(settings, row.address);
    if (database.one(refused, w.section_id, pg::Bytes{hash})) return std::nullopt;
    out = way_out_link(settings, {w.section_id, contact.value_or(0), entry.value_or(0), hash});
  }
  auto message =
      mail::letter(trying ? "[Essai] " + w.subject : w.subject,
                   {.title = w.subject,
                    .parts = {mail::Rich{w.body},
                              mail::Small{w.sender + ", " + (w.zone.empty() ? section_of(w) : "zone " + w.zone)}},
                    .why = why(w, row.member.has_value()),
                    .unsubscribe = out},
                   settings);
  message.from_name = w.sender + " (" + w.section + ')';
  if (w.answers) message.reply_to = w.sender_address;
  if (!row.member) message.to_name = w.first_name + (w.first_name.empty() ? "" : " ") + w.last_name;
  return message;
}

std::optional<mail::Message> compose_letter(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  return compose(database, row, settings, false);
}
std::optional<mail::Message> compose_try(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  return compose(database, row, settings, true);
}

}  // namespace

std::vector<mail::Kind> mails() {
  return {{.name = "letters.letter", .compose = compose_letter},
          {.name = "letters.try", .compose = compose_try, .urgent = true}};
}

}  // namespace letters
