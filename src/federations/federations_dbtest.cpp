// What the referent's functions (db/policies/44_federations.sql) do and tell, and to whom alone.

#include <gtest/gtest.h>

#include "core/pg/statement.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;
using Texts = std::vector<Text>;

struct Opened {
  std::int64_t opened, invited;
};
const pg::Statement<Opened(SpaceId, Texts, Texts, Texts, Texts, Texts, Texts)> open_all{
    "test.federations.open", "select * from sections_open($1, $2, $3, $4, $5, $6, $7)"};
const pg::Statement<bool(SpaceId, MemberId)> end{"test.federations.end", "select secretary_end($1, $2)"};
struct Figures {
  SpaceId id;
  std::optional<std::int64_t> members;
  bool has_register;
  std::optional<std::int32_t> rate;
  std::optional<std::int64_t> active;
};
const pg::Statement<Figures(SpaceId)> figures{"test.federations.figures", "select * from federation_figures($1)"};
struct Help {
  Text state;
  std::optional<pg::Time> at;
  std::optional<std::int32_t> sends;
  std::optional<pg::Time> refused_at;
};
const pg::Statement<Help(SpaceId, Text, Text)> help{"test.federations.help",
                                                    "select * from federation_help($1, $2, $3)"};
const pg::Statement<SpaceId(SpaceId, Text, std::int32_t)> search{"test.federations.search",
                                                                 "select * from party_sections($1, $2, $3)"};

const pg::Statement<std::int64_t(SpaceId)> sections_in{
    "scene.federations.sections", "select count(*) from space where parent_id = $1 and kind = 'section'"};
const pg::Statement<std::int64_t(Text)> mails_to{"scene.federations.mails",
                                                 "select count(*) from mail where address = $1"};
const pg::Statement<std::int64_t(SpaceId)> later_mails{"scene.federations.later", R"(
  select count(*) from mail m join invitation i on i.id = m.subject_id join space s on s.id = i.space_id
   where m.kind = 'sections.invitation' and s.parent_id = $1 and m.run_at > m.created_at)"};
const pg::Statement<void(SpaceId, Text, Text)> put_invitation{"scene.federations.invitation", R"(
  insert into invitation (space_id, role, first_name, last_name, email, last_sent_at) values ($1, $3, 'Ana', 'Petit', $2, now() - interval '1 day'))"};
const pg::Statement<void(SpaceId, MemberId)> put_entry{"scene.federations.entry", R"(
  insert into register_entry (section_id, first_name, last_name, member_id) values ($1, 'Rose', 'Amiel', $2))"};
const pg::Statement<void(MemberId)> see_now{"scene.federations.seen",
                                            "update member set last_seen_at = now() where id = $1"};
const pg::Statement<Text(MemberId)> address_of{"scene.federations.address",
                                               "select email from account where member_id = $1"};
const pg::Statement<std::int64_t(MemberId, Text)> reaches{
    "scene.federations.reaches", "select count(*) from audit_entry where member_id = $1 and act = $2"};
const pg::Statement<void(Text)> refuse_mail{"scene.federations.refused", R"(
  insert into mail (kind, key, address, state, finished_at) values ('sections.invitation', 'refused ' || $1, $1, 'failed', now()))"};
const pg::Statement<void(SpaceId, Text, Text)> put_place{"scene.federations.place", R"(
  insert into section_profile (space_id, postcode, city) values ($1, $2, $3) on conflict (space_id) do update set postcode = $2, city = $3)"};
const pg::Statement<SpaceId(SpaceId, SpaceId)> put_movement{"scene.federations.movement", R"(
  with movement as (insert into space (kind, parent_id, name) values ('movement', $1, 'Jeunes ' || $2::bigint) returning id)
  insert into space (kind, parent_id, name, department) select 'federation', m.id, 'Jeunes', f.department from movement m, space f where f.id = $2 returning id)"};
const pg::Statement<SpaceId(SpaceId)> above{"scene.federations.above", "select parent_id from space where id = $1"};
const pg::Statement<Text(SpaceId)> standing{"test.federations.standing", "select state from section_standing($1)"};

struct Federations : testing::Test {
  const SpaceId place = federation(), other_place = federation(), home = section(place, "Les Tilleuls");
  const MemberId referent = member(), other_referent = member(), secretary = member("Malik", "Oudin"), plain = member();

  Federations() {
    join(referent, place, "referent");
    join(other_referent, other_place, "referent");
    join(secretary, home, "secretary");
    join(plain, home);
  }
  Opened open(MemberId who, const Texts& names, const Texts& emails) {
    const Texts blanks(names.size()), ana(names.size(), "Ana"), petit(names.size(), "Petit");
    return as(who, open_all, place, names, blanks, blanks, ana, petit, emails).front();
  }
  Text ask(MemberId who, const Text& address, const Text& wanted = "look") {
    return as(who, help, place, address, wanted).front().state;
  }
};

