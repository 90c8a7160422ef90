#include "sections/register_duplicates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using sections::RegisterLine;
using sections::Standing;
using testing::ElementsAre;

struct Person {
  std::string number, first_name, last_name, email;
  std::optional<std::chrono::year_month_day> born_on = {};
  std::string mobile = {};
};

// Lines numbered from 2, as under a row of titles.
std::vector<RegisterLine> lines(const std::vector<Person>& people) {
  std::vector<RegisterLine> all;
  all.reserve(people.size());
  for (const auto& [number, first, last, email, born, mobile] : people) {
    sections::Matching matching;
    for (size_t i = 0; i < 5; ++i)
      matching.set(std::array{sections::Field::number, sections::Field::first_name, sections::Field::last_name,
                              sections::Field::email, sections::Field::mobile}[i],
                   i);
    all.push_back(*sections::parse_register_line(all.size() + 2, std::vector{number, first, last, email, mobile},
                                                 matching, 2026y / 3 / 15));
    all.back().born_on = born;
  }
  return all;
}

std::vector<Standing> standings(const std::vector<RegisterLine>& all) {
  std::vector<Standing> found;
  for (const auto& line : all) found.push_back(line.standing());
  return found;
}

constexpr auto ready = Standing::ready, incomplete = Standing::incomplete, refused = Standing::refused,
               merged = Standing::merged;

TEST(RegisterDuplicates, S07_OneNumberIsOnePerson) {
  auto all = lines({{"1", "Zoé", "Petit", "zoe@exemple.fr"}, {"1", "Zoe", "Durand", "", 1961y / 11 / 7, "0612345678"}});
  const auto counts = sections::settle_duplicates(all);
  EXPECT_THAT(standings(all), ElementsAre(ready, merged));
  EXPECT_EQ(all[1].merged_into, 2u);
  EXPECT_EQ(counts.merged, 1u);
  EXPECT_EQ(all[0].last_name, "Petit") << "the first line keeps what it says";
  EXPECT_EQ(all[0].mobile, "+33612345678") << "and takes what it lacks";
  EXPECT_EQ(all[0].born_on, 1961y / 11 / 7);
}

TEST(RegisterDuplicates, S07_ANumberOfSomebodyElseIsRefused) {
  auto all = lines({{"1", "Zoé", "Petit", "zoe@exemple.fr"}, {"1", "Paul", "Petit", "paul@exemple.fr"}});
  EXPECT_EQ(sections::settle_duplicates(all).numbers_taken, 1u);
  EXPECT_THAT(standings(all), ElementsAre(ready, refused));
  EXPECT_EQ(all[1].findings.back().message,
            "Ce n° adhérent est déjà celui d’une autre personne (ligne 2). Corrige-le.");
}

TEST(RegisterDuplicates, S07_OneAddressAndNameIsOnePerson) {
  auto all = lines({{"", "Zoé", "DUPONT-MARTIN", "zoe@exemple.fr"}, {"7", "ZOE", "Dupont Martin", "Zoe@Exemple.fr"}});
  sections::settle_duplicates(all);
  EXPECT_THAT(standings(all), ElementsAre(ready, merged));
  EXPECT_EQ(all[0].number, "7");
}

TEST(RegisterDuplicates, S07_OneNameAndBirthdayIsOnePerson) {
  auto all = lines({{"", "Zoé", "Petit", "", 1961y / 11 / 7},
                    {"", "Zoé", "Petit", "zoe@exemple.fr", 1961y / 11 / 7},
                    {"", "Zoé", "Petit", "z@exemple.fr", 1990y / 1 / 1}});
  sections::settle_duplicates(all);
  EXPECT_THAT(standings(all), ElementsAre(ready, merged, ready))
      << "the address that was missing came from the second line";
  EXPECT_EQ(all[0].email, "zoe@exemple.fr");
}

