#include "core/crypto.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

TEST(Crypto, random_tokens_have_256_bits_and_differ) {
  const std::string a = crypto::random_token(), b = crypto::random_token();
  EXPECT_EQ(a.size(), 43u);
  EXPECT_NE(a, b);
  EXPECT_EQ(crypto::from_base64url(a).value().size(), 32u);
}

TEST(Crypto, base64url_is_that_of_rfc_4648) {
  EXPECT_EQ(crypto::base64url(""), "");
  EXPECT_EQ(crypto::base64url("fo"), "Zm8");
  EXPECT_EQ(crypto::base64url("\xfb\xff\xfe"), "-__-");
  EXPECT_EQ(crypto::from_base64url("-__-"), "\xfb\xff\xfe");
  EXPECT_EQ(crypto::from_base64url(""), "");
  for (const char* malformed : {"Zm8=", "Zm9", "+//+", "Zm 8", "Z"})
    EXPECT_FALSE(crypto::from_base64url(malformed)) << malformed;
}

TEST(Crypto, what_is_sealed_is_read_with_its_key_and_purpose_alone) {
  const std::string key(32, 'k'), sealed = crypto::seal(key, "totp", "secret");
  EXPECT_EQ(crypto::unseal(key, "totp", sealed), "secret");
  EXPECT_NE(crypto::seal(key, "totp", "secret"), sealed);
  EXPECT_FALSE(crypto::unseal(key, "other", sealed));
  EXPECT_FALSE(crypto::unseal(std::string(32, 'l'), "totp", sealed));
  for (size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(crypto::unseal(key, "totp", changed)) << i;
  }
  EXPECT_FALSE(crypto::unseal(key, "totp", sealed.substr(0, 39)));
}

TEST(Crypto, hex_is_lower_case) {
  EXPECT_EQ(crypto::hex(std::string_view("\x00\xab", 2)), "00ab");
}

TEST(Crypto, hashes_match_published_vectors) {
  // FIPS 180-4 example "abc"; RFC 4231 test case 2.
  EXPECT_EQ(crypto::hex(crypto::sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(crypto::hex(crypto::hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Crypto, keyed_hash_depends_on_key_purpose_and_message_and_on_where_they_are_cut) {
  const std::string key(32, 'k'), other(32, 'l');
  const std::string made = crypto::keyed_hash(key, "csrf", "session");
  EXPECT_EQ(made.size(), 32u);
  EXPECT_EQ(made, crypto::keyed_hash(key, "csrf", "session"));
  EXPECT_NE(made, crypto::keyed_hash(other, "csrf", "session"));
  EXPECT_NE(made, crypto::keyed_hash(key, "mail", "session"));
  EXPECT_NE(made, crypto::keyed_hash(key, "csrfs", "ession"));
  EXPECT_THROW(crypto::keyed_hash("short", "csrf", "session"), std::invalid_argument);
}

TEST(Crypto, equal_compares_whole_strings) {
  EXPECT_TRUE(crypto::equal("abc", "abc"));
  EXPECT_TRUE(crypto::equal("", ""));
  EXPECT_FALSE(crypto::equal("abc", "abd"));
  EXPECT_FALSE(crypto::equal("abc", "ab"));
}

}  // namespace
