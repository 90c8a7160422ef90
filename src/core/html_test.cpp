#include "core/html.hpp"

#include <gtest/gtest.h>

TEST(Html, EscapesForThePlace) {
  html::Out out;
  out(R"(<a href="/x/{}?q={}" title="{}">{}</a>)", 7, "a&b c", "\"'<", "<b>&");
  EXPECT_EQ(out.finish(), R"(<a href="/x/7?q=a%26b%20c" title="&quot;&#39;&lt;">&lt;b&gt;&amp;</a>)");
}
