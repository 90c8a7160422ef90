#include "core/pictures/shrink.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/pictures/photo_for_tests.hpp"

// What makes HEIC photos for these tests keeps a few octets; for the leak sanitizer.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libx265";
}

namespace {

using namespace pictures::testing;

class Shrink : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (VIPS_INIT("coopol_unit") != 0) FAIL() << vips_error_buffer();
  }
};

pictures::Picture shrunk(const std::string& photo) {
  auto result = pictures::shrink(photo);
  if (const auto* fault = std::get_if<pictures::Fault>(&result)) throw std::runtime_error(std::string(message(*fault)));
  auto picture = std::get<pictures::Picture>(std::move(result));
  EXPECT_LE(picture.content.size(), pictures::max_bytes);
  const auto image = read(picture.content);
  EXPECT_EQ(image.width(), picture.width);
  EXPECT_EQ(image.height(), picture.height);
  return picture;
}

std::pair<int, int> size(const pictures::Picture& picture) {
  return {picture.width, picture.height};
}

void expect_colour(const pictures::Picture& picture, double x, double y, const std::vector<double>& colour,
                   double apart = 12) {
  const auto image = read(picture.content);
  const auto found = image.getpoint(static_cast<int>(x * image.width()), static_cast<int>(y * image.height()));
  ASSERT_EQ(found.size(), colour.size());
  for (size_t band = 0; band < colour.size(); ++band) EXPECT_NEAR(found[band], colour[band], apart) << "band " << band;
}

const std::vector<double> red{200, 40, 30}, blue{30, 60, 200};

TEST_F(Shrink, S02_A10_EveryKindOfPhotoBecomesASmallPicture) {
  for (const char* kind :
       {".jpg", ".jpg[interlace]", ".png", ".png[interlace]", ".gif", ".webp", ".webp[lossless]", ".heic"}) {
    SCOPED_TRACE(kind);
    const auto picture = shrunk(saved(photo(1600, 1200), kind));
    EXPECT_EQ(size(picture), std::pair(450, 338));
    expect_colour(picture, 0.25, 0.5, red);
    expect_colour(picture, 0.75, 0.5, blue);
  }
}

TEST_F(Shrink, S02_A10_ASmallPhotoIsNotMadeLarger) {
  EXPECT_EQ(size(shrunk(saved(photo(120, 80), ".jpg"))), std::pair(120, 80));
  EXPECT_EQ(size(shrunk(saved(photo(2, 9000), ".png"))), std::pair(1, 450));
}

TEST_F(Shrink, S02_A10_APhotoHeldUprightStandsUpright) {
  auto turned = photo(1600, 1200).copy();
  turned.set("orientation", 6);  // its top is on the right
  const auto picture = shrunk(saved(turned, ".jpg"));
  EXPECT_EQ(size(picture), std::pair(338, 450));
  expect_colour(picture, 0.5, 0.25, red);
  expect_colour(picture, 0.5, 0.75, blue);
}

TEST_F(Shrink, S02_A10_NothingSaysWhereAndWithWhatItWasTaken) {
  auto told = photo(800, 600).copy();
  told.set("exif-ifd0-Model", "Appareil de Colette");
  told.set("exif-ifd3-GPSLatitude", "47/1 14/1 24/1");
  const std::string xmp = "<x:xmpmeta>Colette</x:xmpmeta>";
  told.set("xmp-data", nullptr, const_cast<char*>(xmp.data()), xmp.size());
  told = told.icc_transform("p3");
  for (const char* kind : {".jpg", ".png", ".webp", ".heic"}) {
    SCOPED_TRACE(kind);
    const auto before = saved(told, kind);
    const auto is_told = [&](const char* field) { return read(before).get_typeof(field) != 0; };
    ASSERT_TRUE(is_told("exif-ifd3-GPSLatitude") || is_told("xmp-data")) << "or nothing is proved";
    const auto content = shrunk(before).content;
    for (const char* trace : {"EXIF", "Exif", "XMP", "ICCP", "Colette", "GPS"})
      EXPECT_EQ(content.find(trace), content.npos) << trace;
  }
}

TEST_F(Shrink, S02_A10_ColoursOfAWideScreenBecomeThoseOfAny) {
  const auto wide = photo(800, 600).icc_transform("p3");
  ASSERT_GT(std::abs(wide.getpoint(10, 10)[0] - red[0]), 8) << "or nothing is proved";
  const auto picture = shrunk(saved(wide, ".jpg"));
  expect_colour(picture, 0.25, 0.5, red, 6);
  expect_colour(picture, 0.75, 0.5, blue, 6);
}

TEST_F(Shrink, S02_A10_OtherWaysToKeepColours) {
  const auto deep = photo(600, 600).colourspace(VIPS_INTERPRETATION_RGB16);
  expect_colour(shrunk(saved(deep, ".png")), 0.25, 0.5, red);
  const auto grey = plain(600, 600, {90}).copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_B_W));
  expect_colour(shrunk(saved(grey, ".jpg")), 0.5, 0.5, {90, 90, 90});
  const auto printed = photo(600, 600).icc_transform("cmyk");
  expect_colour(shrunk(saved(printed, ".jpg")), 0.25, 0.5, red, 40);
}

TEST_F(Shrink, S02_A10_WhatIsTransparentStaysSo) {
  const auto half = photo(800, 600).bandjoin(128.0);
  expect_colour(shrunk(saved(half, ".png")), 0.25, 0.5, {200, 40, 30, 128});
}

TEST_F(Shrink, S02_A10_EvenNoiseStaysUnderTheLimit) {
  const auto noise = VImage::gaussnoise(1000, 1000, VImage::option()->set("sigma", 90.0)).cast(VIPS_FORMAT_UCHAR);
  const auto picture = shrunk(saved(noise.bandjoin({noise.rot90(), noise.rot180(), noise.rot270()})
                                        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB)),
                                    ".png[compression=1]"));
  EXPECT_EQ(size(picture), std::pair(450, 450));
}

}  // namespace
