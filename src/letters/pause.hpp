#pragma once

#include <chrono>

namespace letters {

/// In which a letter can be called back (letter_send and letter_call_back in 46_letters.sql say the same).
inline constexpr std::chrono::seconds pause_before_it_leaves{60};

}  // namespace letters
