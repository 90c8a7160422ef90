// Links whose time is over, which no browser test can wait for.

#include <gmock/gmock.h>

#include "access/accept.hpp"
#include "access/invitation.hpp"
#include "access/links.hpp"
#include "access/new_password.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const pg::Statement<std::int64_t(SpaceId)> make_invitation{"scene.access.dead_invitation", R"(
  insert into invitation (space_id, email, first_name, last_name, sends) values ($1, 'tardive@example.org', 'Inès', 'Carrel', 2) returning id)"};

class ExpiredLink : public testing::Test {
 protected:
  http::Response open(const std::string& link, std::string_view pattern, gate::Handler handler) {
    const gate::Route route = gate::get(pattern, gate::who::anyone(), handler);
    http::Request request;
    gate::Visit visit(request, route, {{"token", link.substr(link.rfind('/') + 1)}}, app(), services);
    return handler(visit);
  }

  Settings settings = [] {
    Settings made;
    made.secret = std::string(32, 's');
    return made;
  }();
  ui::Theme theme;
  password::Hasher passwords{password::cheapest_for_tests};
  RateLimit rates;
  gate::Services services{settings, theme, passwords, rates};
  std::chrono::sys_seconds now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
};

TEST_F(ExpiredLink, A03_AnInvitationOfThirtyDaysSaysWhatToDo) {
  const auto invitation = owner().one(make_invitation, section(federation()));
  const auto page = open(accounts::invitation_link(settings, invitation, 2, now - 30 * 24h), "/invitation/:token",
                         accounts::show_invitation);
  EXPECT_EQ(page.status, 410);
  EXPECT_THAT(page.body, HasSubstr("Cette invitation a expiré"));
  EXPECT_THAT(page.body, Not(HasSubstr("Carrel")));
}

TEST_F(ExpiredLink, A03_AnOldOneThatWasAlsoReplacedLeadsToTheNewer) {
  const auto invitation = owner().one(make_invitation, section(federation()));
  const auto page = open(accounts::invitation_link(settings, invitation, 1, now - 40 * 24h), "/invitation/:token",
                         accounts::show_invitation);
  EXPECT_EQ(page.status, 410);
  EXPECT_THAT(page.body, HasSubstr("Un courriel plus récent"));
}

TEST_F(ExpiredLink, A06_APasswordLinkOfAnHourServesNoMore) {
  const auto link = accounts::password_link(settings, member(), 0, now - 1h);
  const auto page = open(link, "/mot-de-passe/nouveau/:token", accounts::choose_password);
  EXPECT_EQ(page.status, 410);
  EXPECT_THAT(page.body, HasSubstr("Ce lien ne sert plus"));
}

}  // namespace
