#pragma once
// Which members of the section are looked at, and which of them are meant by a form.

#include <string>
#include <vector>

#include "gate/visit.hpp"
#include "sections/ids.hpp"

namespace sections {

struct MemberFilter {
  std::string kind;   ///< adherent, sympathisant; empty: both
  ListId list;        ///< a list or a zone; 0: none
  std::string words;  ///< looked for in the names
  std::string dues;   ///< of the register: a-jour, en-retard, inconnue; empty: any

  bool operator==(const MemberFilter&) const = default;
};

MemberFilter filter_of_query(const gate::Visit& v);
MemberFilter filter_of_form(const gate::Visit& v);
/// "/sections/12/gestion/membres?liste=3&nom=…", further parameters may follow behind "&".
std::string filter_path(SpaceId section, const MemberFilter& filter);
/// So that a form knows what its page showed.
void filter_fields(html::Out& out, const MemberFilter& filter);

/// Those ticked, or all of the filter when that was asked for; of the section, whatever was sent.
std::vector<std::int64_t> chosen_members(gate::Visit& v, SpaceId section);

}  // namespace sections