Text unique(const Text& word) {
  static int count = 0;
  return word + std::to_string(++count) + "@federations.test";
}

TEST_F(Federations, S11_AFileOpensOnceAndInvitesOnce) {
  const auto ana = unique("ana"), zoe = unique("zoe");
  const auto first = open(referent, {"Ornans", "Dole", "Les Tilleuls"}, {ana, "", zoe});
  EXPECT_EQ(first.opened, 2) << "«Les Tilleuls» is there";
  EXPECT_EQ(first.invited, 1) << "and has a secretary";
  const auto again = open(referent, {"ORNANS", "Dole", "Les Tilleuls"}, {ana, unique("other"), zoe});
  EXPECT_EQ(again.opened, 0);
  EXPECT_EQ(again.invited, 1) << "Dole had nobody yet";
  EXPECT_EQ(owner().one(sections_in, place), 3);
  EXPECT_EQ(owner().one(mails_to, ana), 1);
  EXPECT_EQ(owner().one(mails_to, zoe), 0);
}

TEST_F(Federations, S11_CountsOfAFederationAreThoseOfItsSections) {
  struct Count {
    std::int32_t sections, closed;
    std::optional<double> latitude;
  };
  const pg::Statement<Count(SpaceId)> count{
      "test.federations.count", "select sections, closed, latitude from federation_count where space_id = $1"};
  open(referent, {"Ornans", "Dole"}, {"", ""});
  const auto before = as(plain, count, place).front();
  EXPECT_EQ(before.sections, 3);
  EXPECT_EQ(before.closed, 2);
  EXPECT_FALSE(before.latitude);
  owner().run(put_place, home, "25000", "Besançon");
  const pg::Statement<void(SpaceId)> activate{
      "scene.federations.activate", "update space set activated_at = now() where parent_id = $1 and name = 'Ornans'"};
  owner().run(activate, place);
  const pg::Statement<void(SpaceId)> close{"scene.federations.close",
                                           "delete from space where parent_id = $1 and name = 'Dole'"};
  owner().run(close, place);
  const auto after = as(plain, count, place).front();
  EXPECT_EQ(after.sections, 2);
  EXPECT_EQ(after.closed, 0);
  EXPECT_TRUE(after.latitude);
}

TEST_F(Federations, S11_InvitationsLeaveAtAPace) {
  Texts names, emails;
  for (int i = 0; i < 105; ++i) {
    names.push_back("Section " + std::to_string(i));
    emails.push_back(unique("pace") + ".pace");
  }
  EXPECT_EQ(open(referent, names, emails).invited, 105);
  EXPECT_EQ(owner().one(later_mails, place), 5) << "a hundred at once for one domain, the others later";
}

TEST_F(Federations, S11_NobodyElseOpensEndsCountsOrHelps) {
  for (const auto who : {other_referent, secretary, plain}) {
    EXPECT_EQ(refusal_of([&] { open(who, {"Ornans"}, {""}); }), "CP403");
    EXPECT_EQ(refusal_of([&] { ask(who, "ana@federations.test"); }), "CP403");
    EXPECT_FALSE(as(who, end, home, secretary).front());
    EXPECT_TRUE(as(who, figures, place).empty());
  }
  EXPECT_EQ(owner().one(sections_in, place), 1);
  join(referent, place, "member");  // no referent any more
  EXPECT_EQ(refusal_of([&] { open(referent, {"Ornans"}, {""}); }), "CP403");
  EXPECT_TRUE(as(referent, figures, place).empty());
}

TEST_F(Federations, S11_WhoLosesTheOfficeKeepsTheirPlaceAndReadsIt) {
  EXPECT_TRUE(as(referent, end, home, secretary).front());
  EXPECT_FALSE(as(referent, end, home, secretary).front());
  EXPECT_FALSE(as(referent, end, home, plain).front()) << "who had none";
  const pg::Statement<Text(SpaceId)> role{
      "test.federations.role", "select role from membership where space_id = $1 and member_id = viewer_id()"};
  EXPECT_EQ(as(secretary, role, home).front(), "member");
  const pg::Statement<bool(SpaceId)> runs{"test.federations.runs", "select runs_section($1)"};
  EXPECT_FALSE(as(secretary, runs, home).front());
  EXPECT_EQ(owner().one(reaches, secretary, "federation.secretary"), 1);
}

