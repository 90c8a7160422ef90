#include "core/webauthn.hpp"

#include <memory>
#include <stdexcept>

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include "core/crypto.hpp"
#include "core/json.hpp"

namespace webauthn {
namespace {

static_assert(es256 == COSE_ES256 && eddsa == COSE_EDDSA && rs256 == COSE_RS256);

constexpr size_t challenge_bytes = 32;
constexpr size_t hash_bytes = 32, flags_at = hash_bytes, smallest = hash_bytes + 1 + 4;  // of authenticator data
constexpr unsigned char user_present = 0x01, user_verified = 0x04, key_included = 0x40;

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

bool says(const Site& site, std::string_view type, std::string_view challenge, std::string_view client_data) {
  try {
    const json::Object data(client_data);
    const auto signed_challenge = crypto::from_base64url(data.text("challenge").value_or(""));
    return !challenge.empty() && data.text("type") == type && data.text("origin") == site.origin && signed_challenge &&
           crypto::equal(*signed_challenge, challenge) && !data.flag("crossOrigin");
  } catch (const std::invalid_argument&) {
    return false;
  }
}

bool of_site(const Site& site, std::string_view authenticator_data, unsigned char flags) {
  return authenticator_data.size() >= smallest &&
         crypto::equal(authenticator_data.substr(0, hash_bytes), crypto::sha256(site.id)) &&
         (static_cast<unsigned char>(authenticator_data[flags_at]) & flags) == flags;
}

struct Free {
  void operator()(fido_cred_t* p) const { fido_cred_free(&p); }
  void operator()(fido_assert_t* p) const { fido_assert_free(&p); }
  void operator()(es256_pk_t* p) const { es256_pk_free(&p); }
  void operator()(eddsa_pk_t* p) const { eddsa_pk_free(&p); }
  void operator()(rs256_pk_t* p) const { rs256_pk_free(&p); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

// libfido2 reads a key only of the kind that it was told to expect.
std::optional<Key> read_key(std::int32_t algorithm, std::string_view data) {
  const Owned<fido_cred_t> key(fido_cred_new());
  if (!key || fido_cred_set_type(key.get(), algorithm) != FIDO_OK ||
      fido_cred_set_authdata_raw(key.get(), octets(data), data.size()) != FIDO_OK)
    return std::nullopt;
  const auto* id = fido_cred_id_ptr(key.get());
  const auto* public_key = fido_cred_pubkey_ptr(key.get());
  if (!id || !public_key) return std::nullopt;
  return Key{{reinterpret_cast<const char*>(id), fido_cred_id_len(key.get())},
             algorithm,
             {reinterpret_cast<const char*>(public_key), fido_cred_pubkey_len(key.get())},
             fido_cred_sigcount(key.get())};
}

template <class T>
bool signed_by(const fido_assert_t& assertion, const Key& key, T* made, int (*read)(T*, const void*, size_t)) {
  const Owned<T> own(made);
  return own && read(own.get(), key.public_key.data(), key.public_key.size()) == FIDO_OK &&
         fido_assert_verify(&assertion, 0, key.algorithm, own.get()) == FIDO_OK;
}

bool signed_by(const fido_assert_t& assertion, const Key& key) {
  switch (key.algorithm) {
    case es256:
      return signed_by(assertion, key, es256_pk_new(), es256_pk_from_ptr);
    case eddsa:
      return signed_by(assertion, key, eddsa_pk_new(), eddsa_pk_from_ptr);
    case rs256:
      return signed_by(assertion, key, rs256_pk_new(), rs256_pk_from_ptr);
    default:
      return false;
  }
}

}  // namespace

Site site(std::string_view base_url) {
  const auto scheme = base_url.find("://");
  auto host = base_url.substr(scheme == std::string_view::npos ? 0 : scheme + 3);
  return {std::string(host.substr(0, host.find(':'))), std::string(base_url)};
}

std::string make_challenge() {
  return crypto::random_bytes(challenge_bytes);
}

std::optional<Key> read_new(const Site& site, std::string_view challenge, std::string_view client_data,
                            std::string_view authenticator_data) {
  if (!says(site, "webauthn.create", challenge, client_data) ||
      !of_site(site, authenticator_data, user_present | key_included))
    return std::nullopt;
  for (const auto algorithm : {es256, rs256, eddsa})
    if (auto key = read_key(algorithm, authenticator_data)) return key;
  return std::nullopt;
}

std::optional<std::int64_t> verify(const Site& site, std::string_view challenge, const Key& key, const Proof& proof,
                                   Holder holder) {
  const bool verified = holder == Holder::verified;
  if (!says(site, "webauthn.get", challenge, proof.client_data) ||
      !of_site(site, proof.authenticator_data, verified ? user_present | user_verified : user_present))
    return std::nullopt;
  const auto hash = crypto::sha256(proof.client_data);
  const Owned<fido_assert_t> assertion(fido_assert_new());
  auto* a = assertion.get();
  if (!a || fido_assert_set_rp(a, site.id.c_str()) != FIDO_OK ||
      fido_assert_set_clientdata_hash(a, octets(hash), hash.size()) != FIDO_OK ||
      fido_assert_set_up(a, FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_uv(a, verified ? FIDO_OPT_TRUE : FIDO_OPT_OMIT) != FIDO_OK ||
      fido_assert_set_count(a, 1) != FIDO_OK ||
      fido_assert_set_authdata_raw(a, 0, octets(proof.authenticator_data), proof.authenticator_data.size()) !=
          FIDO_OK ||
      fido_assert_set_sig(a, 0, octets(proof.signature), proof.signature.size()) != FIDO_OK || !signed_by(*a, key))
    return std::nullopt;
  const std::int64_t count = fido_assert_sigcount(a, 0);
  if (count <= key.count && (count != 0 || key.count != 0)) return std::nullopt;
  return count;
}

}  // namespace webauthn
