#include "events/description.hpp"

#include <gtest/gtest.h>

#include "ui/kind.hpp"

namespace {

using namespace events;
using namespace std::chrono;

const paris::Instant now = sys_days(2026y / March / 1);

TypedDescription mission() {
  return {.kind = "door_to_door",
          .title = "Les Tilleuls",
          .start_date = "2026-03-14",
          .start_time = "10:00",
          .end_date = "2026-03-14",
          .end_time = "12:30",
          .address = "12 rue des Tilleuls",
          .postcode = "25000",
          .city = "Besançon",
          .circle = "public"};
}

// The message of that field, or "" when all is well.
std::string wrong(const TypedDescription& typed, std::string_view field) {
  ui::Errors errors;
  const auto kept = read(typed, now, errors);
  EXPECT_EQ(kept.has_value(), errors.empty());
  return std::string(errors[field]);
}

paris::Instant start_of(const TypedDescription& typed) {
  ui::Errors errors;
  const auto kept = read(typed, now, errors);
  EXPECT_TRUE(kept) << (errors.empty() ? "" : errors.list().front().second);
  return kept ? floor<seconds>(kept->starts_at) : paris::Instant{};
}

TEST(EventDescription, E03_KeepsParisTimeAsAnInstant) {
  EXPECT_EQ(start_of(mission()), sys_days(2026y / March / 14) + 9h);
  auto summer = mission();
  summer.start_date = summer.end_date = "2026-07-14";
  EXPECT_EQ(start_of(summer), sys_days(2026y / July / 14) + 8h);
}

TEST(EventDescription, E03_ATimeThatDoesNotExistIsRefusedWithTheNextOneThatDoes) {
  auto night = mission();
  night.start_date = "2026-03-29";
  night.start_time = "02:30";
  night.end_date = "2026-03-29";
  night.end_time = "05:00";
  EXPECT_EQ(wrong(night, "start"),
            "Cette heure n’existe pas : le dimanche\u00a029\u00a0mars\u00a02026, les montres avancent d’une heure. "
            "Choisis 3\u00a0h\u00a000 ou plus tard.");
  night.start_time = "03:00";
  EXPECT_EQ(start_of(night), sys_days(2026y / March / 29) + 1h);
}

TEST(EventDescription, E03_ATimeThatComesTwiceIsAskedFor) {
  auto night = mission();
  night.start_date = night.end_date = "2026-10-25";
  night.start_time = "02:30";
  night.end_time = "05:00";
  EXPECT_TRUE(comes_twice(night.start_date, night.start_time, night.zone()));
  EXPECT_FALSE(wrong(night, "start").empty());
  night.start_turn = "before";
  EXPECT_EQ(start_of(night), sys_days(2026y / October / 25) + 30min);
  night.start_turn = "after";
  EXPECT_EQ(start_of(night), sys_days(2026y / October / 25) + 90min);
}

TEST(EventDescription, E03_AnEndWithinTheHourThatComesTwiceComesAfterTheStart) {
  auto night = mission();
  night.start_date = night.end_date = "2026-10-25";
  night.start_time = "02:45";
  night.start_turn = "before";
  night.end_time = "02:15";
  night.end_turn = "after";
  EXPECT_EQ(wrong(night, "end"), "") << "half an hour later, whatever the clocks show";
  night.start_turn = "after";
  EXPECT_FALSE(wrong(night, "end").empty());
}

TEST(EventDescription, E03_WhatIsKeptComesBackToTheFormAsItWas) {
  auto night = mission();
  night.start_date = night.end_date = "2026-10-25";
  night.start_time = "02:30";
  night.start_turn = "after";
  night.end_time = "05:00";
  ui::Errors errors;
  const auto kept = read(night, now, errors);
  ASSERT_TRUE(kept);
  const auto again = typed(*kept);
  EXPECT_EQ(again.start_date, "2026-10-25");
  EXPECT_EQ(again.start_time, "02:30");
  EXPECT_EQ(again.start_turn, "after");
  EXPECT_EQ(again.end_turn, "");
  EXPECT_EQ(again.circle, "public");
}

TEST(EventDescription, E03_AnEndBeforeTheStartIsRefused) {
  auto typed = mission();
  typed.end_time = "10:00";
  EXPECT_EQ(wrong(typed, "end"), "Choisis une fin après le samedi\u00a014\u00a0mars\u00a02026 à 10\u00a0h\u00a000.");
}

TEST(EventDescription, E03_AnEveningEndsTheNextDayWhicheverDayIsTyped) {
  auto evening = mission();
  evening.start_time = "20:00";
  evening.end_time = "02:00";
  const auto end = [](const TypedDescription& typed) {
    ui::Errors errors;
    const auto kept = read(typed, now, errors);
    return kept ? floor<seconds>(kept->ends_at) : paris::Instant{};
  };
  EXPECT_EQ(end(evening), sys_days(2026y / March / 15) + 1h) << "the day of the start was proposed";
  evening.end_date = "";
  EXPECT_EQ(end(evening), sys_days(2026y / March / 15) + 1h);
  evening.end_date = "2026-03-15";
  EXPECT_EQ(end(evening), sys_days(2026y / March / 15) + 1h);
  evening.start_time = "10:00";
  evening.end_date = "";
  evening.end_time = "09:30";
  EXPECT_FALSE(wrong(evening, "end").empty()) << "nobody meets for twenty-three hours and a half";
}

TEST(EventDescription, E03_TheNightThatClocksChangeIsAskedForTheEndToo) {
  auto evening = mission();
  evening.start_date = "2026-10-24";
  evening.start_time = "22:00";
  evening.end_date = "";
  evening.end_time = "02:30";
  EXPECT_TRUE(comes_twice(evening.end_day(), evening.end_time, evening.zone()));
  EXPECT_FALSE(wrong(evening, "end").empty());
  evening.end_turn = "after";
  EXPECT_EQ(wrong(evening, "end"), "");
}

TEST(EventDescription, E03_TheClocksAreThoseOfThePlaceUnlessSaidOtherwise) {
  auto typed = mission();
  typed.postcode = "97110";
  EXPECT_EQ(start_of(typed), sys_days(2026y / March / 14) + 14h);
  typed.time_zone = "Europe/Paris";
  EXPECT_EQ(start_of(typed), sys_days(2026y / March / 14) + 9h);
  typed.time_zone = "Mars/Olympus";
  EXPECT_FALSE(wrong(typed, "time_zone").empty());
  auto online = mission();
  online.address = online.postcode = online.city = "";
  online.online_url = "https://visio.exemple.fr/salle";
  online.home = &zones::of("Indian/Reunion");
  EXPECT_EQ(start_of(online), sys_days(2026y / March / 14) + 6h) << "the section's, when there is no place";
}

TEST(EventDescription, E03_TheTwoNightsAreThoseOfThePlace) {
  auto night = mission();
  night.start_date = night.end_date = "2026-03-29";
  night.start_time = "02:30";
  night.end_time = "05:00";
  night.postcode = "97110";
  EXPECT_EQ(start_of(night), sys_days(2026y / March / 29) + 6h + 30min) << "Guadeloupe sleeps through";
  night.postcode = "97500";
  night.start_date = night.end_date = "2026-03-08";
  EXPECT_NE(wrong(night, "start").find("les montres avancent d’une heure. Choisis 3\u00a0h\u00a000"),
            std::string::npos);
  night.start_date = night.end_date = "2026-11-01";
  night.start_time = "01:30";
  EXPECT_TRUE(comes_twice(night.start_date, night.start_time, night.zone()));
  night.start_turn = "after";
  EXPECT_EQ(start_of(night), sys_days(2026y / November / 1) + 4h + 30min);
}

TEST(EventDescription, E03_WholeDaysGoFromMidnightToMidnightThere) {
  auto days = mission();
  days.all_day = true;
  days.start_time = days.end_time = "";
  days.end_date = "2026-03-15";
  days.postcode = "97500";
  ui::Errors errors;
  const auto kept = read(days, now, errors);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->starts_at, sys_days(2026y / March / 14) + 2h);
  EXPECT_EQ(kept->ends_at, sys_days(2026y / March / 16) + 2h) << "the midnight after the last day";
  const auto again = typed(*kept);
  EXPECT_EQ(again.start_date + again.start_time, "2026-03-14");
  EXPECT_EQ(again.end_date, "2026-03-15");
  EXPECT_EQ(again.time_zone, "") << "the place says it";
  days.end_date = "2026-03-13";
  EXPECT_FALSE(wrong(days, "end").empty());
  days.start_date = "2026-03-01";
  days.end_date = "";
  EXPECT_EQ(wrong(days, "start"), "") << "today goes on until midnight";
  days.start_date = "2026-02-27";
  EXPECT_FALSE(wrong(days, "start").empty());
}

