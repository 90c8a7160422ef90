#include "federations/section_line.hpp"

#include "core/text/fold.hpp"
#include "sections/office.hpp"
#include "ui/feedback.hpp"
#include "ui/map.hpp"

namespace federations {
namespace {

void state(html::Out& out, const SectionLine& s) {
  if (!s.active) {
    out(" ");
    ui::chip(out, "pas encore ouverte");
  } else if (!s.run) {
    out(" ");
    ui::chip(out, "sans secrétaire", ui::Tone::warning);
  }
}

void line(html::Out& out, const SectionLine& s, bool above) {
  const auto id = "section-" + std::to_string(s.id.number());
  if (s.latitude && s.longitude)
    ui::open_spot(
        out, {.id = id, .icon = "users-round", .section = true, .latitude = *s.latitude, .longitude = *s.longitude});
  else
    out(R"(<li class="spot lasting" id="{}"><span class="mark-of">{}</span>)", id, ui::icon("users-round"));
  std::string note;
  const bool said = text::fold(s.city) == text::fold(s.name);
  for (const auto& more :
       {said ? std::string() : s.city, above ? s.federation : std::string(), s.secretaries.value_or("")})
    if (!more.empty()) note += (note.empty() ? "" : " · ") + more;
  out(R"(<div><a href="{}">{}</a><p class="soft">{})", sections::section_url(s.id), s.name, note);
  state(out, s);
  out("</p></div>");
  if (s.mine)
    out(R"(<span class="away">Ta section</span>)");
  else if (s.active && s.run)
    out(R"(<a class="away" href="{}" aria-label="Rejoindre {}">Rejoindre</a>)",
        sections::section_url(s.id, "#rejoindre"), s.name);
  out("</li>");
}

}  // namespace

void section_lines(html::Out& out, const std::vector<SectionLine>& sections, bool above) {
  out(R"(<ul class="spots">)");
  for (const auto& section : sections) line(out, section, above);
  out("</ul>");
}

}  // namespace federations
