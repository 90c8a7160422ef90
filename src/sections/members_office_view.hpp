#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "images/picture.hpp"
#include "sections/member_filter.hpp"
#include "sections/office.hpp"

namespace sections {

struct MembersCounts {
  std::int64_t all, adherents, sympathisants;
  std::int64_t found;  ///< whose name holds the words looked for, of those shown
};
struct ListRow {
  ListId id;
  std::string kind, name;
  std::int64_t size;
  std::optional<std::string> manager;
};
struct MemberRow {
  MemberId id;
  std::string first_name, last_name, kind, role;
  std::vector<std::string> lists, zones;
  std::optional<pg::Time> last_seen_at;
  std::optional<images::PictureId> picture;
  std::string dues;  ///< as the register gives it (register_dues.hpp)

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};

/// What fills a zone, and what was done to it by hand.
struct Filling {
  std::int32_t postcodes, streets;
  bool ground;
  std::int64_t by_hand, out;
};

struct MembersOffice {
  SectionName section;
  MembersCounts counts;
  std::vector<ListRow> lists;
  MemberFilter filter;
  std::vector<MemberRow> rows;
  std::optional<Filling> filling;
  ui::Pager pager;
  [[nodiscard]] bool has_dues() const {  ///< the register says something of somebody's
    return !filter.dues.empty() || std::ranges::any_of(rows, [](const MemberRow& row) { return !row.dues.empty(); });
  }
  std::string done = {};  ///< number of the act that was just done, while it can be undone
};
void members_office(html::Out& out, const MembersOffice& page, std::string_view csrf);

/// «Secrétaire», «Trésorerie», «Bureau», «Adhérent», «Sympathisant».
std::string_view rank_words(std::string_view role, std::string_view kind);

}  // namespace sections
