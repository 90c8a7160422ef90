#pragma once
// The parts of an event, as its organiser reads them.

#include <optional>
#include <string>
#include <vector>

#include "core/pg/statement.hpp"
#include "reports/merge.hpp"

namespace reports {

using PartId = Id<struct PartTag>;

struct Part {
  PartId id;
  std::vector<MemberId> people;    ///< its author first
  std::vector<std::string> names;  ///< those of them whom the organiser may see
  std::int32_t minutes, doors_knocked, doors_opened, leaflets, calls, posters;
  std::string words, state;
  std::int64_t filed;  ///< microseconds

  [[nodiscard]] Counted counted() const {
    return {people, minutes, {doors_knocked, doors_opened, leaflets, calls, posters}};
  }
  [[nodiscard]] std::string who() const;  ///< «Anna et Malik», «Anna et une autre personne»
  [[nodiscard]] std::string did() const;  ///< «40 portes frappées, 2 h»
};
/// Those counted already first, then as they came.
extern const pg::Statement<Part(EventId)> find_parts;

std::vector<Counted> counted(const std::vector<Part>& parts);
std::vector<Counted> counted(const std::vector<Part>& parts, const std::vector<std::int64_t>& ids);

}  // namespace reports
