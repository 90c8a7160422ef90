#include "letters/place.hpp"

namespace letters {

namespace {

const pg::Statement<ZoneHead(sections::ListId)> zone_head{"letters.zone", R"(
  select s.id, s.name, l.name, coalesce(l.manager_id = viewer_id(), false) from section_list l join space s on s.id = l.section_id
   where l.id = $1 and l.kind = 'zone')"};

}  // namespace

HeadReply ask_head(gate::Visit& v, const Place& place) {
  return place.zone() ? HeadReply(v.one(zone_head, *place.list))
                      : HeadReply(v.one(sections::section_name, *place.section));
}

const Head& HeadReply::operator*() const {
  if (!head_) {
    if (office_)
      head_ = Head{.section = (*office_)->id, .name = (*office_)->name, .zone = {}, .office = **office_};
    else
      head_ = Head{(*zone_)->section, (*zone_)->name, (*zone_)->zone, (*zone_)->manages, {}};
  }
  return *head_;
}

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
  if (!place.zone()) return sections::open_office(out, head.office, sections::Desk::letters);
  out(R"(<div class="stack">)");
  ui::back_link(out, html::Url::local("/zones/" + std::to_string(place.list->number())), head.zone);
  out("<h1>Écrire à la zone {}</h1>", head.zone);
}

std::string title(std::string_view what, const Head& head) {
  return std::string(what) + " · " + (head.zone.empty() ? head.name : head.zone);
}

}  // namespace letters
