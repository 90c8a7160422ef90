#include "core/jobs/back_off.hpp"

#include <algorithm>
#include <random>

namespace jobs {

std::chrono::milliseconds wait_after(const BackOff& back_off, int attempt, double chance) {
  std::chrono::milliseconds wait = back_off.first;
  for (int i = 1; i < attempt && wait < back_off.longest; ++i) wait *= 2;
  wait = std::min(wait, back_off.longest);
  return std::chrono::milliseconds(
      static_cast<std::int64_t>(static_cast<double>(wait.count()) * (1 - jitter + 2 * jitter * chance)));
}

std::chrono::milliseconds wait_after(const BackOff& back_off, int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  return wait_after(back_off, attempt, std::generate_canonical<double, 32>(random));
}

}  // namespace jobs
