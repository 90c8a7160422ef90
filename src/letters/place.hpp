#pragma once
// Where a letter is written: in a section's office, or by a zone's manager, who sees a number and nobody.

#include "gate/visit.hpp"
#include "sections/ids.hpp"
#include "sections/office.hpp"

namespace letters {

using LetterId = Id<struct LetterTag>;

struct Place {
  std::optional<SpaceId> section;        ///< of the office
  std::optional<sections::ListId> list;  ///< the zone, else
  [[nodiscard]] bool zone() const { return list.has_value(); }
  [[nodiscard]] SpaceId space() const { return section.value_or(SpaceId(0)); }
  /// "/sections/12/gestion/courriers" or "/zones/3/courrier", and what follows.
  [[nodiscard]] std::string path(std::string_view rest = "") const;
  [[nodiscard]] std::string path(LetterId letter, std::string_view rest = "") const;
  [[nodiscard]] html::Url url(std::string_view rest = "") const { return html::Url::local(path(rest)); }
  [[nodiscard]] html::Url url(LetterId letter, std::string_view rest = "") const {
    return html::Url::local(path(letter, rest));
  }
};
Place place_of(const gate::Visit& v);

/// What stands above every page of this room.
struct Head {
  SpaceId section;
  std::string name;
  std::string zone;              ///< "" in the office
  bool manages = false;          ///< the zone is the viewer's
  sections::SectionName office;  ///< where it is one
};
struct ZoneHead {
  SpaceId section;
  std::string name, zone;
  bool manages;
};
/// Read once the visit has asked.
class HeadReply {
 public:
  explicit HeadReply(pg::Reply<sections::SectionName> office) : office_(std::move(office)) {}
  explicit HeadReply(pg::Reply<ZoneHead> zone) : zone_(std::move(zone)) {}
  const Head& operator*() const;
  const Head* operator->() const { return &**this; }

 private:
  std::optional<pg::Reply<sections::SectionName>> office_;
  std::optional<pg::Reply<ZoneHead>> zone_;
  mutable std::optional<Head> head_;
};
HeadReply ask_head(gate::Visit& v, const Place& place);

/// A secretary who comes by a zone's address is led to the office.
std::optional<http::Response> led_to_the_office(gate::Visit& v, const Place& place, const Head& head);

void open_frame(html::Out& out, const Place& place, const Head& head);

template <class Body>
void frame(html::Out& out, const Place& place, const Head& head, Body&& body) {
  open_frame(out, place, head);
  body();
  out("</div>");
}

std::string title(std::string_view what, const Head& head);

}  // namespace letters
