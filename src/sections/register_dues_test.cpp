// X09: «à jour de cotisation» as files say it.

#include "sections/register_dues.hpp"

#include <gtest/gtest.h>

namespace {

using namespace sections;
using namespace std::chrono_literals;
constexpr auto today = 2026y / 3 / 15;

TEST(RegisterDues, X09_AreReadAsFilesWriteThem) {
  for (const char* typed : {"Oui", "OUI", "x", "à jour", "Réglée"}) EXPECT_EQ(read_dues(typed, today), "yes") << typed;
  for (const char* typed : {"Non", "n", "Pas à jour", "impayée"}) EXPECT_EQ(read_dues(typed, today), "no") << typed;
  EXPECT_EQ(read_dues("2025", today), "2025");
  EXPECT_EQ(read_dues("14/03/2026", today), "2026-03-14");
  EXPECT_EQ(read_dues("", today), "") << "nothing said";
  for (const char* typed : {"peut-être", "3012", "14/03/2031"})
    EXPECT_EQ(read_dues(typed, today), std::nullopt) << typed;
}

TEST(RegisterDues, X09_AreToldInWords) {
  EXPECT_EQ(dues_words("yes"), "À jour");
  EXPECT_EQ(dues_words("2025"), "Réglée en 2025");
  EXPECT_EQ(dues_words("2026-03-14"),
            "Réglée le 14 mars\u00a0"
            "2026");
  EXPECT_TRUE(dues_current("yes", today) && dues_current("2026", today) && dues_current("2026-01-02", today));
  EXPECT_FALSE(dues_current("no", today) || dues_current("2025", today) || dues_current("", today));
}

}  // namespace
