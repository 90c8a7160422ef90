#include "reports/parts_view.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/news.hpp"

namespace reports {
namespace {

// Whose work this part may tell a second time.
std::string doubles(const ReportPage& page, const Part& part) {
  std::vector<std::string> others;
  for (const auto& other : page.parts)
    if (other.id != part.id && overlap(other.counted(), part.counted())) others.push_back(other.who());
  if (others.empty()) return {};
  return "Peut-être un double\u00a0: des mêmes personnes sont dans la part de " + french::list(others) + ".";
}

void write_part(html::Out& out, const ReportPage& page, const Part& part) {
  const auto number = std::to_string(part.id.number()), id = "f-part-" + number;
  const bool counted = std::ranges::binary_search(page.summed, part.id.number());
  const auto twice = doubles(page, part);
  const auto label = part.who() + "\u00a0: " + part.did();
  out(R"(<div class="part">)");
  ui::checkbox(out,
               {.name = "part", .label = label, .value = number, .checked = counted, .hint = part.words, .id = id});
  ui::hidden(out, "shown", number);
  if (counted) ui::hidden(out, "summed", number);
  if (!twice.empty()) ui::notice(out, ui::Flash::Tone::warning, twice);
  if (page.filed && part.state == "new") {
    const auto action = events::path(page.event, "bilan/parts/" + number);
    out(R"(<p class="line">)");
    ui::chip(out, "Arrivée après le bilan", ui::Tone::accent);
    ui::submit(out, {.label = twice.empty() ? "L’ajouter au bilan" : "L’ajouter quand même",
                     .look = ui::Look::plain,
                     .icon = "plus",
                     .confirm = twice,
                     .action = html::Url::local(action)});
    out("</p>");
  }
  out("</div>");
}

}  // namespace

void write_parts(html::Out& out, const ReportPage& page) {
  std::vector<std::int64_t> known;
  for (const auto& part : page.parts) known.push_back(part.filed);
  ui::news(out, events::path(page.event, "bilan"), known);
  if (page.parts.empty()) return;
  ui::hidden(out, "seen", std::to_string(page.seen));
  ui::fieldset(out, "Ce que chacun·e a noté", [&] {
    out(R"(<p class="soft">Les parts cochées sont additionnées plus bas ; corrige la somme si elle ne va pas.</p>)");
    for (const auto& part : page.parts) write_part(out, page, part);
    ui::submit(
        out, {.label = "Refaire la somme", .look = ui::Look::plain, .icon = "refresh-cw", .name = "sum", .value = "1"});
  });
}

}  // namespace reports
