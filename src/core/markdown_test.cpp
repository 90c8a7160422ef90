#include "core/markdown.hpp"

#include <gmock/gmock.h>

namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Markdown, RendersParagraphsTitlesAndLists) {
  EXPECT_EQ(markdown::render("## Respect\n\nOn *débat*.\n\n- ici\n- dehors\n").markup,
            "<h2>Respect</h2>\n<p>On <em>débat</em>.</p>\n<ul>\n<li>ici</li>\n<li>dehors</li>\n</ul>\n");
}

TEST(Markdown, RendersTables) {
  EXPECT_THAT(markdown::render("| a | b |\n|---|---|\n| 1 | <b>2</b> |\n").markup,
              AllOf(HasSubstr("<th>a</th>"), HasSubstr("<td>1</td>"), Not(HasSubstr("<b>"))));
}

TEST(Markdown, G02_NoMarkupOfThePersonComesOut) {
  EXPECT_THAT(markdown::render("<script>alert(1)</script>").markup, Not(HasSubstr("<script")));
  EXPECT_THAT(markdown::render("a <img src=x onerror=alert(1)> b").markup, Not(HasSubstr("onerror")));
}

TEST(Markdown, G02_LinksThatRunScriptLoseTheirAddress) {
  for (const auto* address :
       {"javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc"})
    EXPECT_THAT(markdown::render("[x](" + std::string(address) + ")").markup, HasSubstr(R"(<a href="">)")) << address;
  EXPECT_THAT(markdown::render("[x](/charte)").markup, HasSubstr(R"(<a href="/charte">)"));
}

TEST(Markdown, X05_APictureInAMailIsALinkAndLinesStay) {
  const auto mail =
      markdown::render_mail("un\ndeux https://exemple.test\n\n![vu](https://espion.test/p.gif) <b>x</b>").markup;
  EXPECT_THAT(mail, AllOf(HasSubstr("un<br />\ndeux"), HasSubstr(R"(<a href="https://exemple.test">)"),
                          HasSubstr(R"(<a href="https://espion.test/p.gif">vu</a>)")));
  EXPECT_THAT(mail, AllOf(Not(HasSubstr("<img")), Not(HasSubstr("<b>"))));
}

TEST(Markdown, BrokenUtf8IsReplaced) {
  EXPECT_THAT(markdown::render("a\xff b").markup, HasSubstr("\uFFFD"));
}

}  // namespace
