// E04: inviting from several sources at once, and whoever comes there later.

#include <gtest/gtest.h>

#include "events/answer.hpp"
#include "events/sources.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using Text = std::string;
using Words = std::vector<Text>;

const pg::Statement<void(MemberId, SpaceId)> joins{"scene.arrivals.joins",
                                                   "insert into membership (space_id, member_id) values ($2, $1)"};
const pg::Statement<void(MemberId, SpaceId)> leaves{"scene.arrivals.leaves",
                                                    "delete from membership where member_id = $1 and space_id = $2"};
const pg::Statement<std::int64_t(SpaceId, Text)> make_list{
    "scene.arrivals.list",
    "insert into section_list (section_id, kind, name) values ($1, $2, 'Les ' || $2) returning id"};
const pg::Statement<void(std::int64_t, MemberId)> put{
    "scene.arrivals.put",
    "insert into section_list_member (list_id, member_id) values ($1, $2) on conflict do nothing"};
const pg::Statement<std::int64_t(EventId, MemberId)> mails{
    "scene.arrivals.mails",
    "select count(*) from mail where subject_id = $1 and member_id = $2 and kind = 'events.invitation'"};
const pg::Statement<std::int64_t(EventId, MemberId)> invited{
    "scene.arrivals.invited", "select count(*) from event_guest where event_id = $1 and member_id = $2"};
const pg::Statement<void(EventId, Text)> becomes{"scene.arrivals.becomes", "update event set state = $2 where id = $1"};
const pg::Statement<void(EventId)> passes{
    "scene.arrivals.passes",
    "update event set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1"};
const pg::Statement<void(MemberId, SpaceId, Text)> takes_role{
    "scene.arrivals.role", "update membership set role = $3 where member_id = $1 and space_id = $2"};
const pg::Statement<std::int64_t(EventId)> seen{"test.arrivals.seen",
                                                "select count(*) from event_arrivals where event_id = $1"};
struct Size {
  std::int64_t fresh, already;
  auto operator<=>(const Size&) const = default;
};
const pg::Statement<Size(EventId, Words)> size_of{"test.arrivals.size",
                                                  "select fresh, already from event_sources_size($1, $2)"};

Text word(const char* kind, std::int64_t id) {
  return Text(kind) + "-" + std::to_string(id);
}

struct Scene {
  SpaceId section = testing_db::section(federation());
  MemberId secretary = member("Rose", "Amiel"), one = member("Inès", "Carrel"),
           shy = member("Malo", "Brun", "secretary");
  EventId event;
  std::int64_t list, zone;

  Scene() {
    join(secretary, section, "secretary");
    join(one, section);
    join(shy, section);
    list = owner().one(make_list, section, "list");
    zone = owner().one(make_list, section, "zone");
    owner().run(put, list, one);
    owner().run(put, zone, one);
    event = testing_db::event(secretary, {.spaces = {section}});
  }
  [[nodiscard]] Text whole() const { return word("section", section.number()); }
  [[nodiscard]] bool has(MemberId who) const { return owner().one(invited, event, who) == 1; }
  std::optional<std::int32_t> ask(MemberId who, const Words& sources, bool later) const {
    return as(who, events::invite_sources, event, sources, later).front();
  }
};

TEST(EventArrivals, E04_SeveralSourcesAtOnceInviteEachPersonOnce) {
  const Scene s;
  const Words all{s.whole(),   word("list", s.list), word("zone", s.zone), "coopains",
                  "section-x", "n’importe",          "list-999999999999"};
  EXPECT_EQ(as(s.secretary, size_of, s.event, all).front(), (Size{2, 0}))
      << "those hidden from everybody else included";
  EXPECT_EQ(s.ask(s.secretary, {word("zone", s.zone)}, false), 1);
  EXPECT_EQ(as(s.secretary, size_of, s.event, all).front(), (Size{1, 1}));
  EXPECT_EQ(s.ask(s.secretary, all, false), 1);
  EXPECT_EQ(s.ask(s.secretary, all, false), 0);
  EXPECT_EQ(owner().one(mails, s.event, s.one), 1);
}

TEST(EventArrivals, E04_AMemberReachesWhomTheyMaySeeAndNoListOfTheOffice) {
  const Scene s;
  const auto own = testing_db::event(s.one, {.is_public = true});
  EXPECT_EQ(as(s.one, size_of, own, {s.whole()}).front(), (Size{1, 0})) << "the secretary, not the hidden one";
  EXPECT_EQ(as(s.one, size_of, own, {word("list", s.list), word("zone", s.zone)}).front(), (Size{0, 0}));
  const auto other = testing_db::section(federation());
  join(member("Zoé", "Tardif"), other);
  EXPECT_EQ(as(s.one, size_of, own, {word("section", other.number())}).front(), (Size{0, 0}));
  EXPECT_EQ(
      as(s.one, events::invite_sources, own, {word("zone", s.zone), word("section", other.number())}, true).front(), 0);
  EXPECT_EQ(as(s.one, seen, own).front(), 0) << "nothing of theirs to wait at";
  EXPECT_EQ(refusal_of([&] { as(s.shy, size_of, s.event, {s.whole()}); }), "CP403") << "not their event";
}

TEST(EventArrivals, E04_WhoeverJoinsLaterIsInvitedOnceAndToldByMail) {
  const Scene s;
  EXPECT_EQ(s.ask(s.secretary, {s.whole(), word("zone", s.zone)}, true), 2);
  EXPECT_EQ(as(s.secretary, seen, s.event).front(), 2);
  EXPECT_EQ(as(s.one, seen, s.event).front(), 0) << "the organisers' own affair";
  const auto late = member("Nour", "Haddad", "secretary");
  owner().run(joins, late, s.section);
  EXPECT_TRUE(s.has(late));
  EXPECT_EQ(owner().one(mails, s.event, late), 1);
  as(late, events::record_answer, s.event, "no", std::nullopt);
  owner().run(put, s.zone, late);
  owner().run(leaves, late, s.section);
  owner().run(joins, late, s.section);
  EXPECT_EQ(owner().one(mails, s.event, late), 1) << "once, wherever they come from";
}

TEST(EventArrivals, E04_NobodyIsInvitedToWhatIsOverCancelledOrNoMoreTheHosts) {
  const Scene s;
  s.ask(s.secretary, {s.whole(), word("list", s.list)}, true);
  const auto comes = [&] {
    const auto late = member("Nour", "Haddad");
    owner().run(joins, late, s.section);
    owner().run(put, s.list, late);
    return s.has(late);
  };
  EXPECT_TRUE(comes());
  owner().run(becomes, s.event, "cancelled");
  EXPECT_FALSE(comes());
  owner().run(becomes, s.event, "published");
  owner().run(takes_role, s.secretary, s.section, "member");
  EXPECT_TRUE(comes()) << "a member may still invite whom they may see";
  const auto hidden = member("Léa", "Roy", "secretary");
  owner().run(joins, hidden, s.section);
  owner().run(put, s.list, hidden);
  EXPECT_FALSE(s.has(hidden)) << "not those whom they may not see, nor the office's lists";
  owner().run(leaves, s.secretary, s.section);
  EXPECT_FALSE(comes());
  owner().run(joins, s.secretary, s.section);
  EXPECT_TRUE(comes());
  owner().run(passes, s.event);
  EXPECT_FALSE(comes());
}

}  // namespace
