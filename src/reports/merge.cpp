#include "reports/merge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace reports {
namespace {

using events::Figures;

constexpr std::array all{&Figures::doors_knocked, &Figures::doors_opened, &Figures::leaflets, &Figures::calls,
                         &Figures::posters};

// Equally; those that are left go to the first ones.
void share_equally(std::vector<std::int64_t>& shares, std::int64_t doors, const std::vector<size_t>& among) {
  const auto many = std::ssize(among);
  for (std::int64_t i = 0; i < many; ++i)
    shares[among[static_cast<size_t>(i)]] += doors / many + (i < doors % many ? 1 : 0);
}

// Down to a smaller sum, in proportion; the largest fractions are rounded up.
void shrink(std::vector<std::int64_t>& shares, std::int64_t from, std::int64_t to) {
  std::vector<std::pair<std::int64_t, size_t>> fractions;
  std::int64_t left = to;
  for (size_t i = 0; i < shares.size(); ++i) {
    fractions.emplace_back(-(shares[i] * to % from), i);
    shares[i] = shares[i] * to / from;
    left -= shares[i];
  }
  std::ranges::sort(fractions);
  for (size_t i = 0; left > 0; ++i, --left) ++shares[fractions[i].second];
}

}  // namespace

bool overlap(const Counted& a, const Counted& b) {
  return std::ranges::any_of(a.people,
                             [&](MemberId one) { return std::ranges::find(b.people, one) != b.people.end(); });
}

std::vector<bool> proposed(std::span<const Counted> parts) {
  std::vector<bool> kept(parts.size());
  for (size_t i = 0; i < parts.size(); ++i) {
    kept[i] = true;
    for (size_t j = 0; j < i; ++j)
      if (kept[j] && overlap(parts[i], parts[j])) kept[i] = false;
  }
  return kept;
}

Counted sum(std::span<const Counted> parts) {
  Counted whole;
  std::int64_t minutes = 0, people = 0;
  for (const auto& part : parts) {
    for (const auto figure : all) whole.figures.*figure += part.figures.*figure;
    minutes += std::int64_t{part.minutes} * std::ssize(part.people);
    people += std::ssize(part.people);
    for (const auto one : part.people)
      if (std::ranges::find(whole.people, one) == whole.people.end()) whole.people.push_back(one);
  }
  if (people > 0) whole.minutes = static_cast<std::int32_t>((minutes + people / 2) / people);
  return whole;
}

Figures moved(const Figures& typed, const Figures& from, const Figures& to) {
  Figures result;
  for (const auto figure : all) result.*figure = std::max(0, typed.*figure - from.*figure + to.*figure);
  return result;
}

std::vector<std::int32_t> share_doors(std::int32_t doors, std::span<const MemberId> people,
                                      std::span<const Counted> parts) {
  std::vector<std::int64_t> shares(people.size());
  std::vector<bool> named(people.size());
  for (const auto& part : parts) {
    std::vector<size_t> team;
    for (size_t i = 0; i < people.size(); ++i)
      if (std::ranges::find(part.people, people[i]) != part.people.end()) team.push_back(i);
    for (const auto i : team) named[i] = true;
    if (!team.empty()) share_equally(shares, part.figures.doors_knocked, team);
  }
  const auto noted = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
  if (noted > doors) {
    shrink(shares, noted, doors);
  } else if (noted < doors && !people.empty()) {
    std::vector<size_t> others, everybody(people.size());
    std::iota(everybody.begin(), everybody.end(), size_t{0});
    std::ranges::copy_if(everybody, std::back_inserter(others), [&](size_t i) { return !named[i]; });
    share_equally(shares, doors - noted, others.empty() ? everybody : others);
  }
  return {shares.begin(), shares.end()};
}

}  // namespace reports
