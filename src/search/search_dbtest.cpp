// What the one box finds, as people type (db/policies/70_search.sql), and that it never finds what is hidden.

#include <gtest/gtest.h>

#include <algorithm>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;

const pg::Statement<MemberId(Text)> members_like{
    "test.search.members", "select m.id from search_members($1, 400) as found (id) join member m on m.id = found.id"};
const pg::Statement<MemberId(Text)> listed_like{"test.search.listed",
                                                "select directory_found($1, 0, 0, '', '', '', 0, 5)"};
const pg::Statement<MemberId(Text)> first_like{"test.search.first", "select search_members($1, 5)"};
const pg::Statement<EventId(Text)> events_like{
    "test.search.events", "select e.id from search_events($1, 400) as found (id) join event e on e.id = found.id"};
const pg::Statement<SpaceId(Text, Text)> spaces_like{"test.search.spaces", "select search_spaces($1, array[$2], 400)"};
const pg::Statement<ActivityId(Text)> statuses_like{
    "test.search.statuses",
    "select a.id from search_statuses($1, 400) as found (id) join activity_entry a on a.id = found.id"};
const pg::Statement<ActivityId(MemberId, Text)> says{
    "scene.search.says", "insert into activity (kind, member_id, body) values ('status', $1, $2) returning id"};

template <class Id>
bool among(const std::vector<Id>& found, Id one) {
  return std::find(found.begin(), found.end(), one) != found.end();
}

struct Search : testing::Test {
  const SpaceId place = federation();
  const MemberId viewer = member("Une", "Chercheuse");
  [[nodiscard]] bool finds(const Text& words, MemberId who) const {
    return among(as(viewer, members_like, words), who);
  }
};

TEST_F(Search, C06_ANameIsFoundHoweverItIsTyped) {
  const auto who = member("Jean-François", "Müllerovà"), saint = member("Ève", "St-Clairambault");
  for (const char* words : {"jean-francois mullerova", "JEAN FRANÇOIS MÜLLEROVA", "mullerova jean", "müllero",
                            "franc mull", "mulelrova", "jean-francois mulerova"})
    EXPECT_TRUE(finds(words, who)) << words;
  for (const char* words : {"saint clairamb", "st clairamb", "St-Clairambault", "clairambo"})
    EXPECT_TRUE(finds(words, saint)) << words;
  for (const char* words : {"", " ", "%", "_", "''", "\\", "% ' or true --"}) EXPECT_FALSE(finds(words, who)) << words;
}

TEST_F(Search, C06_TheFirstLettersFindWhoeverBeginsSo) {
  const auto who = member("Zbigniew", "Xhaka"), friendly = member("Marie-Xyz", "Aaa");
  EXPECT_TRUE(finds("x", who));
  EXPECT_TRUE(finds("zb", who));
  EXPECT_TRUE(finds("xha", who));
  EXPECT_FALSE(finds("xyz", friendly)) << "the second part of a first name wants a fourth letter";
  bond(viewer, friendly);
  EXPECT_TRUE(finds("xyz", friendly)) << "but of coopains";
}

TEST_F(Search, C06_WhoHidesIsNotFound) {
  const auto hidden = member("Quidam", "Discretissime", "secretary"),
             circle = member("Quidam", "Discretissime", "circle");
  for (const char* words : {"q", "qui", "quidam disc", "discretisime"}) {
    EXPECT_FALSE(finds(words, hidden)) << words;
    EXPECT_FALSE(finds(words, circle)) << words;
  }
  const auto said = owner().one(says, circle, "Grande kermesse clandestine");
  EXPECT_FALSE(among(as(viewer, statuses_like, "kermesses"), said));
  bond(viewer, circle);
  EXPECT_TRUE(finds("quidam disc", circle));
  EXPECT_TRUE(among(as(viewer, statuses_like, "kermesses"), said));
}

// Whoever is hidden changes nothing that others see: neither what is found, nor whether near names are looked for.
TEST_F(Search, C06_HiddenNamesDoNotStopTheSearchForNearOnes) {
  const auto near = member("Yvonnick", "Quenouillard");
  EXPECT_TRUE(finds("quenouilard", near));
  for (int i = 0; i < 6; ++i) member("Yvonnick", "Quenouilard", "secretary");
  EXPECT_TRUE(finds("quenouilard", near));
  EXPECT_TRUE(among(as(viewer, listed_like, "quenouilard"), near));
  const auto announced = event(viewer, {.title = "Kermesse de Trifouillis", .is_public = true});
  EXPECT_TRUE(among(as(viewer, events_like, "trifouilis"), announced));
  event(member(), {.title = "Trifouilis en secret", .spaces = {section(place)}});
  EXPECT_TRUE(among(as(viewer, events_like, "trifouilis"), announced));
}

TEST_F(Search, C06_HiddenNamesTakeNobodysPlace) {
  for (int i = 0; i < 30; ++i) member("Aude", "Pérégrin", "secretary");
  const auto last = member("Zoé", "Pérégrinat");
  for (const char* words : {"pér", "pérég", "zoé pérég"}) {
    EXPECT_TRUE(among(as(viewer, first_like, words), last)) << words;
    EXPECT_TRUE(among(as(viewer, listed_like, words), last)) << words;
  }
}

TEST_F(Search, C06_TextsAreFoundByTheirStems) {
  const auto open = event(viewer, {.title = "Réunions publiques sur les cantines scolaires", .is_public = true});
  for (const char* words : {"cantine scolaire", "la réunion publique", "REUNION CANTINES", "cant", "les scolaires"})
    EXPECT_TRUE(among(as(viewer, events_like, words), open)) << words;
  EXPECT_FALSE(among(as(viewer, events_like, "cantine municipale"), open));
  const auto closed = event(member(), {.title = "Cantine secrète", .spaces = {section(place)}});
  EXPECT_FALSE(among(as(viewer, events_like, "cantine"), closed));
}

TEST_F(Search, C06_PlacesAreFoundWithSaintOrSt) {
  const auto there = section(place, "Section de Saint-Étienne-les-Essais");
  for (const char* words : {"st etienne les ess", "Saint Etienne les Essais", "essais st-etienne"})
    EXPECT_TRUE(among(as(viewer, spaces_like, words, "section"), there)) << words;
  EXPECT_FALSE(among(as(viewer, spaces_like, "st etienne les ess", "group"), there)) << "of that kind alone";
}

// A function's own look-ups show in no plan of its caller; those it makes can be asked for.
const pg::Statement<Text(Text)> condition{"test.search.condition",
                                          "select search_condition('m.search_key', search_parts($1))"};
TEST_F(Search, C06_AnIndexServesNames) {
  const auto words = owner().one(condition, "jean-francois dup");
  EXPECT_EQ(words, "m.search_key like '% jean%' and m.search_key like '% francois%' and m.search_key like '% dup%'");
  static const Text sql = "explain (costs off) select id from member m where " + words;
  static const pg::Statement<Text()> explain{"scene.search.explain", sql.c_str()};
  static const pg::Statement<void()> no_scan{"scene.search.no_scan", "set local enable_seqscan = off"};
  pg::Transaction undone(owner());
  pg::Batch batch;
  batch.run(no_scan);
  const auto lines = batch.all(explain);
  undone.send(batch);
  Text plan;
  for (const auto& line : *lines) plan += line;
  EXPECT_NE(plan.find("member_search_key"), Text::npos) << plan;
}

}  // namespace
