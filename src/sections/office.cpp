#include "sections/office.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace sections {

const pg::Statement<SectionName(SpaceId)> section_name{
    "sections.name", "select id, name, activated_at is not null from space where id = $1 and kind = 'section'"};

std::string section_path(SpaceId section, std::string_view rest) {
  return "/sections/" + std::to_string(section.number()) + std::string(rest);
}
html::Url section_url(SpaceId section, std::string_view rest) {
  return html::Url::local(section_path(section, rest));
}

void open_office(html::Out& out, const SectionName& section, Desk desk) {
  const std::array tabs = {
      ui::Tab{"Membres", section_url(section.id, "/gestion/membres"), desk == Desk::members},
      ui::Tab{"Gestion des invitations", section_url(section.id, "/gestion/invitations"), desk == Desk::invitations},
      ui::Tab{"Configuration", section_url(section.id, "/gestion/configuration"), desk == Desk::configuration},
  };
  out(R"(<div class="stack">)");
  ui::back_link(out, section_url(section.id), "Voir la page de la section");
  out("<h1>{}</h1>", section.name);
  ui::tabs(out, "Gestion de la section", tabs);
}

std::int64_t page_after(const gate::Visit& v) {
  const std::string text = v.query("apres");
  std::int64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return std::max<std::int64_t>(id, 0);
}

std::string office_title(std::string_view what, const SectionName& section) {
  return std::string(what) + " · " + section.name;
}

}  // namespace sections
