#pragma once
// Photos made up for tests: red on the left, blue on the right.

#include <string>
#include <string_view>

#include <vips/vips8>

namespace pictures::testing {

using vips::VImage;

inline VImage plain(int width, int height, const std::vector<double>& colour) {
  return VImage::black(width, height)
      .new_from_image(colour)
      .cast(VIPS_FORMAT_UCHAR)
      .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

inline VImage photo(int width, int height) {
  return plain(width / 2, height, {200, 40, 30})
      .join(plain(width - width / 2, height, {30, 60, 200}), VIPS_DIRECTION_HORIZONTAL);
}

/// `suffix` is ".jpg", ".png", ".gif", ".webp" or ".heic", options of libvips in brackets behind.
inline std::string saved(const VImage& image, const std::string& suffix) {
  void* bytes = nullptr;
  size_t size = 0;
  image.write_to_buffer(suffix.c_str(), &bytes, &size);
  std::string content(static_cast<const char*>(bytes), size);
  g_free(bytes);
  return content;
}

inline VImage read(std::string_view content) {
  return VImage::new_from_buffer(content.data(), content.size(), "");
}

}  // namespace pictures::testing
