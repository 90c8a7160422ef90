#pragma once
// The page on which somebody becomes a member (A04): names, the charter, a password. Reached from an invitation, or
// from a registration whose address was verified.

#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace accounts {

struct Charter {
  std::int64_t id;
  std::string body;  ///< Markdown
};
extern const pg::Statement<Charter()> current_charter;

/// What the form sends.
struct Arrival {
  std::string first_name, last_name, password;
  std::int64_t charter = 0;  ///< the version that was shown
  bool accepted = false;
};
Arrival read_arrival(const gate::Visit& v);
ui::Errors check_arrival(const Arrival& arrival, const std::string& email);

/// An error for each name that is missing or too long.
void check_names(ui::Errors& errors, std::string_view first_name, std::string_view last_name);
/// An error when the password is too easy to guess.
void check_password(ui::Errors& errors, std::string_view password, std::span<const std::string> known);

struct ArrivalPage {
  std::string_view title, lead;
  html::Url action = html::Url::local("");
  std::string_view csrf;
  std::string_view first_name, last_name, email;
  const Charter* charter = nullptr;
  bool accepted = false;
  ui::Errors errors = {};
};
void arrival_page(html::Out& out, const ArrivalPage& page);
/// The charter's text in a frame of its own that scrolls.
void charter_text(html::Out& out, std::string_view markdown);

/// GET /bienvenue
http::Response welcome(gate::Visit& v);
/// POST /mot-de-passe/force, for the live meter.
http::Response judge_password(gate::Visit& v);

}  // namespace accounts
