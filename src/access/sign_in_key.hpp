#pragma once
// Signing in by a passkey alone (A07): the key is something one has, and the device has verified whose it is by finger,
// face or code, so that neither address nor password nor a second step is asked for. Every answer that does not open
// an account is the same, whether or not we know the key.

#include "gate/visit.hpp"

namespace accounts {

http::Response sign_in_challenge(gate::Visit& v);  ///< POST /connexion/cle/defi
http::Response sign_in_by_key(gate::Visit& v);     ///< POST /connexion/cle

/// What the device remembers an account by, without saying who it is to other sites.
std::string key_handle(const Settings& settings, std::int64_t member);

}  // namespace accounts
