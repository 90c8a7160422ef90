#include "core/text/french.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace std::chrono_literals;
using std::chrono::sys_days;

namespace {
std::chrono::year_month_day date(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}
}  // namespace

TEST(French, Moments) {
  EXPECT_EQ(french::moment(sys_days(date(2025, 11, 27)) + 17h), "jeu.\u00a027\u00a0nov. à\u00a018\u00a0h\u00a000");
  EXPECT_EQ(french::moment(sys_days(date(2026, 7, 31)) + 22h + 5min),
            "sam.\u00a01er\u00a0août à\u00a00\u00a0h\u00a005");
  EXPECT_EQ(french::short_hour(paris::local(sys_days(date(2025, 11, 27)) + 17h)), "18\u00a0h");
  EXPECT_EQ(french::short_hour(paris::local(sys_days(date(2025, 11, 27)) + 8h + 30min)), "9\u00a0h\u00a030");
  EXPECT_EQ(french::whole_day(date(2026, 6, 1)), "lundi\u00a01er\u00a0juin");
  EXPECT_EQ(french::long_day(date(2025, 11, 27)), "jeudi\u00a027\u00a0novembre\u00a02025");
}

TEST(French, SpansOfOneDayAndOfSeveral) {
  const auto start = sys_days(date(2025, 11, 29)) + 9h;
  EXPECT_EQ(french::span(start, start + 150min),
            "sam.\u00a029\u00a0nov. de\u00a010\u00a0h\u00a000 à\u00a012\u00a0h\u00a030");
  EXPECT_EQ(french::span(start + 10h, start + 16h),
            "du sam.\u00a029\u00a0nov. à\u00a020\u00a0h\u00a000 au dim.\u00a030\u00a0nov. à\u00a02\u00a0h\u00a000");
}

TEST(French, HowLongAgo) {
  const auto now = sys_days(date(2025, 11, 27)) + 12h;
  EXPECT_EQ(french::ago(now - 20s, now), "à l’instant");
  EXPECT_EQ(french::ago(now + 20s, now), "à l’instant") << "clocks of two machines may differ";
  EXPECT_EQ(french::ago(now - 40min, now), "il y a\u00a040\u00a0min");
  EXPECT_EQ(french::ago(now - 3h, now), "il y a\u00a03\u00a0h");
  EXPECT_EQ(french::ago(now - 20h, now), "hier");
  EXPECT_EQ(french::ago(now - 72h, now), "lun.\u00a024\u00a0nov.");
  EXPECT_EQ(french::ago(sys_days(date(2023, 3, 1)) + 12h, now), "1er\u00a0mars\u00a02023");
}

TEST(French, B06_HowManyDaysAgo) {
  const auto now = sys_days(date(2025, 11, 27)) + 7h;  // eight in Paris
  const auto told = [&](int days) { return french::days_ago(now - std::chrono::days(days), now); };
  EXPECT_EQ(french::days_ago(now - 2h, now), "aujourd’hui");
  EXPECT_EQ(french::days_ago(now - 10h, now), "hier") << "the day counts, not the hours";
  EXPECT_EQ(told(3), "il y a\u00a03\u00a0jours");
  EXPECT_EQ(told(20), "il y a\u00a02\u00a0semaines");
  EXPECT_EQ(told(200), "il y a\u00a06\u00a0mois");
  EXPECT_EQ(told(800), "il y a\u00a0plus d’un an");
}

TEST(French, NumbersAndPlurals) {
  EXPECT_EQ(french::number(0), "0");
  EXPECT_EQ(french::number(-1234), "−1\u202f234");
  EXPECT_EQ(french::number(12345678), "12\u202f345\u202f678");
  EXPECT_EQ(french::count(0, "participant", "participants"), "0\u00a0participant");
  EXPECT_EQ(french::count(1, "participant", "participants"), "1\u00a0participant");
  EXPECT_EQ(french::count(2, "participant", "participants"), "2\u00a0participants");
  EXPECT_EQ(french::percent(5, 8), "63\u00a0%");
  EXPECT_EQ(french::percent(0, 0), "–");
  EXPECT_EQ(french::file_size(1'468'006), "1,4\u00a0Mo");
  EXPECT_EQ(french::file_size(839'680), "820\u00a0Ko");
}

TEST(French, Words) {
  EXPECT_EQ(french::list(std::vector<std::string>{"Ana", "Bob", "Chloé"}), "Ana, Bob et Chloé");
  EXPECT_EQ(french::of("Élise"), "d’Élise");
  EXPECT_EQ(french::of("Yves"), "d’Yves");
  EXPECT_EQ(french::of("Yasmine"), "de Yasmine");
  EXPECT_EQ(french::of("Malik"), "de Malik");
}

TEST(French, Typography) {
  EXPECT_EQ(french::typographic("L'an prochain ?"), "L’an prochain\u202f?");
  EXPECT_EQ(french::typographic("Rendez-vous: 10:30, http://exemple.fr!"),
            "Rendez-vous\u00a0: 10:30, http://exemple.fr\u202f!");
  EXPECT_EQ(french::typographic("Quoi ?!"), "Quoi\u202f?!");
  EXPECT_EQ(french::typographic("Il dit \"oui\" et « non »"), "Il dit «\u202foui\u202f» et «\u202fnon\u202f»");
}
