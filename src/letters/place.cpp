#include "letters/place.hpp"

namespace letters {

const pg::Statement<Head(SpaceId, std::optional<sections::ListId>)> head_of{"letters.head", R"(
  select s.id, s.name, s.activated_at is not null, (select count(*) from section_request r where r.section_id = s.id and r.answered_at is null),
         coalesce(l.name, ''), coalesce(l.manager_id = viewer_id(), false)
    from space s left join section_list l on l.id = $2
   where s.id = coalesce(l.section_id, $1) and s.kind = 'section' and (l.kind = 'zone' or $2 is null))"};

std::string Place::path(std::string_view rest) const {
  if (zone()) return "/zones/" + std::to_string(list->number()) + "/courrier" + std::string(rest);
  return sections::section_path(*section, "/gestion/courriers" + std::string(rest));
}
std::string Place::path(LetterId letter, std::string_view rest) const {
  return path('/' + std::to_string(letter.number()) + std::string(rest));
}

Place place_of(const gate::Visit& v) {
  if (v.request.path.starts_with("/zones/")) return {.section = {}, .list = v.id<sections::ListId>("list")};
  return {.section = v.id<SpaceId>("section"), .list = {}};
}

std::optional<http::Response> led_to_the_office(gate::Visit& v, const Place& place, const Head& head) {
  if (!place.zone() || head.manages) return std::nullopt;
  return v.redirect(sections::section_path(
      head.section, "/gestion/courriers/nouveau?a=zone-" + std::to_string(place.list->number())));
}

void open_frame(html::Out& out, const Place& place, const Head& head) {
  if (!place.zone())
    return sections::open_office(out, {head.section, head.name, head.active, head.requests}, sections::Desk::letters);
  out(R"(<div class="stack">)");
  ui::back_link(out, html::Url::local("/zones/" + std::to_string(place.list->number())), head.zone);
  out("<h1>Écrire à la zone {}</h1>", head.zone);
}

std::string title(std::string_view what, const Head& head) {
  return std::string(what) + " · " + (head.zone.empty() ? head.name : head.zone);
}

}  // namespace letters
