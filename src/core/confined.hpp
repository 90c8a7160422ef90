#pragma once
// Runs a program on bytes that nobody trusts: no network, no files written, little memory, little time.

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace confined {

struct Allowance {
  std::chrono::seconds processor;
  std::chrono::milliseconds clock;
  size_t memory;  // bytes of address space
  size_t output;  // bytes
};

enum class End : unsigned char { finished, failed, exhausted, stopped };  // …; an allowance was used up; `sink` said so

/// The address under which the program finds `input`, a file in memory.
inline constexpr const char* input_path = "/proc/self/fd/3";

/// Runs `command` (with its full path) and hands over what it prints, until `sink` returns false. Kills it when it goes
/// too far.
End run(const std::vector<std::string>& command, std::string_view input, const Allowance& allowance,
        const std::function<bool(std::string_view)>& sink);

}  // namespace confined
