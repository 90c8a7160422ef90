#include "app/rights.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/routes.hpp"

TEST(Rights, S08_TheTableOfRolesSaysWhatTheRoutesSay) {
  std::ostringstream kept;
  kept << std::ifstream("docs/roles.md").rdbuf();
  EXPECT_EQ(kept.str(), app::rights()) << "coopol routes --rights > docs/roles.md";
}

TEST(Rights, X03_EachWriteThatADelegateMayReachSaysWhatItDoes) {
  for (const auto& route : app::routes())
    if (route.method != http::Method::get && gate::delegable(route)) {
      EXPECT_FALSE(route.act.empty()) << route.path;
    }
}
