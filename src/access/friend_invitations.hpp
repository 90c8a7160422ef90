#pragma once
// What other rooms need to invite friends (A13): several at once, counted like those of /inviter.

#include <string>
#include <vector>

#include "gate/visit.hpp"

namespace accounts {

/// Does the phase where the viewer belongs let them?
extern const pg::Statement<bool()> may_invite_friends;

struct InvitedAddress {
  std::string email;
  bool waits;  ///< counts among Settings::friend_invitations
};
/// By the viewer.
extern const pg::Statement<InvitedAddress()> invited_addresses;

/// Queued on the visit, for addresses as email::read() gives them; throws 429 when they are too many in a short time.
/// Of each «sent», «already», «full» or «closed», whether or not it has an account.
pg::Reply<std::vector<std::string>> invite_friends(gate::Visit& v, std::vector<std::string> addresses);

}  // namespace accounts
