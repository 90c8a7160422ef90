#include "sections/register_dues.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/clock.hpp"
#include "core/text/fold.hpp"
#include "core/text/french.hpp"
#include "sections/register_date.hpp"

namespace sections {
namespace {

constexpr std::array<std::string_view, 17> paid{"oui",   "o",      "yes",       "y",        "x",       "vrai",
                                                "true",  "1",      "ok",        "a jour",   "paye",    "payee",
                                                "regle", "reglee", "acquittee", "acquitte", "cotisant"};
constexpr std::array<std::string_view, 14> unpaid{"non",       "n",          "no",         "faux",      "false",
                                                  "0",         "pas a jour", "non a jour", "en retard", "non paye",
                                                  "non payee", "impaye",     "impayee",    "retard"};

int number(std::string_view digits) {
  int value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return fault == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

}  // namespace

std::optional<std::string> read_dues(std::string_view typed, std::chrono::year_month_day today) {
  const auto folded = text::fold(typed);
  if (folded.empty()) return "";
  if (std::ranges::find(paid, folded) != paid.end()) return "yes";
  if (std::ranges::find(unpaid, folded) != unpaid.end()) return "no";
  if (const auto year = number(typed); typed.size() == 4 && year >= 0)
    return year >= 1900 && year <= static_cast<int>(today.year()) + 1 ? std::optional(std::string(typed))
                                                                      : std::nullopt;
  if (const auto day = read_date(typed, DateOf::joining, today).day) return paris::date_value(*day);
  return std::nullopt;
}

std::string dues_words(std::string_view dues) {
  if (dues == "yes") return "À jour";
  if (dues == "no") return "Pas à jour";
  if (dues.size() == 4) return "Réglée en " + std::string(dues);
  if (dues.size() != 10) return {};
  const std::chrono::year_month_day day{std::chrono::year(number(dues.substr(0, 4))),
                                        std::chrono::month(static_cast<unsigned>(number(dues.substr(5, 2)))),
                                        std::chrono::day(static_cast<unsigned>(number(dues.substr(8))))};
  return "Réglée le " + std::to_string(static_cast<unsigned>(day.day())) + " " +
         french::month_and_year(day.year() / day.month());
}

bool dues_current(std::string_view dues, std::chrono::year_month_day today) {
  return dues == "yes" || (dues.size() >= 4 && number(dues.substr(0, 4)) >= static_cast<int>(today.year()));
}

}  // namespace sections
