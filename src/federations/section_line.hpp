#pragma once
// A section as lists of the party show it, to every member: its state, and the name of whoever runs it, which is
// public.

#include <optional>
#include <string>
#include <vector>

#include "core/html.hpp"
#include "core/ids.hpp"

namespace federations {

/// The columns, in the order of SectionLine, from `s` (space), `f` (its federation) and what SECTION_JOINS adds.
#define SECTION_LINE                                                                                  \
  "s.id, s.name, s.activated_at is not null, coalesce(p.city, ''), f.name, o.names, o.many > 0, "     \
  "s.id = any(array(select c.space_id from circle c where c.member_id = viewer_id() and c.direct)), " \
  "public.st_y(p.spot::public.geometry), public.st_x(p.spot::public.geometry)"
#define SECTION_JOINS                                                                                           \
  "left join section_profile p on p.space_id = s.id left join lateral (select count(*) as many, "               \
  "string_agg(m.first_name || ' ' || m.last_name, ', ' order by m.last_name, m.id) as names from membership b " \
  "left join member m on m.id = b.member_id where b.space_id = s.id and b.role = 'secretary') o on true "

struct SectionLine {
  SpaceId id;
  std::string name;
  bool active;  ///< its secretary has come in and configured it
  std::string city, federation;
  std::optional<std::string> secretaries;
  bool run;   ///< somebody is its secretary, whether or not the viewer may see who
  bool mine;  ///< the viewer belongs to it
  std::optional<double> latitude, longitude;
};

/// As a list whose lines a map beside it can show. `above`: with the name of the federation.
void section_lines(html::Out& out, const std::vector<SectionLine>& sections, bool above);

}  // namespace federations
