#include "events/series/plan.hpp"

#include <algorithm>

namespace events {
namespace {

constexpr size_t most = 100;  // seven days a week over the horizon
constexpr auto ever = std::chrono::years(10);

}  // namespace

Plan plan(const calendar::Recurrence& recurrence, calendar::Local after, std::chrono::sys_seconds now, size_t least) {
  const auto today = calendar::local(now, recurrence.zone), horizon = today + series_horizon;
  const auto begin = std::max(after, today);
  auto found = calendar::starts(recurrence, begin, begin + ever, most + 1);
  const auto beyond = static_cast<size_t>(std::ranges::upper_bound(found, horizon) - found.begin());
  // Of a yearly meeting too the next two are there.
  const size_t fewest = std::max<size_t>(least, after > today ? 1 : 2);
  const auto kept = std::min({std::max(beyond, fewest), most, found.size()});
  Plan plan{.starts = {}, .made_to = std::max(horizon, begin), .finished = kept == found.size()};
  found.resize(kept);
  // More than so many are left for the next time; beyond the horizon the last one says how far it goes.
  if (!found.empty() && (kept == most || found.back() > horizon)) plan.made_to = found.back();
  for (const auto start : found) plan.starts.push_back(calendar::instant(start, recurrence.zone));
  return plan;
}

}  // namespace events