TEST(EventDescription, E03_WithoutAnEndItLastsTwoHoursAndTheDayMayBeLeftOut) {
  auto typed = mission();
  typed.end_date = typed.end_time = "";
  ui::Errors errors;
  EXPECT_EQ(read(typed, now, errors)->ends_at, sys_days(2026y / March / 14) + 11h);
  typed.end_time = "13:00";
  EXPECT_EQ(read(typed, now, errors)->ends_at, sys_days(2026y / March / 14) + 12h);
  typed.end_date = "2026-03-15";
  typed.end_time = "";
  EXPECT_EQ(wrong(typed, "end"), "Choisis une heure.");
}

TEST(EventDescription, E03_AStartThatHasPassedIsRefusedUnlessItStoodAlready) {
  auto typed = mission();
  typed.start_date = typed.end_date = "2026-02-28";
  EXPECT_EQ(wrong(typed, "start"), "Ce moment est déjà passé. Choisis une date à venir.");
  ui::Errors errors;
  const auto before = read(typed, sys_days(2026y / February / 1), errors);
  ASSERT_TRUE(before);
  typed.end_time = "18:00";
  EXPECT_TRUE(read(typed, now, errors, &*before)) << "an event under way may end later";
}

TEST(EventDescription, E03_MoreThanAYearAheadIsFine) {
  auto typed = mission();
  typed.start_date = typed.end_date = "2027-09-01";
  EXPECT_EQ(wrong(typed, "start"), "");
}

