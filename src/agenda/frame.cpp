#include "agenda/frame.hpp"

#include <array>

#include "events/filter.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace agenda {

AgendaFrame frame_of(gate::Visit& v, const Asked& asked) {
  return {asked, v.frame().remote->invitations, events::now(), v.csrf(), v.viewer().section};
}

void write_top(html::Out& out, const AgendaFrame& frame) {
  const auto& asked = frame.asked;
  out(R"(<div class="title-line agenda-title"><h1>Agenda</h1>)");
  ui::link_button(out, html::Url::local("/evenements/nouveau"),
                  {.label = "Créer un événement", .icon = "calendar-plus"});
  out("</div>");
  const auto tab = [&](std::string label, events::Place place, int count = 0) {
    return ui::Tab{std::move(label), asked.from(place).link(), asked.tab == place, count};
  };
  ui::tabs(out, "Agenda",
           std::array{tab("Mon agenda", events::Place::agenda),
                      tab("Mes invitations", events::Place::invitations, frame.waiting),
                      tab("Mes événements", events::Place::mine)});
  std::vector<ui::Tab> circles{{"Tous", asked.of("").link(), asked.circle.empty()}};
  for (const auto& option : events::circle_options())
    circles.push_back({std::string(option.label), asked.of(option.value).link(), asked.circle == option.value});
  out(R"(<div class="agenda-ways">)");
  ui::pills(out, "Filtrer les événements", circles);
  out(R"(<nav class="views" aria-label="Vue">)");
  const auto view = [&](View which, std::string_view label) {
    out(R"(<a href="{}" {}>{}</a>)", asked.in(which).link(),
        html::Attribute("aria-current", asked.view == which ? std::optional("true") : std::nullopt), label);
  };
  view(View::list, "Liste");
  view(View::week, "Semaine");
  view(View::month, "Mois");
  out("</nav></div>");
}

void write_foot(html::Out& out, const AgendaFrame& frame) {
  out(R"(<p class="line">{}<a href="/agenda/telephone">Mon agenda dans mon téléphone</a></p>)", ui::icon("smartphone"));
  if (frame.section)
    out(R"(<p class="line">{}<a href="/sections/{}/semaine">La semaine de la section, à coller ou à imprimer</a></p>)",
        ui::icon("copy"), *frame.section);
}

}  // namespace agenda
