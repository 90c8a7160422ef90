// Answers of an authenticator of our own making, right but for one thing.

#include "core/webauthn.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include "core/crypto.hpp"
#include "core/json.hpp"

namespace {

using webauthn::Holder;
using Text = std::string;

struct Answer {
  Text origin = "https://coopol.example", type = "webauthn.get", challenge = Text(32, 'c'), site = "coopol.example";
  bool cross_origin = false;
  unsigned char flags = 0x05;  // present and verified
  unsigned char count = 8;
  bool forged = false;
};

class Passkey : public testing::Test {
 protected:
  Passkey() {
    EXPECT_GE(sodium_init(), 0);
    crypto_sign_keypair(public_, secret_);
  }

  std::optional<std::int64_t> verify(const Answer& answer, Holder holder = Holder::verified, std::int64_t known = 7) {
    webauthn::Proof proof;
    proof.client_data = json::object({{"type", answer.type},
                                      {"challenge", crypto::base64url(answer.challenge)},
                                      {"origin", answer.origin},
                                      {"crossOrigin", answer.cross_origin}});
    proof.authenticator_data =
        crypto::sha256(answer.site) + static_cast<char>(answer.flags) + Text(3, '\0') + static_cast<char>(answer.count);
    const auto message = proof.authenticator_data + crypto::sha256(proof.client_data);
    proof.signature.resize(crypto_sign_BYTES);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(proof.signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(message.data()), message.size(), secret_);
    if (answer.forged) proof.signature[5] ^= 1;
    const webauthn::Key key{"key", webauthn::eddsa, Text(reinterpret_cast<const char*>(public_), sizeof public_),
                            known};
    return webauthn::verify(webauthn::site("https://coopol.example"), Text(32, 'c'), key, proof, holder);
  }

 private:
  unsigned char public_[crypto_sign_PUBLICKEYBYTES] = {}, secret_[crypto_sign_SECRETKEYBYTES] = {};
};

TEST_F(Passkey, A07_OpensForItsOwnerOnOurSiteOnly) {
  EXPECT_EQ(verify({}), 8);
  EXPECT_FALSE(verify({.origin = "https://ailleurs.example"}));
  EXPECT_FALSE(verify({.origin = "http://coopol.example"}));
  EXPECT_FALSE(verify({.site = "ailleurs.example"}));
  EXPECT_FALSE(verify({.cross_origin = true}));
  EXPECT_FALSE(verify({.type = "webauthn.create"}));
  EXPECT_FALSE(verify({.challenge = Text(32, 'd')}));
  EXPECT_FALSE(verify({.forged = true}));
}

TEST_F(Passkey, A07_AloneItWantsItsHolderVerified) {
  EXPECT_EQ(verify({.flags = 0x01}, Holder::present), 8);
  EXPECT_FALSE(verify({.flags = 0x01}, Holder::verified));
  EXPECT_FALSE(verify({.flags = 0x04}, Holder::verified)) << "nobody present";
}

TEST_F(Passkey, A07_ACountThatDoesNotGrowIsACopy) {
  EXPECT_FALSE(verify({}, Holder::verified, 8));
  EXPECT_EQ(verify({.count = 0}, Holder::verified, 0), 0) << "many keep none";
  EXPECT_FALSE(verify({.count = 0}, Holder::verified, 7));
}

}  // namespace
