#pragma once
// How long to wait before trying again: twice as long each time, up to a limit, and never all at the same moment.

#include <chrono>

namespace jobs {

struct BackOff {
  std::chrono::milliseconds first, longest;
};

inline constexpr double jitter = 0.25;  // a quarter less to a quarter more

/// After the attempt of that number (1 at first). `chance` lies in [0, 1).
std::chrono::milliseconds wait_after(const BackOff& back_off, int attempt, double chance);
/// The same, by chance.
std::chrono::milliseconds wait_after(const BackOff& back_off, int attempt);

}  // namespace jobs