TEST(EventDescription, E03_AnAddressIsRequiredUnlessItIsOnline) {
  auto typed = mission();
  typed.address = typed.postcode = typed.city = "";
  EXPECT_FALSE(wrong(typed, "address").empty());
  EXPECT_FALSE(wrong(typed, "postcode").empty());
  typed.online_url = "visio.exemple.fr/salle";
  EXPECT_EQ(wrong(typed, "address"), "");
  ui::Errors errors;
  EXPECT_EQ(read(typed, now, errors)->online_url, "https://visio.exemple.fr/salle");
  typed.online_url = "javascript://exemple.fr/%0aalert(1)";
  EXPECT_FALSE(wrong(typed, "online_url").empty());
}

TEST(EventDescription, E02_OnlyTheKindsOfTheList) {
  auto typed = mission();
  for (const auto& kind : ui::kinds()) {
    typed.kind = kind.code;
    EXPECT_EQ(wrong(typed, "kind"), "") << kind.code;
  }
  typed.kind = "barbecue";
  EXPECT_EQ(wrong(typed, "kind"), "Choisis un type de mission ou de réunion.");
}

TEST(EventDescription, E03_InNoSpaceItIsPublicAsTheManualSays) {
  auto typed = mission();
  typed.circle = "";
  ui::Errors errors;
  EXPECT_TRUE(read(typed, now, errors)->is_public);
  typed.spaces = {SpaceId(7)};
  EXPECT_FALSE(read(typed, now, errors)->is_public);
  typed.circle = "guests";
  EXPECT_TRUE(read(typed, now, errors)->space_ids.empty());
  typed.circle = "spaces";
  typed.spaces = {};
  EXPECT_FALSE(wrong(typed, "circle").empty());
}

TEST(EventDescription, E03_LongWordsAreCountedInCharactersNotOctets) {
  auto typed = mission();
  typed.title.clear();
  for (int i = 0; i < 140; ++i) typed.title += "é";
  EXPECT_EQ(wrong(typed, "title"), "");
  typed.title += "é";
  EXPECT_FALSE(wrong(typed, "title").empty());
}

}  // namespace
