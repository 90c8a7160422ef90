#include "sections/week_view.hpp"

#include <array>

#include "core/text/french.hpp"
#include "ui/feedback.hpp"

namespace sections {
namespace {

constexpr size_t many = 5;  // events; more have smaller letters, so that they are printed on one sheet

html::Url address(const WeekPage& page, const Week& week, Audience audience) {
  return section_url(page.section.id, "/semaine?semaine=" + paris::date_value(week.monday) +
                                          (audience == Audience::members ? "&pour=membres" : ""));
}

void audiences(html::Out& out, const WeekPage& page) {
  const auto pill = [&](const char* label, Audience audience) {
    return ui::Tab{label, address(page, page.week, audience), page.audience == audience};
  };
  ui::pills(out, "Pour qui",
            std::array{pill("À afficher", Audience::everybody), pill("Pour les membres", Audience::members)});
  if (page.audience == Audience::everybody)
    out(R"(<p class="soft">Seulement les événements publics : ce texte peut être affiché, ou collé n’importe où.</p>)");
  else
    out(R"(<p class="soft">Tout ce que les membres de la section voient, avec les adresses : à garder entre vous.</p>)");
}

void poster(html::Out& out, const WeekPage& page, bool tight) {
  out(R"(<article class="{}"><h2>{}</h2><p class="soft">{}</p>)", tight ? "poster tight" : "poster",
      section_words(page.section.name), page.week.words());
  for (const auto& day : page.days) {
    out(R"(<section><h3>{}</h3><ul>)", french::whole_day(day.day));
    for (const auto& line : day.lines) {
      out("<li><strong>{}</strong> <span>{}</span>", line.title, line.when);
      if (!line.place.empty()) out(R"( <span class="soft">{}</span>)", line.place);
      out("</li>");
    }
    out("</ul></section>");
  }
  out("</article>");
}

void copy(html::Out& out, const WeekPage& page) {
  out(R"(<div class="stack" data-controller="copy"><div class="buttons">)");
  out(R"(<button type="button" class="btn main" data-copy-target="button" data-action="copy#copy" hidden>{}Copier le texte</button>)",
      ui::icon("copy"));
  out(R"(<button type="button" class="btn" data-controller="print" data-action="print#page" hidden>Imprimer</button>)");
  out(R"(<span class="soft" role="status" data-copy-target="told"></span></div>)");
  out(R"(<div class="field"><label for="texte">Le texte à copier</label><textarea id="texte" rows="8" readonly data-copy-target="text">{}</textarea></div></div>)",
      page.text);
}

}  // namespace

void week_page(html::Out& out, const WeekPage& page) {
  size_t events = 0;
  for (const auto& day : page.days) events += day.lines.size();
  out(R"(<div class="week stack">)");
  ui::back_link(out, section_url(page.section.id), section_words(page.section.name));
  out("<h1>La semaine, à coller ou à imprimer</h1>");
  audiences(out, page);
  if (events == 0)
    ui::empty_state(out, {.icon = "calendar-days",
                          .title = page.week.words(),
                          .text = page.audience == Audience::members
                                      ? "Rien n’est annoncé."
                                      : "Rien de public n’est annoncé. Regarde aussi « Pour les membres ».",
                          .href = html::Url::local("/evenements/nouveau"),
                          .link = "Créer un événement"});
  else {
    poster(out, page, events > many);
    copy(out, page);
  }
  out(R"(<nav class="pager" aria-label="Semaines"><a class="btn" rel="prev" href="{}">{}Semaine d’avant</a><a class="btn" rel="next" href="{}">Semaine d’après{}</a></nav></div>)",
      address(page, page.week.plus(-1), page.audience), ui::icon("arrow-left"),
      address(page, page.week.plus(1), page.audience), ui::icon("arrow-right"));
}

}  // namespace sections
