#pragma once

#include <cstdio>
#include <cstdlib>

/// What must hold for every input; libFuzzer keeps the input for which it does not.
inline void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}
