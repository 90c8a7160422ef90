#include "core/calendar/ics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "core/utf8.hpp"

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

calendar::Event door_to_door() {
  return {.uid = "evenement-12@exemple.fr",
          .sequence = 3,
          .changed = std::chrono::sys_days(2026y / 3 / 1) + 8h,
          .start = std::chrono::sys_days(2026y / 3 / 29) + 8h + 30min,
          .end = std::chrono::sys_days(2026y / 3 / 29) + 10h,
          .summary = "Porte-à-porte",
          .location = "3, place Stanislas; Nancy",
          .description = "Rendez-vous devant la mairie.\nPrends un parapluie\\ciré.",
          .url = "https://exemple.fr/evenements/12",
          .point = calendar::Point{48.693611, 6.183},
          .organizer = calendar::Organizer{"Section \"Nancy\"", "ne-pas-repondre@exemple.fr"},
          .guest = calendar::Guest{"Zoé Petit", "zoe@exemple.fr", calendar::Answer::maybe}};
}

std::string unfolded(std::string file) {
  for (auto at = file.find("\r\n "); at != file.npos; at = file.find("\r\n ", at)) file.erase(at, 3);
  return file;
}

std::vector<std::string> lines(const std::string& file) {
  std::vector<std::string> all;
  for (size_t start = 0; start < file.size();) {
    const auto end = file.find("\r\n", start);
    all.push_back(file.substr(start, end - start));
    start = end + 2;
  }
  return all;
}

TEST(Ics, E05_AnInvitationSaysAllOfIt) {
  EXPECT_THAT(
      lines(unfolded(calendar::write(calendar::Method::request, door_to_door()))),
      testing::ElementsAre(
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//La Coopol//Agenda//FR", "CALSCALE:GREGORIAN", "METHOD:REQUEST",
          "BEGIN:VEVENT", "UID:evenement-12@exemple.fr", "SEQUENCE:3", "DTSTAMP:20260301T080000Z",
          "DTSTART:20260329T083000Z", "DTEND:20260329T100000Z", "STATUS:CONFIRMED", "SUMMARY:Porte-à-porte",
          "LOCATION:3\\, place Stanislas\\; Nancy", "GEO:48.693611;6.183000",
          "DESCRIPTION:Rendez-vous devant la mairie.\\nPrends un parapluie\\\\ciré.",
          "URL:https://exemple.fr/evenements/12", "ORGANIZER;CN=\"Section 'Nancy'\":mailto:ne-pas-repondre@exemple.fr",
          "ATTENDEE;CN=\"Zoé Petit\";ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;RSVP=FALSE:mailto:zoe@exemple.fr",
          "END:VEVENT", "END:VCALENDAR"));
}

TEST(Ics, E03_WholeDaysHaveNoHoursAndEndOnTheDayAfter) {
  auto event = door_to_door();
  using std::chrono::year, std::chrono::October;
  event.days = calendar::Days{year(2026) / October / 24, year(2026) / October / 26};
  const auto file = calendar::write(calendar::Method::publish, event);
  EXPECT_THAT(file, HasSubstr("DTSTART;VALUE=DATE:20261024\r\nDTEND;VALUE=DATE:20261026\r\n"));
}

TEST(Ics, E03_ASeriesCountsInItsZoneAndSaysWhichDatesItLeavesOut) {
  auto series = door_to_door();
  const auto another_day = series.start + 168h;
  series.repetition = calendar::Repetition{"FREQ=WEEKLY;BYDAY=SU", "Europe/Paris", {another_day}};
  auto moved = door_to_door();
  moved.instead_of = series.start + 336h;
  const std::array events{series, moved};
  const auto file = unfolded(calendar::write(calendar::Method::request, events));
  EXPECT_THAT(file, HasSubstr("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"));
  EXPECT_THAT(file, HasSubstr("DTSTART;TZID=Europe/Paris:20260329T103000\r\nDTEND;TZID=Europe/Paris:20260329T120000\r\n"
                              "RRULE:FREQ=WEEKLY;BYDAY=SU\r\nEXDATE;TZID=Europe/Paris:20260405T103000\r\n"));
  EXPECT_THAT(file, HasSubstr("RECURRENCE-ID:20260412T083000Z\r\n"));
  EXPECT_LT(file.find("END:VTIMEZONE"), file.find("BEGIN:VEVENT"));
}