TEST_F(Federations, S11_FiguresOfFewAreNotTold) {
  const auto only = [&] {
    const auto found = as(referent, figures, place);
    return *std::find_if(found.begin(), found.end(), [&](const Figures& one) { return one.id == home; });
  };
  owner().run(see_now, plain);
  owner().run(put_entry, home, plain);
  EXPECT_FALSE(only().members) << "two";
  EXPECT_FALSE(only().active);
  EXPECT_FALSE(only().rate);
  for (int i = 0; i < 6; ++i) {
    const auto one = member();
    join(one, home);
    owner().run(see_now, one);
    owner().run(put_entry, home, one);
  }
  EXPECT_EQ(only().members, 8);
  EXPECT_EQ(only().active, 7);
  EXPECT_EQ(only().rate, 100);
}

TEST_F(Federations, S11_HelpTellsOfTheFederationAloneAndIsWrittenDown) {
  const auto stranger = member();
  const auto invited = unique("invited"), elsewhere = unique("elsewhere");
  const auto away = section(other_place);
  join(stranger, away);
  owner().run(put_invitation, home, invited, "member");
  owner().run(put_invitation, away, elsewhere, "member");
  EXPECT_EQ(ask(referent, owner().one(address_of, plain)), "account");
  EXPECT_EQ(ask(referent, invited), "invited");
  for (const auto& address : {owner().one(address_of, stranger), elsewhere, unique("nobody")}) {
    const auto found = as(referent, help, place, address, "look").front();
    EXPECT_EQ(found.state, "nobody");
    EXPECT_FALSE(found.at || found.sends || found.refused_at);
    for (const auto* wanted : {"again", "reset"}) EXPECT_EQ(ask(referent, address, wanted), "nobody");
    EXPECT_EQ(owner().one(mails_to, address), 0);
  }
  EXPECT_EQ(owner().one(reaches, plain, "federation.help"), 1);
  EXPECT_EQ(owner().one(reaches, stranger, "federation.help"), 0);
}

TEST_F(Federations, S11_HelpSendsToTheirOwnAddressAndNotTooOften) {
  const auto own = owner().one(address_of, plain), invited = unique("again");
  EXPECT_EQ(ask(referent, own, "reset"), "sent");
  EXPECT_EQ(ask(referent, own, "reset"), "sent");
  EXPECT_EQ(owner().one(mails_to, own), 1) << "one for ten minutes";
  EXPECT_EQ(ask(referent, own, "again"), "account") << "no invitation for who is here";
  owner().run(put_invitation, home, invited, "member");
  EXPECT_EQ(ask(referent, invited, "again"), "sent");
  EXPECT_EQ(ask(referent, invited, "again"), "soon");
  EXPECT_EQ(ask(referent, invited, "reset"), "invited");
  EXPECT_EQ(owner().one(mails_to, invited), 1);
  owner().run(refuse_mail, invited);
  EXPECT_TRUE(as(referent, help, place, invited, "look").front().refused_at);
  for (int i = 0; i < 30; ++i) ask(referent, unique("guess"));
  EXPECT_EQ(ask(referent, own), "busy");
}

TEST_F(Federations, S11_SectionsAreFoundByNameTownPostcodeAndDepartment) {
  const auto tree = owner().one(above, place);
  const auto named = section(place, "Saint-Étienne-du-Bois");
  owner().run(put_place, home, "25000", "Besançon");
  const auto found = [&](const Text& words) {
    std::vector<SpaceId> ids;
    for (const auto id : as(plain, search, tree, words, 1000))
      if (id == home || id == named) ids.push_back(id);
    return ids;
  };
  EXPECT_EQ(found("st etienne du bois"), std::vector{named});
  EXPECT_EQ(found("besanc"), std::vector{home});
  EXPECT_EQ(found("zzz"), std::vector<SpaceId>{});
}

TEST_F(Federations, S11_AnotherMovementHasATreeOfItsOwn) {
  const auto youth = owner().one(put_movement, national(), place);
  const auto young = section(youth, "Jeunes Tilleuls");
  const auto tree = owner().one(above, youth);
  EXPECT_NE(tree, owner().one(above, place));
  EXPECT_EQ(as(plain, search, tree, "jeunes tilleuls", 10), std::vector{young});
  EXPECT_TRUE(as(plain, search, owner().one(above, place), "jeunes tilleuls", 10).empty());
  join(secretary, young, "secretary");
  EXPECT_EQ(as(plain, standing, young).front(), "free") << "and whoever comes leaves no section of the party";
  const pg::Statement<std::optional<SpaceId>(SpaceId)> left{"test.federations.left",
                                                            "select own_id from section_standing($1)"};
  EXPECT_FALSE(as(plain, left, young).front());
  EXPECT_TRUE(as(referent, figures, youth).empty()) << "the party's referent is not theirs";
}

}  // namespace
