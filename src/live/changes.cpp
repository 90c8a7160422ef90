#include "live/changes.hpp"

#include <algorithm>
#include <iterator>

namespace live {
namespace {

using namespace std::chrono_literals;

constexpr auto memory = 10min;
constexpr auto sweep_every = 1min;
constexpr size_t most = 100'000;  // some 10 MB; beyond, we rather know nothing

}  // namespace

void Changes::begin(Time now) {
  known_from_ = now;
  latest_.clear();
}

void Changes::add(const Subject& subject, Time now) {
  latest_[subject] = now;
  if (now - swept_ > sweep_every) forget(now - memory);
  if (latest_.size() > most) begin(now);
}

void Changes::forget(Time before) {
  swept_ = before + memory;
  std::erase_if(latest_, [&](const auto& change) { return change.second < before; });
  known_from_ = std::max(known_from_, before);
}

std::vector<Subject> Changes::since(Time then, const std::vector<Subject>& subjects) const {
  if (then < known_from_) return subjects;
  std::vector<Subject> changed;
  std::copy_if(subjects.begin(), subjects.end(), std::back_inserter(changed), [&](const Subject& subject) {
    const auto found = latest_.find(subject);
    return found != latest_.end() && found->second >= then;
  });
  return changed;
}

}  // namespace live
