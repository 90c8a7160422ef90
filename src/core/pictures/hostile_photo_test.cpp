// Files that are no photos, or want to do harm: refused with words, within a second of processor and 64 MB.

#include <gtest/gtest.h>

#include <sstream>

#include "core/confined.hpp"
#include "core/pictures/photo_for_tests.hpp"
#include "core/pictures/shrink.hpp"

namespace {

using namespace pictures::testing;
using pictures::Fault;

class HostilePhoto : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (VIPS_INIT("coopol_unit") != 0) FAIL() << vips_error_buffer();
  }
};

std::optional<Fault> fault(const std::string& photo) {
  const auto result = pictures::shrink(photo);
  const auto* found = std::get_if<Fault>(&result);
  return found ? std::optional(*found) : std::nullopt;
}

struct Cost {
  double seconds = 0, megabytes = 0;
};

// Python starts the program, because a child is charged with the memory of who starts it.
Cost cost(const std::string& photo) {
  const std::string measure =
      "import resource, subprocess\n"
      "subprocess.run(['" +
      pictures::program() +
      "'], pass_fds=[3], stdout=subprocess.DEVNULL)\n"
      "r = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
      "print(r.ru_utime + r.ru_stime, r.ru_maxrss / 1024)";
  std::string printed;
  confined::run({"/usr/bin/python3", "-I", "-c", measure}, photo,
                {.processor = std::chrono::seconds(20),
                 .clock = std::chrono::seconds(60),
                 .memory = size_t{1} << 30,
                 .output = 1000},
                [&](std::string_view text) {
                  printed += text;
                  return true;
                });
  Cost cost;
  EXPECT_TRUE(std::istringstream(printed) >> cost.seconds >> cost.megabytes) << printed;
  return cost;
}

void expect_refused_cheaply(const std::string& photo, Fault why) {
  EXPECT_EQ(fault(photo), why);
  const auto [seconds, megabytes] = cost(photo);
  EXPECT_LT(seconds, 1);
  EXPECT_LT(megabytes, 64);
}

std::string big_endian(std::uint32_t number, int octets) {
  std::string text;
  while (octets-- > 0) text += static_cast<char>(number >> 8 * octets & 0xFF);
  return text;
}

std::string with(std::string photo, size_t at, const std::string& octets) {
  EXPECT_LT(at, photo.size());
  return photo.replace(at, octets.size(), octets);
}

TEST_F(HostilePhoto, S02_A10_WhatIsNoPhoto) {
  const std::string svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
  for (const auto& file :
       {std::string(), std::string("Bonjour"), svg, std::string("%PDF-1.7\n"), std::string("\xFF\xD8\xFF"),
        std::string("\x89PNG\r\n\x1A\n") + svg, std::string("GIF89a") + svg, "RIFF1234WEBP" + svg,
        std::string("\0\0\0\x18"
                    "ftypheic",
                    12) +
            svg,
        std::string("#!/bin/sh\n"), saved(photo(60, 60), ".tif"), saved(photo(60, 60), ".ppm")}) {
    SCOPED_TRACE(file.substr(0, 20));
    expect_refused_cheaply(file, Fault::unreadable);
  }
}

TEST_F(HostilePhoto, S02_A10_WhatIsCutShort) {
  const auto noisy = VImage::gaussnoise(900, 900)
                         .cast(VIPS_FORMAT_UCHAR)
                         .bandjoin(photo(900, 900).extract_band(0, VImage::option()->set("n", 2)))
                         .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
  for (const char* kind : {".jpg", ".png", ".gif", ".webp", ".heic"}) {
    const auto whole = saved(noisy, kind);
    for (const size_t part : {size_t{20}, whole.size() / 10, whole.size() / 2}) {
      SCOPED_TRACE(kind + std::to_string(part));
      expect_refused_cheaply(whole.substr(0, part), Fault::unreadable);
    }
  }
}

TEST_F(HostilePhoto, S02_A10_TooManyPixelsAreNotEvenUnpacked) {
  const auto small = photo(64, 48);
  const auto jpeg = saved(small, ".jpg");
  expect_refused_cheaply(with(jpeg, jpeg.find("\xFF\xC0") + 5, big_endian(65000, 2) + big_endian(65000, 2)),
                         Fault::too_many_pixels);
  expect_refused_cheaply(saved(plain(8193, 8192, {9, 9, 9}), ".png"), Fault::too_many_pixels);
  // Those of HEIC and GIF say their size twice.
  auto heic = saved(small, ".heic"), gif = saved(small, ".gif");
  for (auto at = heic.find("ispe"); at != heic.npos; at = heic.find("ispe", at + 1))
    heic = with(heic, at + 8, big_endian(9000, 4) + big_endian(9000, 4));
  expect_refused_cheaply(heic, Fault::too_many_pixels);
  const std::string enormous = "\x28\x23\x28\x23";  // 9000 twice, the other way round
  gif = with(with(gif, 6, enormous), gif.find(std::string("\x2C\0\0\0\0\x40\0\x30", 8)) + 5, enormous);
  expect_refused_cheaply(gif, Fault::too_many_pixels);
}

TEST_F(HostilePhoto, S02_A10_ABombWithinTheLimitCostsLittle) {
  for (const char* kind : {".png", ".jpg"}) {
    SCOPED_TRACE(kind);
    const auto bomb = saved(plain(8000, 8000, {9, 9, 9}), kind);
    EXPECT_EQ(fault(bomb), std::nullopt) << "it is a picture, after all";
    const auto [seconds, megabytes] = cost(bomb);
    EXPECT_LT(seconds, 2);
    EXPECT_LT(megabytes, 96);
  }
}

TEST_F(HostilePhoto, S02_A10_SizeInOctets) {
  auto heavy = saved(photo(64, 48), ".jpg");
  heavy.resize(pictures::max_photo_bytes, '\0');
  EXPECT_EQ(fault(heavy), std::nullopt) << "whatever follows the end of the photo";
  EXPECT_EQ(fault(heavy + '\0'), Fault::too_heavy);
}

}  // namespace
