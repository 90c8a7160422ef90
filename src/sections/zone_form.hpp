#pragma once
// The form of a zone: its name, who is in charge, and what fills it; with how many people it would hold.

#include <optional>
#include <string>
#include <vector>

#include "sections/ids.hpp"
#include "sections/office.hpp"
#include "ui/form.hpp"

namespace sections {

struct Candidate {
  MemberId id;
  std::string name;
};

/// As it was typed, or as it stands.
struct ZoneDraft {
  std::string name = {}, description = {};
  std::optional<MemberId> manager = {};
  std::string manager_name = {};
  std::vector<Candidate> candidates = {};  ///< several answer to that name
  std::string postcodes = {}, streets = {};
  std::string ground = {};  ///< sections/zone_text.hpp
  ui::Errors errors = {};
};

/// How many it would hold; `rough`, `nowhere`: of the section, whose home is known to their commune only, or not at
/// all.
struct ZoneCount {
  std::int64_t people, by_hand, rough, nowhere;
  bool crossed;  ///< the line of the ground crosses itself
};

struct ZoneForm {
  SectionName section;
  std::optional<ListId> list;
  ZoneDraft draft;
  std::optional<ZoneCount> count;
  std::vector<std::string> out;  ///< names of those taken out by hand
};

void zone_form(html::Out& out, const ZoneForm& form, std::string_view csrf);
/// What stands under the definition: «14 personnes y habitent.»
void zone_count(html::Out& out, const ZoneCount& count, const ZoneDraft& draft);
/// Proposals under «Responsable».
void zone_candidates(html::Out& out, const std::vector<Candidate>& candidates);

}  // namespace sections
