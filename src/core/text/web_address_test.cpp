#include "core/text/web_address.hpp"

#include <gtest/gtest.h>

using text::web_address;

TEST(WebAddress, IsCompletedOrRefused) {
  EXPECT_EQ(web_address("lesite.fr"), "https://lesite.fr");
  EXPECT_EQ(web_address("http://lesite.fr/a?b=c"), "http://lesite.fr/a?b=c");
  for (const char* wrong : {"rien", "javascript:alert(1)", "javascript://x.fr/%0aalert(1)", "ftp://lesite.fr",
                            "https://le site.fr", "https://a.fr/\"onclick=", "https://"})
    EXPECT_EQ(web_address(wrong), std::nullopt) << wrong;
  EXPECT_EQ(web_address("a.fr/" + std::string(200, 'x')), std::nullopt);
}
