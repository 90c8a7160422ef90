#include "ui/kind.hpp"

#include <array>

namespace ui {

namespace {
constexpr std::array<KindWords, 13> all = {{
    {Kind::debate, "debate", "Débat", "speech", Unit::person, false},
    {Kind::meeting, "meeting", "Réunion", "users-round", Unit::person, false},
    {Kind::section_meeting, "section_meeting", "Réunion de section", "flag", Unit::person, false},
    {Kind::flat_meeting, "flat_meeting", "Réunion d’appartement", "sofa", Unit::person, false},
    {Kind::city_life, "city_life", "Vie de la cité", "building-2", Unit::person, false},
    {Kind::party_life, "party_life", "Vie du parti", "landmark", Unit::person, false},
    {Kind::poster_pasting, "poster_pasting", "Collage d’affiches", "paint-roller", Unit::poster, true},
    {Kind::cyber_activism, "cyber_activism", "Cyber activisme", "laptop", Unit::screen, true},
    {Kind::demonstration, "demonstration", "Manifestation", "megaphone", Unit::flag, true},
    {Kind::phone_bank, "phone_bank", "Mission téléphone", "phone", Unit::phone, true},
    {Kind::door_to_door, "door_to_door", "Porte-à-porte", "door-open", Unit::door, true},
    {Kind::leafleting, "leafleting", "Tractage", "newspaper", Unit::leaflet, true},
    {Kind::other_mission, "other_mission", "Autre mission", "sparkles", Unit::person, true},
}};
}  // namespace

std::span<const KindWords> kinds() {
  return all;
}

const KindWords& words(Kind kind) {
  return all[static_cast<size_t>(kind)];
}

std::optional<Kind> kind_of(std::string_view code) {
  for (const auto& kind : all)
    if (kind.code == code) return kind.kind;
  return std::nullopt;
}

std::vector<Option> kind_options(bool missions) {
  std::vector<Option> options;
  for (const auto& kind : all)
    if (kind.mission == missions) options.push_back({.value = kind.code, .label = kind.label, .icon = kind.icon});
  return options;
}

}  // namespace ui
