#include "sections/week_text.hpp"

#include <gtest/gtest.h>

#include "core/text/french.hpp"

namespace {

using namespace sections;
using namespace std::chrono;

paris::Instant at(int y, unsigned m, unsigned d, hours h, minutes min = 0min) {
  return paris::instant(local_days(year(y) / month(m) / day(d)) + h + min);
}
WeekEvent event(paris::Instant starts, paris::Instant ends) {
  return {EventId(7), "meeting", "Réunion", {starts, ends}, "12 rue des Tilleuls", "25000", "Besançon", false};
}
// Typographic spaces are another test's.
std::string plain(std::string text) {
  for (size_t at = 0; (at = text.find("\u00a0", at)) != std::string::npos;) text.replace(at, 2, " ");
  return text;
}
std::string written(const std::vector<WeekEvent>& events, year_month_day day, Audience audience = Audience::everybody) {
  const auto week = Week::of(day);
  return plain(week_text("Section Dole", week, week_days(events, week, audience), audience, "https://ex.test"));
}
std::string when(paris::Instant starts, paris::Instant ends, year_month_day in) {
  const auto days = week_days({event(starts, ends)}, Week::of(in), Audience::everybody);
  return days.empty() ? "" : plain(days.front().lines.front().when);
}
constexpr auto sunday = 2026y / November / 29, monday = 2026y / November / 23;

TEST(WeekText, X04_FromMondayToSundayWhateverTheDay) {
  EXPECT_EQ(Week::of(sunday).monday, sys_days(monday));
  EXPECT_EQ(Week::of(monday).monday, sys_days(monday));
  EXPECT_EQ(plain(Week::of(sunday).words()), "Semaine du lundi 23 au dimanche 29 novembre 2026");
  EXPECT_EQ(plain(Week::of(sunday).plus(5).words()), "Semaine du lundi 28 décembre au dimanche 3 janvier 2027");
}

TEST(WeekText, X04_TheWeeksOfTheTwoNightsLackAnHourOrHaveOneMore) {
  const auto length = [](year_month_day day) { return Week::of(day).ends() - Week::of(day).starts(); };
  EXPECT_EQ(length(monday), 168h);
  EXPECT_EQ(length(2026y / March / 29), 167h);
  EXPECT_EQ(length(2026y / October / 25), 169h);
  EXPECT_EQ(when(at(2026, 3, 29, 1h), at(2026, 3, 29, 1h) + 1h, 2026y / March / 29), "de 1 h à 3 h");
  const auto twice = at(2026, 10, 25, 2h, 30min);
  EXPECT_EQ(when(twice, twice + 1h, 2026y / October / 25), "de 2 h 30 (heure d’été) à 2 h 30 (heure d’hiver)");
  EXPECT_EQ(when(at(2026, 10, 25, 23h), at(2026, 10, 25, 23h) + 30min, 2026y / October / 25), "de 23 h à 23 h 30");
}

TEST(WeekText, X04_PastMidnightAndOverDays) {
  EXPECT_EQ(when(at(2026, 11, 27, 22h), at(2026, 11, 28, 2h), sunday), "de 22 h à 2 h du matin");
  EXPECT_EQ(when(at(2026, 11, 27, 22h), at(2026, 11, 28, 0h), sunday), "de 22 h à minuit");
  EXPECT_EQ(when(at(2026, 11, 27, 9h), at(2026, 11, 29, 17h), sunday),
            "à partir de 9 h, jusqu’au dimanche 29 novembre à 17 h");
  EXPECT_EQ(when(at(2026, 11, 21, 9h), at(2026, 11, 24, 18h), sunday),
            "depuis le samedi 21 novembre, jusqu’au mardi 24 novembre à 18 h");
  EXPECT_EQ(when(at(2026, 11, 22, 22h), at(2026, 11, 23, 2h), sunday), "") << "a night of the week before";
  EXPECT_EQ(when(at(2026, 11, 29, 22h), at(2026, 11, 30, 2h), sunday), "de 22 h à 2 h du matin");
}

TEST(WeekText, X04_WholeDaysAndTheHoursOfThePlace) {
  const auto days = [](auto first, auto after) {
    return french::When{at(2026, 11, first, 0h), at(2026, 11, after, 0h), &zones::mainland, true};
  };
  const auto said = [](const french::When& when) {
    auto one = event({}, {});
    one.when = when;
    const auto all = week_days({one}, Week::of(sunday), Audience::everybody);
    return all.empty() ? "" : plain(french::whole_day(all.front().day) + " : " + all.front().lines.front().when);
  };
  EXPECT_EQ(said(days(28U, 29U)), "samedi 28 novembre : toute la journée");
  EXPECT_EQ(said(days(28U, 30U)), "samedi 28 novembre : jusqu’au dimanche 29 novembre");
  EXPECT_EQ(said(days(22U, 23U)), "") << "it ended at midnight";
  // Sunday at 22 h in Guadeloupe is Monday in Paris, and still this week's.
  const auto& guadeloupe = zones::of("America/Guadeloupe");
  const auto evening = zones::instant(local_days(sunday) + 22h, guadeloupe);
  EXPECT_EQ(said({evening, evening + 1h, &guadeloupe}), "dimanche 29 novembre : de 22 h à 23 h, heure de Guadeloupe");
}

TEST(WeekText, X04_OneTextForTheWallAndOneForMembers) {
  auto flat = event(at(2026, 11, 23, 20h), at(2026, 11, 23, 22h));
  flat.kind = "flat_meeting";
  auto online = event(at(2026, 11, 23, 21h), at(2026, 11, 23, 22h));
  online.address = online.postcode = online.city = "";
  online.online = true;
  const std::vector events{flat, online, event(at(2026, 11, 28, 9h, 30min), at(2026, 11, 28, 12h))};
  EXPECT_EQ(written(events, monday), R"(Section Dole
Semaine du lundi 23 au dimanche 29 novembre 2026

Lundi 23 novembre
• Réunion, de 20 h à 22 h
  Besançon (adresse sur demande)
• Réunion, de 21 h à 22 h
  en ligne

Samedi 28 novembre
• Réunion, de 9 h 30 à 12 h
  12 rue des Tilleuls, 25000 Besançon
)");
  const auto members = written(events, monday, Audience::members);
  EXPECT_NE(members.find(
                "• Réunion, de 20 h à 22 h\n  12 rue des Tilleuls, 25000 Besançon\n  https://ex.test/evenements/7\n"),
            std::string::npos)
      << members;
}

}  // namespace
