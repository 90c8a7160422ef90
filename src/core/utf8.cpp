#include "core/utf8.hpp"

#include <algorithm>

#include <cstdint>
#include <cstring>

namespace utf8 {

bool valid(std::string_view text) {
  size_t i = 0;
  const auto byte = [&](size_t at) -> unsigned { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
  const auto follows = [&](size_t at, unsigned low = 0x80, unsigned high = 0xbf) {
    return byte(at) >= low && byte(at) <= high;
  };
  while (i < text.size()) {
    // Most text is ASCII: eight bytes at a time.
    std::uint64_t eight = 0;
    while (text.size() - i >= sizeof eight) {
      std::memcpy(&eight, text.data() + i, sizeof eight);
      if (eight & 0x8080808080808080u) break;
      i += sizeof eight;
    }
    const unsigned first = byte(i);
    if (i == text.size()) break;
    if (first < 0x80) {
      i += 1;
    } else if (first >= 0xc2 && first <= 0xdf && follows(i + 1)) {
      i += 2;
    } else if (first >= 0xe0 && first <= 0xef &&
               follows(i + 1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) && follows(i + 2)) {
      i += 3;
    } else if (first >= 0xf0 && first <= 0xf4 &&
               follows(i + 1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) && follows(i + 2) &&
               follows(i + 3)) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

std::string repaired(std::string_view text) {
  std::string mended(text);
  if (!valid(mended))
    std::replace_if(
        mended.begin(), mended.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
  std::replace(mended.begin(), mended.end(), '\0', '?');
  return mended;
}

size_t length(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace utf8
