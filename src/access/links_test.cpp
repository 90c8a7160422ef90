#include "access/links.hpp"

#include <gtest/gtest.h>

#include "access/invitation.hpp"

namespace {

using namespace std::chrono_literals;

Settings settings(std::string secret = std::string(32, 's')) {
  Settings made;
  made.base_url = "https://coopol.example.org";
  made.secret = std::move(secret);
  return made;
}
const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
std::string token(const std::string& link) {
  return link.substr(link.rfind('/') + 1);
}

TEST(Links, A03_AnInvitationSaysWhichSendItIs) {
  const auto link = accounts::invitation_link(settings(), 12, 3, now);
  EXPECT_TRUE(link.starts_with("https://coopol.example.org/invitation/"));
  const auto read = accounts::read_invitation_link(settings(), token(link));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->invitation, 12);
  EXPECT_EQ(read->send, 3);
  EXPECT_FALSE(read->expired);
}

TEST(Links, A03_AnInvitationExpiresAfterThirtyDays) {
  EXPECT_FALSE(
      accounts::read_invitation_link(settings(), token(accounts::invitation_link(settings(), 1, 1, now - 29 * 24h)))
          ->expired);
  EXPECT_TRUE(
      accounts::read_invitation_link(settings(), token(accounts::invitation_link(settings(), 1, 1, now - 30 * 24h)))
          ->expired);
}

TEST(Links, A06_APasswordLinkLivesAnHour) {
  const auto fresh =
      accounts::read_password_link(settings(), token(accounts::password_link(settings(), MemberId(5), 2, now - 59min)));
  ASSERT_TRUE(fresh);
  EXPECT_EQ(fresh->member, MemberId(5));
  EXPECT_EQ(fresh->version, 2);
  EXPECT_FALSE(accounts::read_password_link(settings(),
                                            token(accounts::password_link(settings(), MemberId(5), 2, now - 60min))));
}

TEST(Links, A06_OneKindNeverPassesForAnother) {
  const auto invitation = token(accounts::invitation_link(settings(), 5, 2, now));
  EXPECT_FALSE(accounts::read_password_link(settings(), invitation));
  EXPECT_FALSE(accounts::read_preregistration_link(settings(), invitation));
  EXPECT_FALSE(
      accounts::read_invitation_link(settings(), token(accounts::password_link(settings(), MemberId(5), 2, now))));
}

TEST(Links, A03_OnlyWhatWeSignedIsRead) {
  auto forged = token(accounts::invitation_link(settings(std::string(32, 'x')), 12, 3, now));
  EXPECT_FALSE(accounts::read_invitation_link(settings(), forged));
  EXPECT_FALSE(accounts::read_invitation_link(settings(), ""));
  EXPECT_FALSE(accounts::read_invitation_link(settings(), "abc.def"));
}

}  // namespace
