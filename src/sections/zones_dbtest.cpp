// Zones that fill themselves, against the database (db/policies/44_zones.sql).

#include <gtest/gtest.h>

#include <thread>

#include "core/jobs/workers.hpp"
#include "sections/locate_homes.hpp"
#include "testing/http_server.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;
using Texts = std::vector<Text>;
using Ids = std::vector<std::int64_t>;

struct Saved {
  std::optional<std::int64_t> id;
  std::optional<Text> problem;
};
const pg::Statement<Saved(SpaceId, std::int64_t, std::optional<MemberId>, Texts, Texts, Text)> save{"test.zone.save",
                                                                                                    R"(
  select * from zone_save($1, $2::bigint, 'Zone ' || $2::bigint || coalesce('/' || $3::bigint, ''), '', $3, $4, $5, $5, array_fill(0, array[cardinality($5::text[])]), array_fill(0, array[cardinality($5::text[])]),
                          array_fill(''::text, array[cardinality($5::text[])]), array_fill(''::text, array[cardinality($5::text[])]), $6))"};
const pg::Statement<Saved(SpaceId, Text, std::int32_t, std::int32_t, Text, Text)> save_street{"test.zone.street", R"(
  select * from zone_save($1, 0, 'Rue', '', null, '{}', array[$2::text], array[$2::text], array[$3::int], array[$4::int], array[$5::text], array[$6::text], ''))"};
struct Count {
  std::int64_t people, by_hand, rough, nowhere;
  bool crossed;
};
const pg::Statement<Count(SpaceId, std::int64_t, Texts, Text)> try_it{
    "test.zone.try", "select * from zone_try($1, $2, $3, '{}', '{}', '{}', '{}', '{}', '{}', $4)"};
const pg::Statement<std::int64_t(SpaceId, std::int64_t, Ids)> put{"test.zone.put", "select list_put($1, $2, $3)"};
const pg::Statement<std::int64_t(SpaceId, std::int64_t, Ids)> take{"test.zone.take", "select list_take($1, $2, $3)"};
const pg::Statement<std::int64_t(SpaceId, std::int64_t)> let_back{"test.zone.let_back", "select zone_let_back($1, $2)"};
const pg::Statement<std::int64_t(std::int64_t)> size{"test.zone.size", "select list_size($1)"};
const pg::Statement<std::int64_t()> anything{"test.zone.anything", R"(
  select (select count(*) from section_list_member) + (select count(*) from zone) + (select count(*) from section_list_out))"};
const pg::Statement<std::int64_t()> homes{"test.zone.homes", "select count(*) from home"};
const pg::Statement<void(std::int64_t)> rename_zone{"test.zone.rename",
                                                    "update section_list set name = 'Volée' where id = $1"};
const pg::Statement<Text(std::int64_t)> see_list{"test.zone.see_list", "select name from section_list where id = $1"};

const pg::Statement<Text(std::int64_t)> held{"scene.zone.held", R"(
  select coalesce(string_agg(m.first_name || case when t.by_hand then '*' else '' end, ' ' order by m.first_name), '')
    from section_list_member t join member m on m.id = t.member_id where t.list_id = $1)"};
const pg::Statement<void(MemberId, Text, Text)> lives{"scene.zone.lives", R"(
  insert into member_contact (member_id, address, postcode) values ($1, nullif($2, ''), nullif($3, '')) on conflict (member_id) do update set address = excluded.address, postcode = excluded.postcode
)"};
const pg::Statement<void(MemberId, Text)> in_city{"scene.zone.city", "update member set city = $2 where id = $1"};
const pg::Statement<void(SpaceId, MemberId, Text, Text)> registered{"scene.zone.registered", R"(
  insert into register_entry (section_id, first_name, last_name, member_id, address, postcode, city) values ($1, 'Rose', 'Amiel', $2, $3, $4, 'Ville'))"};
const pg::Statement<void(SpaceId, MemberId)> leave{"scene.zone.leave",
                                                   "delete from membership where space_id = $1 and member_id = $2"};
const pg::Statement<Text(Text)> street{"scene.zone.street_of",
                                       "select coalesce(street_of($1), '') || coalesce(' #' || street_number($1), '')"};
const pg::Statement<void(SpaceId, MemberId, double, double)> located{
    "jobs.test.zone.located", "select home_located($1, $2, '1 rue X', '75011', $3, $4)"};