TEST(Ics, E05_WhatIsNotSaidHasNoLine) {
  const auto file = calendar::write(calendar::Method::publish, {.uid = "a", .start = {}, .end = {}, .summary = "b"});
  for (const char* property : {"LOCATION", "GEO", "DESCRIPTION", "URL", "ORGANIZER", "ATTENDEE"})
    EXPECT_THAT(file, Not(HasSubstr(property)));
}

TEST(Ics, E05_ACancelledEventIsCancelledInCalendarsToo) {
  const auto file = calendar::write(calendar::Method::cancel, door_to_door());
  EXPECT_THAT(file, HasSubstr("METHOD:CANCEL\r\n"));
  EXPECT_THAT(file, HasSubstr("STATUS:CANCELLED\r\n"));
}

TEST(Ics, E05_LongLinesAreFoldedBetweenCharacters) {
  for (size_t shift = 0; shift < 8; ++shift) {
    auto event = door_to_door();
    event.description = std::string(shift, 'x');
    for (int i = 0; i < 100; ++i) event.description += "é€🚪";
    const auto file = calendar::write(calendar::Method::publish, event);
    for (const auto& line : lines(file)) {
      EXPECT_LE(line.size(), 75u);
      EXPECT_TRUE(utf8::valid(line)) << line;
    }
    EXPECT_THAT(unfolded(file), HasSubstr("DESCRIPTION:" + event.description + "\r\n"));
  }
}

TEST(Ics, E05_NoTextMakesALineOfItsOwn) {
  auto event = door_to_door();
  const std::string attack = "x\r\nATTENDEE:mailto:y@exemple.fr\rBEGIN:VALARM\nEND:VEVENT";
  event.uid = event.summary = event.location = event.description = event.url = event.organizer->name =
      event.organizer->address = event.guest->name = event.guest->address = attack;
  size_t attendees = 0;
  for (const auto& line : lines(unfolded(calendar::write(calendar::Method::request, event)))) {
    EXPECT_THAT(line, Not(testing::StartsWith("BEGIN:VALARM")));
    EXPECT_EQ(line.find_first_of("\r\n"), line.npos);
    if (line.starts_with("ATTENDEE")) ++attendees;
  }
  EXPECT_EQ(attendees, 1u);
}

TEST(Ics, E05_SeveralEventsMakeOneCalendar) {
  const std::vector two{door_to_door(), door_to_door()};
  const auto all = lines(calendar::write(calendar::Method::publish, two));
  EXPECT_EQ(std::ranges::count(all, "BEGIN:VEVENT"), 2);
  EXPECT_EQ(std::ranges::count(all, "BEGIN:VCALENDAR"), 1);
}

TEST(Ics, E08_ACalendarToSubscribeToSaysItsNameAndItsPaceAndNobodySentIt) {
  auto event = door_to_door();
  event.status = calendar::Status::tentative;
  event.organizer.reset();
  event.guest.reset();
  const auto all = lines(unfolded(
      calendar::write(calendar::Feed{"la coopol, Zoé", "À moi seule", std::chrono::hours(2)}, std::span(&event, 1))));
  EXPECT_THAT(all, testing::IsSupersetOf({"NAME:la coopol\\, Zoé", "X-WR-CALNAME:la coopol\\, Zoé",
                                          "REFRESH-INTERVAL;VALUE=DURATION:PT2H", "X-PUBLISHED-TTL:PT2H",
                                          "STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "DTSTAMP:20260301T080000Z"}));
  EXPECT_THAT(all, Not(testing::Contains(testing::StartsWith("METHOD"))));
}

}  // namespace
