#include "core/pictures/kind.hpp"

#include <algorithm>
#include <array>

namespace pictures {
namespace {

// ISO 14496-12 4.3: a box «ftyp», whose major brand follows. Those of ISO 23008-12 for HEVC, and «mif1» of some
// telephones.
bool is_heic(std::string_view bytes) {
  constexpr std::array<std::string_view, 6> brands{"heic", "heix", "heim", "heis", "mif1", "msf1"};
  return bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp" && std::ranges::count(brands, bytes.substr(8, 4)) > 0;
}

}  // namespace

std::optional<Kind> kind_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return Kind::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return Kind::png;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return Kind::gif;
  if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return Kind::webp;
  if (is_heic(bytes)) return Kind::heic;
  return std::nullopt;
}

}  // namespace pictures