const pg::Statement<std::int64_t(MemberId)> mails_to{
    "scene.zone.mails", "select count(*) from mail where member_id = $1 and kind = 'sections.zone'"};

const pg::Statement<void()> all_asked{"scene.zone.all_asked", "update home set asked_at = now()"};
const pg::Statement<void(Text)> ask_job{"scene.zone.ask_job",
                                        "select enqueue_job('sections.locate_homes', $1, '{}', null)"};
const pg::Statement<bool(Text)> job_done{"scene.zone.job_done", "select done_at is not null from job where key = $1"};

constexpr const char* square = "5 47,6 47,6 48,5 48,5 47";

struct Zones : testing::Test {
  const SpaceId home = section(federation()), elsewhere = section(federation());
  const MemberId secretary = person("Secrétaire", "", "", "secretary"), other = with_role(elsewhere, "secretary"),
                 anna = person("Anna", "1 rue X", "75011"), bela = person("Bela", "2, r. de la Gare", "75012");

  static MemberId with_role(SpaceId where, const char* role) {
    const auto who = member();
    join(who, where, role);
    return who;
  }
  MemberId person(const char* name, const Text& address, const Text& postcode, const char* role = "member") const {
    const auto who = member(name, "Essai");
    if (!postcode.empty()) move(who, address, postcode);
    join(who, home, role);
    return who;
  }
  static void move(MemberId who, const Text& address, const Text& postcode) {
    owner().run(lives, who, address, postcode);
  }
  [[nodiscard]] std::int64_t zone(const Texts& postcodes, const Texts& streets = {}, const Text& ring = "",
                                  std::int64_t list = 0, std::optional<MemberId> manager = {}) const {
    const auto saved = as(secretary, save, home, list, manager, postcodes, streets, ring).front();
    EXPECT_EQ(saved.problem.value_or(""), "");
    return saved.id.value_or(0);
  }
  static Text in(std::int64_t list) { return owner().one(held, list); }
};

TEST(Streets, S09_AStreetIsOneHoweverItIsWritten) {
  for (const char* words : {"12 bis, av. de la Gare, bât. C", "12 Avenue de la gare", "Appt 3, 12 ave. de la Gare",
                            "Résidence du Lac\n12 AVENUE DE LA GARE 75011 CEDEX"})
    EXPECT_EQ(owner().one(street, Text(words)).substr(0, 11), "avenue gare") << words;
  EXPECT_EQ(owner().one(street, Text("12 bis, av. de la Gare, bât. C")), "avenue gare #12");
  EXPECT_EQ(owner().one(street, Text("10-12 rue du 8 mai 1945")), "rue 8 mai 1945 #12");
  EXPECT_EQ(owner().one(street, Text("3 Grande-Rue")), "grande rue #3");
  EXPECT_EQ(owner().one(street, Text("5 rue du Faubourg St-Antoine")), "rue faubourg saint antoine #5");
  EXPECT_EQ(owner().one(street, Text("Le Bourg")), "bourg");
  EXPECT_EQ(owner().one(street, Text("  ")), "");
}

TEST_F(Zones, S09_FillsItselfAsPeopleComeMoveAndGo) {
  const auto list = zone({"75011"});
  EXPECT_EQ(in(list), "Anna");
  const auto carl = person("Carl", "", "75011");
  EXPECT_EQ(in(list), "Anna Carl");
  move(bela, "3 rue Y", "75011");
  EXPECT_EQ(in(list), "Anna Bela Carl");
  move(anna, "1 rue X", "75012");
  EXPECT_EQ(in(list), "Bela Carl");
  owner().run(leave, home, carl);
  EXPECT_EQ(in(list), "Bela");
  EXPECT_EQ(zone({"75012"}, {"Rue Y"}, "", list), list);
  EXPECT_EQ(in(list), "Anna Bela");
  EXPECT_EQ(zone({}, {}, "", list), list);
  EXPECT_EQ(in(list), "");
}

