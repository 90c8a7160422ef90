// coopol-picture: prints a small picture of the photo on descriptor 3 (see shrink.hpp). A program of its own, since
// libvips brings a hundred libraries, which the server is better without.

#include <linux/landlock.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <gmodule.h>
#include <vips/vips.h>
#include <webp/encode.h>

#include "core/pictures/kind.hpp"
#include "core/pictures/limits.hpp"

namespace {

constexpr int photo_descriptor = 3;
constexpr size_t usual_memory = size_t{64} << 20;
// Measured: HEIC 6, GIF 8, WebP and PNG with lines in disorder 4, progressive JPEG 3; others hardly any.
constexpr size_t pixel_memory = 8;
constexpr size_t octet_memory = 8;  // of the file: a rich HEIC is kept in several forms at once
constexpr float quality = 82;

[[noreturn]] void refuse(const char* why) {
  std::fprintf(stderr, "%s: %s\n", why, vips_error_buffer());
  _exit(1);
}

// Data only: the code of libraries does not count. Memory that is asked for in vain fails at once, untouched.
void allow_memory(size_t bytes) {
  rlimit limit{};
  getrlimit(RLIMIT_DATA, &limit);
  limit.rlim_cur = std::min<rlim_t>(bytes, limit.rlim_max);
  if (setrlimit(RLIMIT_DATA, &limit) != 0) refuse("memory");
}

std::string_view read_photo() {
  struct stat file {};
  if (fstat(photo_descriptor, &file) != 0) refuse("photo");
  const auto size = static_cast<size_t>(file.st_size);
  void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, photo_descriptor, 0);
  if (bytes == MAP_FAILED) refuse("photo");
  return {static_cast<const char*>(bytes), size};
}

// Each kind has one reader; the others do not exist here, be they named in a file.
void start_vips(pictures::Kind kind) {
  setenv("VIPS_WARNING", "0", 1);     // says nothing on the way
  setenv("VIPSHOME", "/nowhere", 1);  // or it would load its modules for PDF, slides and ImageMagick
  if (VIPS_INIT("coopol-picture") != 0) refuse("libvips");
  if (kind == pictures::Kind::heic && !g_module_open(COOPOL_VIPS_HEIF, G_MODULE_BIND_LAZY)) refuse("HEIC");
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  for (const char* reader : {"VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadNsgifBuffer",
                             "VipsForeignLoadWebpBuffer", "VipsForeignLoadHeifBuffer"})
    vips_operation_block_set(reader, FALSE);
}

// From here on no file can be opened. Where the kernel has no Landlock, the other limits still hold.
void shut_files() {
  landlock_ruleset_attr files{};
  files.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
                            LANDLOCK_ACCESS_FS_READ_DIR;
  const auto rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &files, sizeof files, 0));
  if (rules >= 0 && syscall(SYS_landlock_restrict_self, rules, 0) != 0) refuse("files");
}

// Reads no more than the head of the file.
size_t pixels(std::string_view photo) {
  VipsImage* image =
      vips_image_new_from_buffer(photo.data(), photo.size(), "", "access", VIPS_ACCESS_SEQUENTIAL, nullptr);
  if (!image) refuse("head");
  const auto count =
      static_cast<size_t>(vips_image_get_width(image)) * static_cast<size_t>(vips_image_get_height(image));
  g_object_unref(image);
  return count;
}

// libvips 8.14 heeds fail_on only here, not as an option of its own.
VipsImage* small(std::string_view photo) {
  VipsImage* image = nullptr;
  if (vips_thumbnail_buffer(const_cast<char*>(photo.data()), photo.size(), &image, pictures::max_side, "height",
                            pictures::max_side, "size", VIPS_SIZE_DOWN, "option_string", "fail_on=truncated",
                            nullptr) != 0)
    refuse("photo");
  return image;
}

// Eight bits, for any screen.
VipsImage* coloured(VipsImage* image) {
  VipsImage *converted = nullptr, *plain = nullptr;
  const bool printed = vips_image_get_interpretation(image) == VIPS_INTERPRETATION_CMYK;
  if (printed || vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0) {
    if (vips_icc_transform(image, &converted, "srgb", "embedded", TRUE, "input_profile", printed ? "cmyk" : "srgb",
                           nullptr) != 0)
      refuse("profile");
    image = converted;
  }
  if (vips_colourspace(image, &plain, VIPS_INTERPRETATION_sRGB, nullptr) != 0) refuse("colours");
  return plain;
}

// Nothing but its points goes on: what libvips would write itself has metadata even when it is told to strip.
void print(VipsImage* image) {
  size_t size = 0;
  const int width = vips_image_get_width(image), height = vips_image_get_height(image);
  const bool transparent = vips_image_hasalpha(image) != 0;
  const auto* points = static_cast<const std::uint8_t*>(vips_image_write_to_memory(image, &size));
  const int line = width * (transparent ? 4 : 3);
  if (!points || size != static_cast<size_t>(line) * static_cast<size_t>(height)) refuse("points");
  std::uint8_t* content = nullptr;
  size = (transparent ? WebPEncodeRGBA : WebPEncodeRGB)(points, width, height, line, quality, &content);
  if (size == 0 || size > pictures::max_bytes) refuse("picture");
  std::printf("%d %d\n", width, height);
  std::fwrite(content, 1, size, stdout);
}

}  // namespace

int main() {
  mallopt(M_ARENA_MAX, 1);
  allow_memory(usual_memory);
  const auto photo = read_photo();
  const auto kind = pictures::kind_of(photo);
  if (!kind) refuse("kind");
  start_vips(*kind);
  shut_files();
  // For WebP libvips asks for all the memory at once, before it says how much; what is not filled costs nothing.
  if (kind == pictures::Kind::webp) allow_memory(usual_memory + pixel_memory * pictures::max_photo_pixels);
  const auto count = pixels(photo);
  if (count > pictures::max_photo_pixels) {
    std::puts("too many pixels");
  } else {
    allow_memory(usual_memory + pixel_memory * count + octet_memory * photo.size());
    print(coloured(small(photo)));
  }
  std::fflush(stdout);
  _exit(0);  // without the farewells of a hundred libraries
}
