#include "core/pictures/shrink.hpp"

#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "core/confined.hpp"
#include "core/pictures/kind.hpp"

namespace pictures {
namespace {

constexpr size_t head_bytes = 32;  // of what the program prints before the picture
// The whole of what it maps, its libraries included; what it may fill, it limits itself, by what the photo says of
// itself.
constexpr confined::Allowance allowance{.processor = std::chrono::seconds(8),
                                        .clock = std::chrono::seconds(10),
                                        .memory = size_t{1} << 30,
                                        .output = max_bytes + head_bytes};

// «450 338», a line break, the picture. What reads hostile files is not believed either.
std::optional<Picture> read(std::string_view printed) {
  Picture picture{};
  for (int* side : {&picture.width, &picture.height}) {
    const auto [end, error] = std::from_chars(printed.data(), printed.data() + printed.size(), *side);
    const auto digits = static_cast<size_t>(end - printed.data());
    if (error != std::errc{} || *side < 1 || *side > max_side || digits == printed.size()) return std::nullopt;
    printed.remove_prefix(digits + 1);
  }
  if (kind_of(printed) != Kind::webp || printed.size() > max_bytes) return std::nullopt;
  picture.content = printed;
  return picture;
}

}  // namespace

std::string program() {
  return std::filesystem::read_symlink("/proc/self/exe").replace_filename("coopol-picture").string();
}

std::variant<Picture, Fault> shrink(std::string_view photo) {
  if (photo.size() > max_photo_bytes) return Fault::too_heavy;
  if (!kind_of(photo)) return Fault::unreadable;
  const auto command = program();
  if (access(command.c_str(), X_OK) != 0) throw std::runtime_error(command + " is missing");
  std::string printed;
  const auto end = confined::run({command}, photo, allowance, [&](std::string_view text) {
    printed += text;
    return true;
  });
  if (end != confined::End::finished) return Fault::unreadable;
  if (printed == "too many pixels\n") return Fault::too_many_pixels;
  if (auto picture = read(printed)) return *std::move(picture);
  return Fault::unreadable;
}

}  // namespace pictures