TEST_F(Zones, S09_TheRegisterSaysWhereSomebodyLivesUnlessTheyDo) {
  const auto list = zone({"75013"}, {"rue de la Gare"});
  const auto rose = person("Rose", "", "");
  EXPECT_EQ(in(list), "Bela");
  owner().run(registered, elsewhere, rose, "1 rue Z", "75013");
  EXPECT_EQ(in(list), "Bela") << "another section’s register says nothing here";
  owner().run(registered, home, rose, "9 rue de la gare", "75014");
  EXPECT_EQ(in(list), "Bela Rose");
  move(rose, "", "75014");
  EXPECT_EQ(in(list), "Bela Rose") << "a postcode alone is completed by the register";
  move(rose, "1 rue X", "75014");
  EXPECT_EQ(in(list), "Bela");
}

TEST_F(Zones, S09_AStreetMayBePartOfOne) {
  person("Even", "8 rue de la Gare", "75012");
  person("Odd", "9 rue de la Gare", "75012");
  person("Far", "90 rue de la Gare", "75012");
  person("Other", "8 rue de la Gare", "69001");
  EXPECT_EQ(in(as(secretary, save_street, home, "Rue de la Gare", 1, 10, "even", "75012").front().id.value()),
            "Bela Even");
}

TEST_F(Zones, S09_WhatIsDoneByHandStays) {
  const auto list = zone({"75011"}), second = zone({"75012"}, {}, "", 0, anna);
  EXPECT_EQ(as(secretary, put, home, list, {bela.number()}).front(), 1);
  EXPECT_EQ(in(list), "Anna Bela*");
  EXPECT_EQ(in(second), "") << "somebody put into a zone by hand is in no other";
  EXPECT_EQ(as(secretary, take, home, list, {anna.number()}).front(), 1);
  move(anna, "5 rue X", "75011");
  EXPECT_EQ(in(list), "Bela*") << "taken out by hand stays out";
  EXPECT_EQ(zone({"75011", "75019"}, {}, "", list), list);
  EXPECT_EQ(in(list), "Bela*");
  EXPECT_EQ(as(secretary, let_back, home, list).front(), 1);
  EXPECT_EQ(in(list), "Anna Bela*");
  EXPECT_EQ(as(secretary, take, home, list, {bela.number()}).front(), 1);
  EXPECT_EQ(in(second), "Bela") << "and goes where they live";
}

TEST_F(Zones, S09_ADrawnGroundHoldsWhoIsLocatedInIt) {
  const auto list = zone({}, {}, square);
  EXPECT_EQ(in(list), "");
  testing_db::jobs().run(located, home, anna, 47.5, 5.5);
  EXPECT_EQ(in(list), "Anna");
  move(anna, "1 rue Y", "75011");
  EXPECT_EQ(in(list), "") << "elsewhere until it is located anew";
  const auto crossed = as(secretary, save, home, 0, {}, {}, {}, "2 48,3 49,3 48,2 49,2 48").front();
  EXPECT_EQ(crossed.problem.value_or(""), "ground");
  EXPECT_TRUE(as(secretary, try_it, home, 0, {}, "2 48,3 49,3 48,2 49,2 48").front().crossed);
}

