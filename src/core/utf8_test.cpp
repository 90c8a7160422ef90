#include "core/utf8.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Utf8, takes_every_length_at_its_bounds) {
  for (const char* good :
       {"", "a", "lettres ordinaires", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
        "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "réunion à 18 h, «\u202foui\u202f» 🙂"})
    EXPECT_TRUE(utf8::valid(good)) << good;
}

TEST(Utf8, refuses_overlong_surrogate_too_high_stray_and_cut) {
  for (const char* bad :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", "\xff", "\xc3", "\xe2\x80", "\xf0\x9f\x99", "12345678\xc3", "\xc3(", "caf\xe9 au lait"})
    EXPECT_FALSE(utf8::valid(bad)) << bad;
}

TEST(Utf8, keeps_what_others_said_whatever_it_was) {
  EXPECT_EQ(utf8::repaired("déjà"), "déjà");
  EXPECT_EQ(utf8::repaired("550 caf\xe9 ferm\xe9"), "550 caf? ferm?");
  EXPECT_EQ(utf8::repaired(std::string_view("a\0b", 3)), "a?b");
}

}  // namespace
