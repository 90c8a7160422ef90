#include "access/device.hpp"

#include <gtest/gtest.h>

namespace {

using accounts::device_name;

TEST(Device, A07_IsNamedAsPeopleCallIt) {
  EXPECT_EQ(device_name("Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0"), "Firefox sur Android");
  EXPECT_EQ(
      device_name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 "
                  "Safari/537.36 Edg/126.0"),
      "Edge sur Windows");
  EXPECT_EQ(
      device_name("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                  "Version/17.5 Mobile/15E148 Safari/604.1"),
      "Safari sur iPhone");
  EXPECT_EQ(device_name("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) "
                        "Chrome/126.0.0.0 Safari/537.36"),
            "Chrome sur Mac");
}

TEST(Device, A07_NothingUnknownIsKept) {
  EXPECT_EQ(device_name(""), "Un navigateur");
  EXPECT_EQ(device_name("<script>alert(1)</script>"), "Un navigateur");
  EXPECT_EQ(device_name("curl/8.0 (Linux)"), "Un navigateur sur Linux");
}

}  // namespace
