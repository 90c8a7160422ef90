#include "core/web_push/p256.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "core/crypto.hpp"

namespace p256 {
namespace {

constexpr size_t private_size = 32, public_size = 65, half_signature = 32;
constexpr const char* curve = "P-256";

template <auto release>
struct Release {
  template <class T>
  void operator()(T* thing) const {
    release(thing);
  }
};
template <class T, auto release>
using Owned = std::unique_ptr<T, Release<release>>;

using Group = Owned<EC_GROUP, EC_GROUP_free>;
using Point = Owned<EC_POINT, EC_POINT_free>;
using Number = Owned<BIGNUM, BN_clear_free>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

void must(bool done) {
  if (!done) throw std::runtime_error("libcrypto failed");
}

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* octets(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

Group group() {
  Group made(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
  must(made != nullptr);
  return made;
}

Number number(std::string_view private_key) {
  Number made(BN_bin2bn(octets(private_key), static_cast<int>(private_key.size()), nullptr));
  must(made != nullptr);
  return made;
}

bool valid_private_key(std::string_view key) {
  const auto value = number(key);
  const auto curve_group = group();
  return key.size() == private_size && !BN_is_zero(value.get()) &&
         BN_cmp(value.get(), EC_GROUP_get0_order(curve_group.get())) < 0;
}

Key key_from(OSSL_PARAM_BLD* parts, int selection) {
  const Owned<OSSL_PARAM, OSSL_PARAM_free> parameters(OSSL_PARAM_BLD_to_param(parts));
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  must(parameters && context && EVP_PKEY_fromdata_init(context.get()) == 1);
  EVP_PKEY* made = nullptr;
  if (EVP_PKEY_fromdata(context.get(), &made, selection, parameters.get()) != 1) return nullptr;
  return Key(made);
}

Key whole_key(std::string_view private_key) {
  const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts(OSSL_PARAM_BLD_new());
  const auto secret = number(private_key);
  const std::string open = public_key(private_key);
  must(parts && OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve, 0) &&
       OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get()) &&
       OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, open.data(), open.size()));
  auto key = key_from(parts.get(), EVP_PKEY_KEYPAIR);
  must(key != nullptr);
  return key;
}

Key open_key(std::string_view public_key) {
  const Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts(OSSL_PARAM_BLD_new());
  must(parts && OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve, 0) &&
       OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, public_key.data(), public_key.size()));
  return key_from(parts.get(), EVP_PKEY_PUBLIC_KEY);
}

// ECDSA's two numbers, out of the DER that libcrypto writes.
std::string plain_signature(std::string_view der) {
  const unsigned char* at = octets(der);
  const Owned<ECDSA_SIG, ECDSA_SIG_free> parsed(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  must(parsed != nullptr);
  std::string plain(2 * half_signature, '\0');
  must(BN_bn2binpad(ECDSA_SIG_get0_r(parsed.get()), octets(plain), half_signature) == half_signature &&
       BN_bn2binpad(ECDSA_SIG_get0_s(parsed.get()), octets(plain) + half_signature, half_signature) == half_signature);
  return plain;
}

}  // namespace

std::string new_private_key() {
  std::string key = crypto::random_bytes(private_size);
  while (!valid_private_key(key)) key = crypto::random_bytes(private_size);  // once in 2^32
  return key;
}

std::string derived_private_key(std::string_view secret, std::string_view purpose) {
  std::string key = crypto::keyed_hash(secret, "p256", purpose);
  while (!valid_private_key(key)) key = crypto::keyed_hash(secret, "p256", key);
  return key;
}

std::string public_key(std::string_view private_key) {
  const auto curve_group = group();
  const auto secret = number(private_key);
  const Point point(EC_POINT_new(curve_group.get()));
  must(point && EC_POINT_mul(curve_group.get(), point.get(), secret.get(), nullptr, nullptr, nullptr) == 1);
  std::string key(public_size, '\0');
  must(EC_POINT_point2oct(curve_group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, octets(key), key.size(),
                          nullptr) == key.size());
  return key;
}

bool valid_public_key(std::string_view key) {
  if (key.size() != public_size || key.front() != '\x04') return false;
  const auto curve_group = group();
  const Point point(EC_POINT_new(curve_group.get()));
  must(point != nullptr);
  return EC_POINT_oct2point(curve_group.get(), point.get(), octets(key), key.size(), nullptr) == 1;
}

std::string agree(std::string_view private_key, std::string_view theirs) {
  if (!valid_public_key(theirs)) throw std::invalid_argument("no point of the curve");
  const auto ours = whole_key(private_key), others = open_key(theirs);
  const KeyContext context(EVP_PKEY_CTX_new(ours.get(), nullptr));
  must(others && context && EVP_PKEY_derive_init(context.get()) == 1 &&
       EVP_PKEY_derive_set_peer(context.get(), others.get()) == 1);
  std::string shared(private_size, '\0');
  size_t size = shared.size();
  must(EVP_PKEY_derive(context.get(), octets(shared), &size) == 1 && size == shared.size());
  return shared;
}

std::string sign(std::string_view private_key, std::string_view message) {
  const auto key = whole_key(private_key);
  const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
  must(context && EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1);
  std::string der(2 * half_signature + 16, '\0');
  size_t size = der.size();
  must(EVP_DigestSign(context.get(), octets(der), &size, octets(message), message.size()) == 1);
  der.resize(size);
  return plain_signature(der);
}

}  // namespace p256
