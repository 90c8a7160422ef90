#include "sections/office.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/fold.hpp"
#include "ui/form.hpp"

namespace sections {

const pg::Statement<SectionName(SpaceId)> section_name{"sections.name", R"(
  select s.id, s.name, s.activated_at is not null, (select count(*) from section_request r where r.section_id = s.id and r.answered_at is null), viewer_powers(s.id)
    from space s where s.id = $1 and s.kind = 'section')"};

namespace {
// What stands as tabs, for whoever holds that power (X03). The secretary comes to the welcome letter by the
// configuration.
struct Room {
  Desk desk;
  std::string_view power, label, path;
};
constexpr Room rooms[] = {
    {Desk::requests, "members", "Demandes", "/gestion/demandes"},
    {Desk::members, "members", "Membres", "/gestion/membres"},
    {Desk::invitations, "invitations", "Gestion des invitations", "/gestion/invitations"},
    {Desk::letters, "messages", "Courriers", "/gestion/courriers"},
    {Desk::contacts, "secretary", "Contacts", "/gestion/contacts"},
    {Desk::figures, "figures", "Chiffres", "/gestion/chiffres"},
    {Desk::welcome, "messages", "Message d’accueil", "/gestion/accueil"},
    {Desk::configuration, "secretary", "Configuration", "/gestion/configuration"},
    {Desk::delegations, "secretary", "Délégations", "/gestion/delegations"},
};
}  // namespace

std::string section_path(SpaceId section, std::string_view rest) {
  return "/sections/" + std::to_string(section.number()) + std::string(rest);
}
html::Url section_url(SpaceId section, std::string_view rest) {
  return html::Url::local(section_path(section, rest));
}

bool SectionName::may(std::string_view power) const {
  return std::ranges::find(powers, power) != powers.end() || std::ranges::find(powers, "secretary") != powers.end();
}

std::string first_room(const SectionName& section) {
  for (const auto& room : rooms)
    if (room.desk != Desk::requests && section.may(room.power)) return section_path(section.id, room.path);
  return section_path(section.id);
}

void open_office(html::Out& out, const SectionName& section, Desk desk) {
  std::vector<ui::Tab> tabs;
  for (const auto& room : rooms)
    if (section.may(room.power) && !(room.desk == Desk::welcome && section.secretary()))
      tabs.push_back({std::string(room.label), section_url(section.id, room.path), desk == room.desk,
                      room.desk == Desk::requests ? static_cast<int>(section.requests) : 0});
  out(R"(<div class="stack">)");
  ui::back_link(out, section_url(section.id), "Voir la page de la section");
  out("<h1>{}</h1>", section_words(section.name));
  ui::tabs(out, "Gestion de la section", tabs);
}

std::string section_words(std::string_view name) {
  return text::fold(name).starts_with("section") ? std::string(name) : "Section " + std::string(name);
}
std::string section_words_inside(std::string_view name) {
  std::string words = section_words(name);
  words.front() = 's';
  return words;
}

void shown_at_field(html::Out& out) {
  const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  ui::hidden(out, "shown_at", std::to_string(now.time_since_epoch().count()));
}

pg::Time shown_at(const gate::Visit& v) {
  const std::string text = v.field("shown_at");
  std::int64_t microseconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), microseconds);
  const pg::Time now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  return std::clamp(pg::Time(std::chrono::microseconds(microseconds)), pg::Time{}, now);
}

std::int64_t page_after(const gate::Visit& v) {
  const std::string text = v.query("apres");
  std::int64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return std::max<std::int64_t>(id, 0);
}

std::int64_t field_number(const gate::Visit& v, std::string_view name) {
  const auto ids = v.field_ids(name);
  if (ids.size() != 1) throw http::Error(404);
  return ids.front();
}

std::string office_title(std::string_view what, const SectionName& section) {
  return std::string(what) + " · " + section.name;
}

}  // namespace sections
