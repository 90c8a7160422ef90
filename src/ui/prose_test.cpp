#include "ui/prose.hpp"

#include <gtest/gtest.h>

namespace {

std::string written(std::string_view text) {
  html::Out out;
  ui::prose(out, text);
  return out.finish();
}

TEST(Prose, ParagraphsAndLineBreaksAreKept) {
  EXPECT_EQ(written("On frappe par deux.\nÀ dix heures.\r\n \r\n\nRendez-vous au local."),
            "<p>On frappe par deux.<br>À dix heures.</p><p>Rendez-vous au local.</p>");
  EXPECT_EQ(written("\n \n"), "");
}

TEST(Prose, MarkupIsText) {
  EXPECT_EQ(written("<script>alert(1)</script> & co"), "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; co</p>");
}

TEST(Prose, AddressesBecomeLinksWithoutThePunctuationAroundThem) {
  EXPECT_EQ(written("Le plan (https://exemple.fr/plan?a=1&b=2). Viens !"),
            "<p>Le plan (<a href=\"https://exemple.fr/plan?a=1&amp;b=2\" rel=\"noreferrer nofollow ugc\" "
            "target=\"_blank\">https://exemple.fr/plan?a=1&amp;b=2</a>). Viens !</p>");
  EXPECT_EQ(written("«\u202fhttp://exemple.fr\u202f»"),
            "<p>«\u202f<a href=\"http://exemple.fr\" rel=\"noreferrer nofollow ugc\" "
            "target=\"_blank\">http://exemple.fr</a>\u202f»</p>");
}

TEST(Prose, OtherSchemesStayText) {
  EXPECT_EQ(written("javascript:alert(1) data:text/html,x"), "<p>javascript:alert(1) data:text/html,x</p>");
  EXPECT_EQ(written("https://"), "<p>https://</p>");
}

}  // namespace
