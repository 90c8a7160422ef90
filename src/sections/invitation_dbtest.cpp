// S05: invitations that come back, and the pace at which they leave.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;

struct Made {
  std::int64_t invitation, mail;
};
const pg::Statement<Made(SpaceId, std::string, std::string)> invited{"scene.invitation.made", R"(
  with entry as (insert into register_entry (section_id, first_name, last_name, email) values ($1, 'Rose', 'Amiel', $2) returning *),
  made as (insert into invitation (space_id, register_entry_id, first_name, last_name, email) select section_id, id, first_name, last_name, email from entry returning *),
  mail as (insert into mail (kind, key, address, subject_id, detail) select $3, 'invitation:' || id || ':1', email, id, '{"send": 1}' from made returning id)
  select made.id, mail.id from made, mail)"};
const pg::Statement<void(std::int64_t, std::string, std::string)> finish{
    "scene.invitation.finish", "update mail set state = $2, last_error = $3, finished_at = now() where id = $1"};
const pg::Statement<std::string(std::int64_t)> refused{"scene.invitation.refused",
                                                       "select coalesce(refused, '') from invitation where id = $1"};
const pg::Statement<void(std::int64_t)> send_again{"scene.invitation.again",
                                                   "update invitation set sends = 2 where id = $1"};
const pg::Statement<void(std::string, std::int32_t)> many{"scene.invitation.many", R"(
  insert into mail (kind, key, address, batch) select 'sections.invitation', 'pace ' || $1 || n, 'a' || n || '@' || $1, 'pace ' || $1 from generate_series(1, $2) n)"};
struct Wait {
  std::int64_t at_once;
  double last;  // seconds from now
};
const pg::Statement<Wait(std::string)> waits{"scene.invitation.waits", R"(
  select count(*) filter (where run_at <= now()), extract(epoch from max(run_at) - now())::float8 from mail where batch = 'pace ' || $1)"};

Made invite(const std::string& address, const std::string& kind = "sections.invitation") {
  return owner().one(invited, section(federation()), address, kind);
}

TEST(InvitationReturn, S05_EachRefusalHasItsReason) {
  for (const auto& [words, reason] : {std::pair{"550 No such mailbox", "unknown"},
                                      {"553 5.1.3 Bad address", "unknown"},
                                      {"552 5.2.2 Over quota", "full"},
                                      {"554 5.2.2 Mailbox full", "full"},
                                      {"550 5.7.1 Blocked", "other"},
                                      {"554 No", "other"},
                                      {"450 Try later", "late"}}) {
    const auto made = invite("rose@exemple.fr");
    owner().run(finish, made.mail, "failed", words);
    EXPECT_EQ(owner().one(refused, made.invitation), reason) << words;
  }
}

TEST(InvitationReturn, S05_OnlyTheLastSendCountsAndOnlyWhatFailed) {
  const auto again = invite("rose@exemple.fr");
  owner().run(send_again, again.invitation);
  owner().run(finish, again.mail, "failed", "550 No");
  EXPECT_EQ(owner().one(refused, again.invitation), "");
  const auto sent = invite("rose@exemple.fr");
  owner().run(finish, sent.mail, "sent", "");
  EXPECT_EQ(owner().one(refused, sent.invitation), "");
  const auto other = invite("rose@exemple.fr", "events.invitation");
  owner().run(finish, other.mail, "failed", "550 No");
  EXPECT_EQ(owner().one(refused, other.invitation), "");
}

TEST(InvitationPace, S05_ADomainGetsAHundredAtOnceThenOneASecond) {
  owner().run(many, "pace.example", 160);
  const auto waiting = owner().one(waits, "pace.example");
  EXPECT_EQ(waiting.at_once, 100);
  EXPECT_NEAR(waiting.last, 60, 1);
  owner().run(many, "autre.example", 40);
  EXPECT_EQ(owner().one(waits, "autre.example").at_once, 40) << "each domain by itself";
}

}  // namespace
