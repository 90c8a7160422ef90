#include "events/filter.hpp"

#include <algorithm>
#include <array>

namespace events {
namespace {

struct Circle {
  std::string_view word, code, label;
};
constexpr std::array<Circle, 4> circles{{{"all", "", "Tous"},
                                         {"section", "section", "Ma section"},
                                         {"party", "parti", "Parti"},
                                         {"groups", "groupes", "Mes groupes"}}};

}  // namespace

std::string circle_filter(const gate::Visit& v) {
  const auto code = v.query("cercle");
  const auto found = std::find_if(circles.begin(), circles.end(), [&](const Circle& c) { return c.code == code; });
  return std::string(found == circles.end() ? circles.front().word : found->word);
}

std::string_view circle_code(std::string_view circle) {
  const auto found = std::find_if(circles.begin(), circles.end(), [&](const Circle& c) { return c.word == circle; });
  return found == circles.end() ? std::string_view() : found->code;
}

std::vector<ui::Option> circle_options() {
  std::vector<ui::Option> options;
  for (const auto& circle : circles)
    if (!circle.code.empty()) options.push_back({.value = circle.code, .label = circle.label});
  return options;
}

std::string filtered(const std::string& base, const std::string& current, std::int64_t after) {
  auto link = base;
  if (const auto code = circle_code(current); !code.empty()) link.append("?cercle=").append(code);
  if (after > 0) link += (link.size() == base.size() ? "?apres=" : "&apres=") + std::to_string(after);
  return link;
}

void write_circle_filter(html::Out& out, const std::string& base, const std::string& current) {
  std::vector<ui::Tab> pills;
  pills.reserve(circles.size());
  for (const auto& circle : circles)
    pills.push_back({.label = std::string(circle.label),
                     .href = html::Url::local(filtered(base, std::string(circle.word), 0)),
                     .current = circle.word == current});
  ui::pills(out, "Filtrer les événements", pills);
}

std::int64_t page_start(const gate::Visit& v) {
  return v.query_id("apres");
}

}  // namespace events
