#pragma once
// Which encoding bytes are in, and their way to UTF-8.

#include <functional>
#include <string>
#include <string_view>

namespace tables {

struct Encoding {
  std::string name;            // as ICU knows it
  size_t byte_order_mark = 0;  // bytes to skip
};

/// By byte-order mark, else by what is valid, else by which reading makes French of it, else by what uchardet says.
Encoding detect_encoding(std::string_view bytes);

/// Hands over UTF-8 piece by piece (pieces may cut a character) until `sink` returns false. What cannot be read is
/// U+FFFD.
void decode(std::string_view bytes, const Encoding& encoding, const std::function<bool(std::string_view)>& sink);

}  // namespace tables
