#include "core/zip.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

#include "testing/zip_files.hpp"

namespace {

constexpr auto today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};

TEST(Zip, A12_FilesAreReadBackAsTheyWereWritten) {
  std::string made;
  size_t largest = 0;
  zip::Writer writer([&](std::string_view part) {
    made += part;
    largest = std::max(largest, part.size());
  });
  std::string noise;
  for (unsigned i = 0, x = 1; i < 1'000'000; ++i) noise += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  writer.file("lisez-moi.txt", today);
  writer.write("Bonjour ");
  writer.write("Inès");
  writer.file("dossier/bruit.bin", today);
  writer.write(noise);
  const auto before_the_end = made.size();
  writer.file("vide.txt", today);
  writer.finish();
  EXPECT_EQ(testing_zip::files_in_zip(made),
            (std::map<std::string, std::string>{
                {"lisez-moi.txt", "Bonjour Inès"}, {"dossier/bruit.bin", noise}, {"vide.txt", ""}}));
  EXPECT_GT(before_the_end, noise.size() / 2) << "leaves as it is written";
  EXPECT_LT(largest, noise.size() / 4);
}

TEST(Zip, A12_WhatTheSinkThrowsComesOut) {
  zip::Writer writer([](std::string_view) { throw std::logic_error("full"); });
  writer.file("a.bin", today);
  EXPECT_THROW(
      {
        for (int i = 0; i < 100; ++i) writer.write(std::string(100'000, static_cast<char>(i)));
        writer.finish();
      },
      std::logic_error);
}

}  // namespace
