#include "reports/duration.hpp"

#include <charconv>
#include <optional>

namespace reports {
namespace {

constexpr std::int32_t most_hours = 999;

std::optional<std::int32_t> number(const std::string& text, std::int32_t most) {
  if (text.empty()) return 0;
  std::int32_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || value < 0 || value > most) return std::nullopt;
  return value;
}

}  // namespace

Duration duration(std::int32_t minutes) {
  return {std::to_string(minutes / 60), std::to_string(minutes % 60)};
}

Duration typed_duration(const gate::Visit& v) {
  return {v.field("hours"), v.field("minutes")};
}

std::int32_t read(const Duration& typed, ui::Errors& errors) {
  const auto hours = number(typed.hours, most_hours), minutes = number(typed.minutes, 59);
  if (!hours) errors.add("hours", "Indique un nombre d’heures.");
  if (!minutes) errors.add("minutes", "Indique des minutes, de 0 à 59.");
  return hours.value_or(0) * 60 + minutes.value_or(0);
}

void write(html::Out& out, const Duration& typed, const ui::Errors& errors) {
  out(R"(<div class="pair">)");
  ui::field(out, {.name = "hours",
                  .label = "Heures",
                  .value = typed.hours,
                  .error = errors["hours"],
                  .inputmode = "numeric",
                  .max_length = 3});
  ui::field(out, {.name = "minutes",
                  .label = "Minutes",
                  .value = typed.minutes,
                  .error = errors["minutes"],
                  .inputmode = "numeric",
                  .max_length = 2});
  out("</div>");
}

}  // namespace reports
