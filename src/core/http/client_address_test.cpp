#include "core/http/client_address.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using http::Address;
using http::TrustedProxies;

std::string parsed(std::string_view text) {
  const auto address = Address::parse(text);
  return address ? address->text() : "none";
}

TEST(ClientAddress, reads_addresses_as_proxies_write_them) {
  EXPECT_EQ(parsed("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(parsed("192.0.2.7:4711"), "192.0.2.7");
  EXPECT_EQ(parsed("2001:DB8::1"), "2001:db8::1");
  EXPECT_EQ(parsed("[2001:db8::1]:4711"), "2001:db8::1");
  EXPECT_EQ(parsed("::ffff:192.0.2.7"), "192.0.2.7");
  for (const char* bad : {"", "unknown", "192.0.2", "192.0.2.256", "[2001:db8::1", "_hidden", "2001:db8::1::2"})
    EXPECT_EQ(parsed(bad), "none") << bad;
}

TEST(ClientAddress, a_peer_that_is_not_trusted_cannot_say_who_it_is) {
  const TrustedProxies none({});
  EXPECT_EQ(none.client("192.0.2.7", {"10.9.9.9"}), "192.0.2.7");
  const TrustedProxies local({"127.0.0.1"});
  EXPECT_EQ(local.client("192.0.2.7", {"10.9.9.9"}), "192.0.2.7");
}

TEST(ClientAddress, behind_proxies_it_is_the_last_hop_that_is_not_ours) {
  const TrustedProxies ours({"127.0.0.1", "10.0.0.0/8", "2001:db8:5::/48"});
  EXPECT_EQ(ours.client("127.0.0.1", {}), "127.0.0.1");
  EXPECT_EQ(ours.client("127.0.0.1", {"198.51.100.3"}), "198.51.100.3");
  EXPECT_EQ(ours.client("127.0.0.1", {"6.6.6.6, 198.51.100.3, 10.1.2.3"}), "198.51.100.3")
      << "what the client itself wrote stays out";
  EXPECT_EQ(ours.client("127.0.0.1", {"6.6.6.6", "198.51.100.3", "10.1.2.3"}), "198.51.100.3")
      << "the same over several lines";
  EXPECT_EQ(ours.client("::ffff:127.0.0.1", {"2001:db8:9::1 , [2001:db8:5::7]:80"}), "2001:db8:9::1");
  EXPECT_EQ(ours.client("127.0.0.1", {"198.51.100.3, nonsense"}), "127.0.0.1") << "an unreadable hop ends the chain";
}

TEST(ClientAddress, networks_are_compared_by_their_bits) {
  const TrustedProxies ours({"192.0.2.128/25", "2001:db8::/33", "198.51.100.0/22"});
  EXPECT_TRUE(ours.trusts("192.0.2.200"));
  EXPECT_FALSE(ours.trusts("192.0.2.1"));
  EXPECT_TRUE(ours.trusts("2001:db8:7fff::1"));
  EXPECT_FALSE(ours.trusts("2001:db8:8000::1"));
  EXPECT_TRUE(ours.trusts("198.51.103.255"));
  EXPECT_FALSE(ours.trusts("198.51.104.0"));
  EXPECT_TRUE(TrustedProxies({"0.0.0.0/0"}).trusts("8.8.8.8"));
  EXPECT_FALSE(TrustedProxies({"0.0.0.0/0"}).trusts("2001:db8::1"));
}

TEST(ClientAddress, a_setting_that_is_no_network_is_named) {
  for (const char* bad : {"localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "/8", ""}) {
    try {
      const TrustedProxies made({bad});
      FAIL() << bad;
    } catch (const std::invalid_argument& clear) {
      EXPECT_NE(std::string(clear.what()).find('"' + std::string(bad) + '"'), std::string::npos);
    }
  }
}

TEST(ClientAddress, peer_key_is_the_address_for_ipv4_and_the_64_for_ipv6) {
  EXPECT_EQ(http::peer_key("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(http::peer_key("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(http::peer_key("2001:db8:1:2:3:4:5:6"), http::peer_key("2001:db8:1:2::1"));
  EXPECT_NE(http::peer_key("2001:db8:1:2::1"), http::peer_key("2001:db8:1:3::1"));
  EXPECT_EQ(http::peer_key("2001:db8:1:2::1"), "2001:db8:1:2::/64");
}

}  // namespace
