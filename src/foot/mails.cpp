#include "foot/mails.hpp"

#include "core/mail/letter.hpp"

namespace foot {
namespace {

using Text = std::string;
struct Left {
  Text kind, body, page;
  std::optional<Text> name, email;
};
const pg::Statement<Left(std::int64_t)> left{"mail.foot.message", "select * from message_for_mail($1)"};

std::optional<mail::Message> compose(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto found = database.maybe(left, row.subject_id.value_or(0));
  if (!found) return std::nullopt;
  const bool abuse = found->kind == "abuse";
  mail::Facts facts{
      {{"De", found->name.value_or("une personne sans compte") + (found->email ? " (" + *found->email + ")" : "")}}};
  if (!found->page.empty()) facts.lines.emplace_back("Page", found->page);
  auto message =
      mail::letter(abuse ? "Signalement d’un abus" : "Message pour l’équipe",
                   {.title = abuse ? "Quelqu’un signale un abus" : "Quelqu’un t’écrit",
                    .parts = {mail::Quote{found->body, found->name.value_or("")}, facts},
                    .why = "Tu reçois ce courriel parce que cette adresse est celle de l’équipe d’animation."},
                   settings);
  message.reply_to = found->email.value_or("");
  return message;
}

}  // namespace

std::vector<mail::Kind> mails() {
  return {{.name = "foot.message", .compose = compose}};
}

}  // namespace foot
