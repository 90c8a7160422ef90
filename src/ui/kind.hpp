#pragma once
// The thirteen kinds of event (E02): their words, pictograms and what the gauge counts with.

#include <optional>
#include <span>
#include <string_view>

#include "ui/form.hpp"
#include "ui/icon.hpp"

namespace ui {

enum class Kind {
  debate,
  meeting,
  section_meeting,
  flat_meeting,
  city_life,
  party_life,  // meetings
  poster_pasting,
  cyber_activism,
  demonstration,
  phone_bank,
  door_to_door,
  leafleting,
  other_mission,  // missions
};

/// What a gauge's places are drawn as.
enum class Unit { person, door, leaflet, poster, phone, flag, screen };

struct KindWords {
  Kind kind;
  std::string_view code;   ///< in the database and in forms: "door_to_door"
  std::string_view label;  ///< «Porte-à-porte»
  Icon icon;
  Unit unit;
  bool mission;
};

std::span<const KindWords> kinds();
const KindWords& words(Kind kind);
std::optional<Kind> kind_of(std::string_view code);
/// For a tile group: all meetings, or all missions.
std::vector<Option> kind_options(bool missions);

}  // namespace ui
