#include "access/arrival.hpp"

#include <charconv>

#include "access/strength.hpp"
#include "core/json.hpp"
#include "core/text/fold.hpp"

namespace accounts {

const pg::Statement<Charter()> current_charter{"access.current_charter",
                                               "select id, body from charter order by id desc limit 1"};

namespace {

constexpr size_t longest_name = 80;  // as the table has it

void check_name(ui::Errors& errors, std::string_view field, std::string_view name, std::string_view words) {
  if (name.empty())
    errors.add(std::string(field), std::string(words));
  else if (text::length(name) > longest_name)
    errors.add(std::string(field), "Quatre-vingts lettres au plus.");
}

}  // namespace

Arrival read_arrival(const gate::Visit& v) {
  Arrival arrival{.first_name = text::tidy(v.field("first_name")),
                  .last_name = text::tidy(v.field("last_name")),
                  .password = secret(v.form().values.get("password")),
                  .accepted = v.form().values.has("accept")};
  const auto charter = v.form().values.get("charter");
  std::from_chars(charter.data(), charter.data() + charter.size(), arrival.charter);
  return arrival;
}

void check_names(ui::Errors& errors, std::string_view first_name, std::string_view last_name) {
  check_name(errors, "first_name", first_name, "Écris ton prénom.");
  check_name(errors, "last_name", last_name, "Écris ton nom.");
}

void check_password(ui::Errors& errors, std::string_view password, std::span<const std::string> known) {
  if (password.empty())
    errors.add("password", "Choisis un mot de passe.");
  else if (const auto found = strength(password, known); !found.enough())
    errors.add("password", found.words);
}

ui::Errors check_arrival(const Arrival& arrival, const std::string& email) {
  ui::Errors errors;
  check_names(errors, arrival.first_name, arrival.last_name);
  if (!arrival.accepted) errors.add("accept", "Pour entrer, il faut accepter la charte.");
  check_password(errors, arrival.password, std::array{arrival.first_name, arrival.last_name, email});
  return errors;
}

http::Response judge_password(gate::Visit& v) {
  const std::array known{v.field("first_name"), v.field("last_name"), v.field("email")};
  const auto found = strength(secret(v.form().values.get("password")), known);
  return http::Response::json(json::object({{"score", std::int64_t{found.score}}, {"words", found.words}}));
}

}  // namespace accounts