// The service is asked about streets and towns, once for each address, and never about whose it is.
TEST_F(Zones, S09_HomesAreLocatedByTheOperatorsOwnServiceAlone) {
  const auto list = zone({}, {}, square);
  testing_http::Server service;
  service.answer(
      testing_http::ok(R"({"features": [{"geometry": {"coordinates": [5.5, 47.5]}, "properties": {"score": 0.9}}]})"));
  owner().run(all_asked);
  move(anna, "7 impasse des Fées", "75011");
  Settings settings;
  settings.database_url = app_url();
  settings.address_service = service.url();
  const std::vector kinds{jobs::Kind{.name = sections::homes_job, .run = sections::locate_homes}};
  const auto run = [&](const char* key) {
    owner().run(ask_job, Text(key) + std::to_string(anna.number()));
    jobs::Workers workers(settings, kinds, 1);
    workers.wake();
    for (int i = 0; i < 1600 && !owner().one(job_done, Text(key) + std::to_string(anna.number())); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
  run("without");
  EXPECT_TRUE(service.requests().empty());
  settings.homes_address_service = service.url();
  run("with");
  ASSERT_EQ(service.requests().size(), 1U);
  EXPECT_NE(service.requests().front().find("impasse"), Text::npos);
  EXPECT_EQ(service.requests().front().find("Anna"), Text::npos);
  EXPECT_EQ(in(list), "Anna");
  run("again");
  EXPECT_EQ(service.requests().size(), 1U);
}

TEST_F(Zones, S09_ThePreviewSaysWhatSavingDoes) {
  const auto list = zone({"75011"});
  as(secretary, put, home, list, {bela.number()});
  as(secretary, take, home, list, {anna.number()});
  const auto count = as(secretary, try_it, home, list, {"75011", "75012"}, "").front();
  EXPECT_EQ(count.people, 1);
  EXPECT_EQ(count.by_hand, 1);
  EXPECT_EQ(zone({"75011", "75012"}, {}, "", list), list);
  EXPECT_EQ(in(list), "Bela*");
  EXPECT_EQ(as(secretary, try_it, home, 0, {"75011"}, "").front().people, 1);
}

TEST_F(Zones, S09_AManagerGetsANumberRoundedAndNothingElse) {
  const auto manager = person("Marc", "", "");
  const auto list = zone({"75011"}, {}, "", 0, manager);
  EXPECT_EQ(owner().one(mails_to, manager), 1);
  EXPECT_EQ(zone({"75011"}, {}, "", list, manager), list);
  EXPECT_EQ(owner().one(mails_to, manager), 1) << "told once";
  EXPECT_EQ(as(secretary, size, list).front(), 1);
  EXPECT_EQ(as(manager, size, list).front(), 0);
  for (int i = 0; i < 6; ++i) person("Autre", "", "75011");
  EXPECT_EQ(as(secretary, size, list).front(), 7);
  EXPECT_EQ(as(manager, size, list).front(), 5);
  EXPECT_EQ(as(manager, anything).front(), 0);
  EXPECT_EQ(run_as(manager, rename_zone, list), 0);
  EXPECT_TRUE(as(manager, save, home, list, manager, {"75012"}, {}, "").empty());
  EXPECT_TRUE(as(manager, try_it, home, list, {"75011"}, "").empty());
  EXPECT_EQ(as(manager, put, home, list, {bela.number()}).front(), 0);
  EXPECT_EQ(as(manager, take, home, list, {anna.number()}).front(), 0);
  EXPECT_EQ(as(manager, let_back, home, list).front(), 0);
  for (const auto who : {manager, secretary}) EXPECT_EQ(refusal_of([&] { as(who, homes); }), "42501");
  owner().run(leave, home, manager);
  EXPECT_TRUE(as(manager, see_list, list).empty()) << "withdrawn at once";
  EXPECT_EQ(as(manager, size, list).front(), 0);
}

TEST_F(Zones, S09_AnotherSectionsSecretaryGetsNothing) {
  const auto list = zone({"75011"});
  EXPECT_EQ(as(other, anything).front(), 0);
  EXPECT_EQ(as(other, size, list).front(), 0);
  EXPECT_TRUE(as(other, save, home, list, {}, {"75012"}, {}, "").empty());
  EXPECT_TRUE(as(other, save, elsewhere, list, {}, {"75012"}, {}, "").empty()) << "a zone that is not of the section";
  EXPECT_EQ(as(other, put, elsewhere, list, {other.number()}).front(), 0);
  EXPECT_EQ(as(other, take, elsewhere, list, {anna.number()}).front(), 0);
  EXPECT_EQ(as(other, let_back, elsewhere, list).front(), 0);
  EXPECT_TRUE(as(other, try_it, home, list, {"75011"}, "").empty());
  EXPECT_EQ(as(other, try_it, elsewhere, list, {"75011"}, "").front().people, 0);
  EXPECT_EQ(as(other, save, elsewhere, 0, anna, {}, {}, "").front().problem.value_or(""), "manager");
  EXPECT_EQ(in(list), "Anna");
}

TEST_F(Zones, S09_AMoveAndAChangeAtOnceSeeEachOther) {
  const auto list = zone({"75099"});
  for (int i = 0; i < 8; ++i) {
    const Text there = i % 2 ? "75011" : "75012";
    std::thread moving([&] {
      pg::Connection mine(owner_url());
      mine.run(lives, anna, "1 rue X", there);
    });
    EXPECT_EQ(zone({there}, {}, "", list), list);
    moving.join();
    EXPECT_NE(in(list).find("Anna"), Text::npos) << i;
  }
}

}  // namespace
