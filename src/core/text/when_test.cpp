#include "core/text/when.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono;
using french::When;

When at(std::string_view zone, sys_seconds start, hours lasts) {
  return {start, start + lasts, &zones::of(zone), false};
}
When days_of(std::string_view zone, year_month_day first, year_month_day after) {
  const auto& z = zones::of(zone);
  return {zones::instant(local_days(first), z), zones::instant(local_days(after), z), &z, true};
}

TEST(When, E03_InParisNoZoneIsNamed) {
  const auto when = at("Europe/Paris", sys_days(2025y / November / 29) + 9h, 2h);
  EXPECT_EQ(french::span(when), "sam.\u00a029\u00a0nov. de\u00a010\u00a0h\u00a000 à\u00a012\u00a0h\u00a000");
  EXPECT_EQ(french::moment(when), "sam.\u00a029\u00a0nov. à\u00a010\u00a0h\u00a000");
  EXPECT_EQ(french::elsewhere(when), "");
  EXPECT_EQ(french::leaf(when), "10\u00a0h");
}

TEST(When, E03_OverseasTheClocksOfThePlaceAndTheHourInParis) {
  const auto guadeloupe = at("America/Guadeloupe", sys_days(2025y / November / 29) + 22h, 2h);
  EXPECT_EQ(french::span(guadeloupe),
            "sam.\u00a029\u00a0nov. de\u00a018\u00a0h\u00a000 à\u00a020\u00a0h\u00a000, heure de Guadeloupe "
            "(23\u00a0h\u00a000 à\u00a0Paris)");
  EXPECT_EQ(french::hour(guadeloupe), "18\u00a0h\u00a000, heure de Guadeloupe (23\u00a0h\u00a000 à\u00a0Paris)");
  EXPECT_EQ(french::machine(guadeloupe), "2025-11-29T22:00:00Z");
}

TEST(When, E03_FromFarAwayItIsAnotherDayInParis) {
  EXPECT_EQ(french::elsewhere(at("Pacific/Tahiti", sys_days(2025y / November / 30) + 4h, 2h)),
            "heure de Tahiti (5\u00a0h\u00a000 le lendemain à\u00a0Paris)");
  EXPECT_EQ(french::elsewhere(at("Pacific/Noumea", sys_days(2025y / November / 28) + 22h, 2h)),
            "heure de Nouvelle-Calédonie (23\u00a0h\u00a000 la veille à\u00a0Paris)");
}

TEST(When, E03_SummerMovesParisAndNotGuadeloupe) {
  EXPECT_EQ(french::hour(at("America/Guadeloupe", sys_days(2026y / July / 4) + 22h, 2h)),
            "18\u00a0h\u00a000, heure de Guadeloupe (0\u00a0h\u00a000 le lendemain à\u00a0Paris)");
}

TEST(When, E03_PastMidnightBothDaysAreSaid) {
  EXPECT_EQ(french::span(at("Europe/Paris", sys_days(2025y / November / 29) + 21h, 4h)),
            "du sam.\u00a029\u00a0nov. à\u00a022\u00a0h\u00a000 au dim.\u00a030\u00a0nov. à\u00a02\u00a0h\u00a000");
}

TEST(When, E03_AWholeDayEndsBeforeMidnight) {
  const auto one = days_of("America/Cayenne", 2025y / November / 29, 2025y / November / 30);
  EXPECT_EQ(french::span(one), "sam.\u00a029\u00a0nov., toute la journée");
  EXPECT_EQ(french::moment(one), "sam.\u00a029\u00a0nov.");
  EXPECT_EQ(french::leaf(one), "journée");
  EXPECT_EQ(french::machine(one), "2025-11-29");
  EXPECT_EQ(french::span(days_of("Europe/Paris", 2026y / October / 24, 2026y / October / 26)),
            "du sam.\u00a024\u00a0oct. au dim.\u00a025\u00a0oct.")
      << "one of them has twenty-five hours";
}

TEST(Zones, E03_APostcodeTellsTheHour) {
  EXPECT_EQ(zones::of_postcode("97110").label, "Guadeloupe");
  EXPECT_EQ(zones::of_postcode("97150").label, "Saint-Martin");
  EXPECT_EQ(zones::of_postcode("974").name, "Indian/Reunion");
  EXPECT_EQ(zones::of_postcode("98742").name, "Pacific/Marquesas");
  EXPECT_EQ(zones::of_postcode("98713").name, "Pacific/Tahiti");
  EXPECT_EQ(&zones::of_postcode("25000"), &zones::mainland);
  EXPECT_EQ(&zones::of_postcode(""), &zones::mainland);
}

TEST(Zones, E03_EveryZoneIsKnownAndChangesItsClocksByItsOwnRules) {
  const auto noon = sys_days(2026y / July / 4) + 12h;
  for (const auto& zone : zones::all()) EXPECT_EQ(zones::instant(zones::local(noon, zone), zone), noon) << zone.name;
  const auto& miquelon = zones::of("America/Miquelon");
  const auto night = local_days(2026y / March / 8) + 2h + 30min;
  EXPECT_EQ(zones::instants(night, miquelon).found, paris::Instants::Found::never);
  EXPECT_EQ(paris::instants(night).found, paris::Instants::Found::once);
}

}  // namespace
