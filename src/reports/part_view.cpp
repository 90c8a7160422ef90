#include "reports/part_view.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"
#include "ui/navigation.hpp"

namespace reports {
namespace {

void write_mates(html::Out& out, const PartPage& page) {
  if (page.mates.empty()) return;
  const bool some = std::ranges::any_of(page.mates, [](const Mate& mate) { return mate.with; });
  ui::disclosure(out, "Je compte pour plusieurs", some, [&] {
    ui::fieldset(out, "Avec qui ?", [&] {
      for (const auto& mate : page.mates) {
        const auto number = std::to_string(mate.id.number()), id = "f-mate-" + number;
        ui::checkbox(out, {.name = "mate", .label = mate.name, .value = number, .checked = mate.with, .id = id});
      }
    });
  });
}

void write_form(html::Out& out, const PartPage& page) {
  ui::form(out, {.action = html::Url::local(events::path(page.event, "ma-part")), .csrf = page.csrf}, [&] {
    write_figures(out, page.kind, page.figures, page.errors);
    write(out, page.duration, page.errors);
    write_mates(out, page);
    ui::textarea(out, {.name = "text",
                       .label = "Un mot pour la suite",
                       .value = page.words,
                       .hint = "Une rue à refaire, quelqu’un à rappeler.",
                       .error = page.errors["text"],
                       .rows = 2,
                       .max_length = 500});
    ui::submit(out, {.label = "Noter", .icon = "check", .wide = true});
  });
}

}  // namespace

void write_figures(html::Out& out, ui::Kind kind, const std::vector<std::string>& typed, const ui::Errors& errors) {
  const auto figures = events::figures_of(kind);
  if (figures.empty()) return;
  out(R"(<div class="pair">)");
  for (size_t i = 0; i < figures.size(); ++i)
    ui::field(out, {.name = figures[i].name,
                    .label = figures[i].label,
                    .value = typed[i],
                    .error = errors[figures[i].name],
                    .inputmode = "numeric",
                    .max_length = 12});
  out("</div>");
}

void write(html::Out& out, const PartPage& page) {
  out(R"(<div class="stack narrow">)");
  ui::back_link(out, html::Url::local(events::path(page.event)), page.title);
  out("<h1>Ce que j’ai fait</h1>");
  if (page.state == "counted") {
    out(R"(<p>Ta part est dans le bilan : {}.</p><p class="soft">Une erreur ? {} peut corriger le bilan.</p></div>)",
        page.told.empty() ? std::string("rien de chiffré") : french::list(page.told), page.organiser);
    return;
  }
  ui::error_summary(out, page.errors);
  if (page.state == "none" && page.errors.empty())
    out(R"(<p class="soft">Note ta part en quelques chiffres. {} réunit celles de tout le monde dans le bilan.</p>)",
        page.organiser);
  if (page.state == "team" && page.errors.empty()) {
    for (const auto& words : page.told) ui::notice(out, ui::Flash::Tone::good, words);
    ui::disclosure(out, "J’ai fait autre chose en plus", false, [&] { write_form(out, page); });
  } else {
    for (const auto& words : page.told) ui::notice(out, ui::Flash::Tone::info, words);
    write_form(out, page);
  }
  if (page.state == "new" || page.state == "aside")
    ui::post_button(out, html::Url::local(events::path(page.event, "ma-part/retrait")), page.csrf,
                    {.label = "Retirer ma part", .look = ui::Look::quiet, .confirm = "Retirer ce que tu as noté ?"});
  out("</div>");
}

}  // namespace reports
