#pragma once
// The arithmetic of a team's report (E10): parts become a sum that the organiser corrects; nobody's work is summed
// twice without their saying so; the doors on profiles add up to the report's.

#include <span>
#include <vector>

#include "core/ids.hpp"
#include "events/figures.hpp"

namespace reports {

/// What a person or a little team did.
struct Counted {
  std::vector<MemberId> people;
  std::int32_t minutes = 0;  ///< each
  events::Figures figures;
};

/// Do they name a same person? Then both may tell the same work.
bool overlap(const Counted& a, const Counted& b);
/// Which to count unless the organiser decides otherwise: from the first on, whatever no counted one overlaps with.
std::vector<bool> proposed(std::span<const Counted> parts);

/// Figures together, and the minutes of each person on average.
Counted sum(std::span<const Counted> parts);

/// What was typed, when some parts more are counted and others no longer: corrections by hand stay. Never below zero.
events::Figures moved(const events::Figures& typed, const events::Figures& from, const events::Figures& to);

/// The doors of each of `people`: those of their own part, shared out in it; what is left is shared by whoever has
/// none, or by all; if there are fewer doors than parts say, everybody has less in proportion. They add up to `doors`.
std::vector<std::int32_t> share_doors(std::int32_t doors, std::span<const MemberId> people,
                                      std::span<const Counted> parts);

}  // namespace reports
