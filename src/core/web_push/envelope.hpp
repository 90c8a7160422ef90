#pragma once
// What only one browser can open (RFC 8291): aes128gcm (RFC 8188), in one record, under a key that this message alone
// has.

#include <string>
#include <string_view>

namespace web_push {

/// Of a subscription, as the browser made it.
struct Keys {
  std::string p256dh;  ///< its public key, 65 octets
  std::string auth;    ///< 16 octets that the push service does not know
};

/// Whoever carries it sees that much, whatever it says; zeros fill the rest.
inline constexpr size_t usual_length = 256;
inline constexpr size_t most_text = 3000;  // octets; push services take 4,096 around it

std::string sealed(const Keys& browser, std::string_view text);
/// The same with what is else drawn by chance: the sender's key of this one message, and 16 octets of salt.
std::string sealed(const Keys& browser, std::string_view text, std::string_view private_key, std::string_view salt,
                   size_t length);

}  // namespace web_push
