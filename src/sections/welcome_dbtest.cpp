// X04: who is a newcomer, what they get, once only.

#include <gtest/gtest.h>

#include "sections/welcome_job.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using namespace sections;

const pg::Statement<std::int64_t(SpaceId, bool)> write_letter{"test.welcome.write", R"(
  with saved as (
    insert into welcome_letter (section_id, body, active) values ($1, 'Bonjour {prénom}, {secrétaire}', $2)
    on conflict (section_id) do update set active = excluded.active returning 1)
  select count(*) from saved)"};
const pg::Statement<void(SpaceId, MemberId)> leave{"scene.welcome.leave",
                                                   "delete from membership where space_id = $1 and member_id = $2"};
const pg::Statement<void(SpaceId, MemberId)> a_year_passes{
    "scene.welcome.year",
    "update newcomer set at = at - interval '13 months' where section_id = $1 and member_id = $2"};
const pg::Statement<void(MemberId)> erase{"scene.welcome.erase", "delete from member where id = $1"};
struct Asked {
  std::int64_t id;
  std::string payload;
};
const pg::Statement<Asked(SpaceId)> asked{"scene.welcome.asked", R"(
  select id, payload::text from job where kind = 'sections.welcome' and (payload->>'section')::bigint = $1 and done_at is null order by id)"};
const pg::Statement<void(std::int64_t)> set_done{"scene.welcome.done", "update job set done_at = now() where id = $1"};
struct Said {
  std::string author, subject, body;
  bool one_way;
};
const pg::Statement<Said(MemberId)> said_to{"scene.welcome.said", R"(
  select a.first_name, t.subject, x.body, t.one_way from thread_member r join thread t on t.id = r.thread_id join message x on x.thread_id = t.id join member a on a.id = x.author_id
   where r.member_id = $1 and a.id <> $1 and r.hidden_at is null order by x.id)"};
const pg::Statement<std::int64_t(MemberId)> in_the_inbox{
    "scene.welcome.inbox", "select count(*) from thread_member where member_id = $1 and hidden_at is null"};
const pg::Statement<std::int64_t(MemberId)> mails_to{
    "scene.welcome.mails", "select count(*) from mail where kind = 'messages.new' and member_id = $1"};
const pg::Statement<std::string(SpaceId, MemberId)> to_greet{"test.welcome.to_greet",
                                                             "select body from newcomer_to_greet($1, $2)"};
const pg::Statement<void(SpaceId, MemberId)> greet{"test.welcome.greet",
                                                   "select greet_newcomer($1, $2, 'Coucou', 'De ma part')"};

struct TestJob final : jobs::Job {
  TestJob(const Settings& s, const std::string& what) : Job(testing_db::jobs(), s) {
    attempt = 1;
    payload = what;
  }
  void renew() override {}
  void renew(pg::Batch&) override {}
  void done(pg::Batch&) override {}
  [[nodiscard]] bool stopping() const override { return false; }
};

class Welcome : public testing::Test {
 protected:
  void letter(bool active = true) { as(secretary, write_letter, section, active); }
  MemberId newcomer(const std::string& name = "Ysé") {
    const auto id = member(name, "Arrive");
    join(id, section);
    return id;
  }
  size_t work() {
    const auto all = owner().all(asked, section);
    for (const auto& one : all) {
      for (int twice = 0; twice < 2; ++twice) {  // a job may run again after its last write
        TestJob job(settings, one.payload);
        send_welcome(job);
      }
      owner().run(set_done, one.id);
    }
    return all.size();
  }
  size_t messages(MemberId to) { return owner().all(said_to, to).size(); }

  Settings settings;
  SpaceId section = testing_db::section(federation(), "Besançon-Nord");
  MemberId secretary = [this] {
    const auto id = member("Inès", "Carrel");
    join(id, section, "secretary");
    return id;
  }();
};

TEST_F(Welcome, X04_WhoeverComesIsWrittenToByTheSecretaryOnce) {
  const auto before = newcomer();
  letter();
  const auto first = newcomer(), second = newcomer("Malo");
  EXPECT_EQ(work(), 2u);
  const auto said = owner().all(said_to, first);
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said.front().author, "Inès");
  EXPECT_EQ(said.front().subject, "Bienvenue dans la section Besançon-Nord");
  EXPECT_EQ(said.front().body, "Bonjour Ysé, Inès Carrel");
  EXPECT_FALSE(said.front().one_way) << "they can answer";
  EXPECT_EQ(owner().one(mails_to, first), 1) << "as of any private message";
  EXPECT_EQ(messages(second), 1u);
  EXPECT_EQ(messages(before), 0u) << "was there before";
  EXPECT_EQ(owner().one(in_the_inbox, secretary), 0) << "until somebody answers";
}

TEST_F(Welcome, X04_WhoLeavesAndComesBackWithinAYearIsNoNewcomer) {
  const auto before = newcomer();
  letter();
  const auto one = newcomer();
  work();
  for (const auto member : {one, before}) {
    owner().run(leave, section, member);
    join(member, section);
  }
  EXPECT_EQ(work(), 0u);
  owner().run(leave, section, one);
  owner().run(a_year_passes, section, one);
  join(one, section);
  EXPECT_EQ(work(), 1u);
  EXPECT_EQ(messages(one), 2u);
  EXPECT_EQ(messages(before), 0u);
  owner().run(erase, before);
}

TEST_F(Welcome, X04_WhatChangedBeforeItLeaves) {
  letter();
  const auto hasty = newcomer(), patient = newcomer("Malo");
  owner().run(leave, section, hasty);
  owner().run(leave, section, secretary);
  work();
  EXPECT_EQ(messages(patient), 0u) << "nobody runs the section";
  const auto other = member("Rose", "Amiel");
  join(other, section, "secretary");
  const auto next = newcomer();
  EXPECT_EQ(work(), 1u);
  EXPECT_EQ(messages(hasty), 0u);
  ASSERT_EQ(messages(next), 1u);
  EXPECT_EQ(owner().all(said_to, next).front().author, "Rose") << "from whoever is secretary now";
  EXPECT_EQ(messages(other), 0u) << "a secretary is not greeted by themself";
  const auto late = newcomer();
  as(other, write_letter, section, false);
  work();
  EXPECT_EQ(messages(late), 0u) << "switched off meanwhile";
  newcomer();
  EXPECT_EQ(work(), 0u);
}

TEST_F(Welcome, X04_OnlyTheJobReadsWhomToGreetAndGreets) {
  letter();
  const auto one = newcomer();
  EXPECT_EQ(refusal_of([&] { as(secretary, to_greet, section, one); }), "42501");
  EXPECT_EQ(refusal_of([&] { run_as(secretary, greet, section, one); }), "42501");
}

}  // namespace