TEST(RegisterDuplicates, S07_ANameAloneIsNotEnough) {
  auto all = lines(
      {{"", "Zoé", "Petit", "zoe@exemple.fr"}, {"", "Zoé", "Petit", "autre@exemple.fr"}, {"", "Zoé", "Petit", ""}});
  EXPECT_EQ(sections::settle_duplicates(all).merged, 0u);
}

TEST(RegisterDuplicates, S07_AThirdLineCanJoinTwoOthers) {
  auto all = lines({{"1", "Zoé", "Petit", "zoe@exemple.fr"},
                    {"", "Zoé", "Petit", "z@exemple.fr", 1961y / 11 / 7},
                    {"1", "Zoé", "Petit", "", 1961y / 11 / 7}});
  EXPECT_EQ(sections::settle_duplicates(all).merged, 2u);
  EXPECT_THAT(standings(all), ElementsAre(ready, merged, merged));
  EXPECT_EQ(all[1].merged_into, 2u);
}

TEST(RegisterDuplicates, S06_AnAddressOfSeveralPeopleMakesAllIncomplete) {
  auto all = lines({{"1", "Zoé", "Petit", "famille@exemple.fr"},
                    {"2", "Paul", "Petit", "FAMILLE@exemple.fr"},
                    {"3", "Léa", "Durand", "lea@exemple.fr"},
                    {"4", "Max", "Petit", "famille@exemple.fr"}});
  EXPECT_EQ(sections::settle_duplicates(all).shared_emails, 3u);
  EXPECT_THAT(standings(all), ElementsAre(incomplete, incomplete, ready, incomplete));
  EXPECT_EQ(all[0].incomplete(), sections::Incomplete::shared);
  EXPECT_EQ(all[0].email, "famille@exemple.fr") << "kept for whoever corrects it";
  EXPECT_EQ(all[0].findings.back().message,
            "Adresse partagée\u00a0: elle sert aussi aux lignes 3 et 5. Chaque personne doit avoir la sienne.");
}

TEST(RegisterDuplicates, S06_FatherAndSonOfOneNameShareAnAddress) {
  auto all = lines({{"", "Paul", "Petit", "petit@exemple.fr", 1950y / 1 / 1},
                    {"", "Paul", "Petit", "petit@exemple.fr", 1980y / 1 / 1}});
  sections::settle_duplicates(all);
  EXPECT_THAT(standings(all), ElementsAre(incomplete, incomplete));
}

TEST(RegisterDuplicates, S06_TheSamePersonTwiceSharesWithNobody) {
  auto all = lines({{"1", "Zoé", "Petit", "zoe@exemple.fr"}, {"1", "Zoé", "Petit", "zoe@exemple.fr"}});
  EXPECT_EQ(sections::settle_duplicates(all).shared_emails, 0u);
  EXPECT_EQ(all[0].standing(), ready);
}

TEST(RegisterDuplicates, S06_ARefusedLineMakesNobodyIncomplete) {
  auto all = lines({{"1", "Zoé", "Petit", "zoe@exemple.fr"}, {"2", "", "Petit", "zoe@exemple.fr"}});
  sections::settle_duplicates(all);
  EXPECT_THAT(standings(all), ElementsAre(ready, refused));
}

TEST(RegisterDuplicates, S06_ManyWhoShareAreCountedNotListed) {
  std::vector<Person> people;
  people.reserve(40);
  for (int i = 0; i < 40; ++i)
    people.push_back(
        {std::to_string(i), "Zoé" + std::string(1, static_cast<char>('a' + i % 26)), "Petit", "section@exemple.fr"});
  auto all = lines(people);
  EXPECT_EQ(sections::settle_duplicates(all).shared_emails, 40u);
  EXPECT_EQ(
      all[0].findings.back().message,
      "Adresse partagée\u00a0: elle sert aussi aux lignes 3, 4, 5 et 36 autres. Chaque personne doit avoir la sienne.");
}

}  // namespace
