#include "ui/page.hpp"

#include <gmock/gmock.h>

#include "ui/table.hpp"

using testing::HasSubstr;
using testing::Not;

namespace {
const ui::Theme theme;

std::string written(const ui::Frame& frame, const ui::Page& page) {
  html::Out out;
  ui::page(out, frame, page, [&] { out("<h1>Titre</h1>"); });
  return out.finish();
}
}  // namespace

TEST(Page, C04_TheKeyOfThisPageIsCurrentAndCountsAreBadges) {
  ui::Frame frame{.theme = &theme, .remote = ui::Remote{}};
  frame.remote->unread_messages = 3;
  frame.remote->invitations = 120;
  const auto page = written(frame, {.title = "Agenda", .here = ui::Key::agenda});
  EXPECT_THAT(page, HasSubstr(R"(<a href="/agenda" aria-current="page">)"));
  EXPECT_THAT(page, HasSubstr(R"(<span class="badge count-messages">3<span class="sr"> non lus</span>)"));
  EXPECT_THAT(page, HasSubstr(">99+<"));
  EXPECT_THAT(page, HasSubstr(R"(<span class="badge count-groups"></span>)"))
      << "empty, so not shown, and ready for a stream";
}

TEST(Page, A01_AVisitorSeesNeitherTélécommandeNorDirectories) {
  const auto page = written({.theme = &theme}, {.title = "Charte"});
  EXPECT_THAT(page, Not(HasSubstr("Télécommande")));
  EXPECT_THAT(page, Not(HasSubstr("/membres")));
  EXPECT_THAT(page, Not(HasSubstr("data-controller=\"live\"")));
  EXPECT_THAT(page, HasSubstr(R"(<meta name="robots" content="noindex, nofollow, noarchive">)"));
}

TEST(Page, TheTitleIsEscapedAndFollowedByTheName) {
  EXPECT_THAT(written({.theme = &theme}, {.title = "<b>"}), HasSubstr("<title>&lt;b&gt; · la coopol</title>"));
}

TEST(Page, ACounterStreamChangesEveryBadgeOfItsKind) {
  html::Out out;
  ui::counter_stream(out, ui::Counter::coopains, 1);
  EXPECT_EQ(
      out.finish(),
      R"(<turbo-stream action="update" targets=".count-coopains"><template>1<span class="sr"> demande</span></template></turbo-stream>)");
  ui::counter_stream(out, ui::Counter::coopains, 0);
  EXPECT_THAT(out.finish(), HasSubstr("<template></template>"));
}

TEST(Table, CellsCarryTheNameOfTheirColumnForTheCards) {
  const std::vector<ui::Column> columns = {{"Nom"}, {"Rôle"}};
  html::Out out;
  ui::table(out, {.caption = "Membres", .columns = columns, .tick = "member"}, [&](ui::Rows& rows) {
    rows.row({.value = "7", .name = "Ana \"A\""}, [&](ui::Cells& cells) {
      cells.cell("Ana");
      cells.cell("Adhérente");
    });
  });
  const auto page = out.finish();
  EXPECT_THAT(page, HasSubstr(R"(<th scope="row">Ana</th>)"));
  EXPECT_THAT(page, HasSubstr(R"(<td data-label="Rôle" >Adhérente</td>)"));
  EXPECT_THAT(page, HasSubstr(R"(name="member" value="7" aria-label="Choisir Ana &quot;A&quot;")"));
}
