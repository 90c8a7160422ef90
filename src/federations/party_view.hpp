#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "federations/section_line.hpp"

namespace federations {

/// The country's federations, or those of another movement.
struct Tree {
  SpaceId id;
  bool party;
  std::string name;
};
struct Federation {
  SpaceId id;
  std::string name, department;
  std::int32_t sections, closed;  ///< of these, not opened yet
  std::optional<double> latitude, longitude;
};
struct PartyView {
  std::string organisation, site;  ///< «le PS», «la coopol»
  std::string words = {};          ///< that were searched
  std::vector<Tree> trees = {};
  SpaceId tree = {};  ///< which of them is shown
  std::vector<Federation> federations = {};
  std::vector<Federation> named = {};  ///< by the words
  std::vector<SectionLine> found = {};
  bool more_found = false;
};

void write_party(html::Out& out, const PartyView& view);
void write_party_map(html::Out& out, const PartyView& view);

/// "/federations/12" and what follows.
std::string federation_path(SpaceId federation, std::string_view rest = "");

}  // namespace federations
