#include "events/figures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/text/french.hpp"

namespace events {
namespace {

constexpr std::array<Figure, 5> all{{
    {&Figures::doors_knocked, "doors_knocked", "Portes frappées", "porte frappée", "portes frappées", 100'000},
    {&Figures::doors_opened, "doors_opened", "Portes ouvertes", "porte ouverte", "portes ouvertes", 100'000},
    {&Figures::leaflets, "leaflets", "Tracts distribués", "tract distribué", "tracts distribués", 10'000'000},
    {&Figures::calls, "calls", "Appels passés", "appel passé", "appels passés", 1'000'000},
    {&Figures::posters, "posters", "Affiches collées", "affiche collée", "affiches collées", 1'000'000},
}};
enum { doors_knocked, doors_opened, leaflets, calls, posters };

// People type «1 200» as often as «1200».
std::string digits(std::string_view text) {
  std::string digits;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') continue;
    if (text.substr(i).starts_with("\u00a0")) {
      i += 1;
    } else if (text.substr(i).starts_with("\u202f")) {
      i += 2;
    } else {
      digits += text[i];
    }
  }
  return digits;
}

std::int32_t read_one(const Figure& figure, const http::Fields& form, ui::Errors& errors) {
  const auto text = digits(form.get(figure.name));
  if (text.empty()) return 0;
  std::int32_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault == std::errc{} && end == text.data() + text.size() && value >= 0 && value <= figure.most) return value;
  errors.add(std::string(figure.name), "Indique un nombre entier, de 0 à " + french::number(figure.most) + ".");
  return 0;
}

}  // namespace

std::vector<Figure> figures_of(ui::Kind kind) {
  switch (kind) {
    case ui::Kind::door_to_door:
      return {all[doors_knocked], all[doors_opened], all[leaflets]};
    case ui::Kind::leafleting:
    case ui::Kind::demonstration:
      return {all[leaflets]};
    case ui::Kind::phone_bank:
      return {all[calls]};
    case ui::Kind::poster_pasting:
      return {all[posters]};
    case ui::Kind::other_mission:
      return {all.begin(), all.end()};
    default:
      return {};
  }
}

Figures read_figures(ui::Kind kind, const http::Fields& form, ui::Errors& errors) {
  Figures figures;
  for (const auto& figure : figures_of(kind)) figures.*figure.value = read_one(figure, form, errors);
  if (figures.doors_opened > figures.doors_knocked)
    errors.add("doors_opened", "Il ne peut pas s’être ouvert plus de portes qu’on n’en a frappé.");
  return figures;
}

std::vector<ui::Stat> stats(const Figures& figures) {
  std::vector<ui::Stat> stats;
  for (const auto& figure : all)
    if (const auto value = figures.*figure.value; value > 0)
      stats.push_back({french::number(value), std::string(french::plural(value, figure.one, figure.several))});
  return stats;
}

double votes(const Figures& figures, const Settings& settings) {
  const auto share = [](std::int32_t done, size_t for_one) {
    return static_cast<double>(done) / static_cast<double>(for_one);
  };
  return share(figures.doors_knocked, settings.doors_per_vote) + share(figures.calls, settings.calls_per_vote) +
         share(figures.leaflets, settings.leaflets_per_vote);
}

std::string votes_note(const Settings& settings) {
  const auto many = [](size_t number) { return static_cast<long long>(number); };
  const Settings study;  // its figures are those that stand unless an operator sets others
  const bool measured = settings.doors_per_vote == study.doors_per_vote &&
                        settings.calls_per_vote == study.calls_per_vote &&
                        settings.leaflets_per_vote == study.leaflets_per_vote;
  return "Une voix pour " + french::count(many(settings.doors_per_vote), "porte frappée", "portes frappées") + ", " +
         french::count(many(settings.calls_per_vote), "appel", "appels") + " ou " +
         french::count(many(settings.leaflets_per_vote), "tract", "tracts") + "\u00a0: " +
         (measured ? "étude comparée des pratiques militantes démocrates, aux États-Unis." : "réglage de ce site.");
}

std::string figures_words(const Figures& figures) {
  std::vector<std::string> words;
  for (const auto& stat : stats(figures)) words.push_back(stat.value + "\u00a0" + stat.label);
  return french::list(words);
}

std::string votes_words(double votes) {
  if (votes <= 0) return {};
  if (votes < 1) return "près d’une voix";
  return "environ " + french::count(std::llround(votes), "voix", "voix");
}

}  // namespace events
