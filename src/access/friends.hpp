#pragma once
// «Inviter un ami» (A13): an address and a personal word, where the phase allows it. Only so many wait at a time, and
// whoever invites is answered the same whether or not the address has an account.

#include "access/friend_invitations.hpp"
#include "core/clock.hpp"
#include "core/mail/composer.hpp"
#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace accounts {

http::Response show_friends(gate::Visit& v);       ///< GET /inviter
http::Response invite_friend(gate::Visit& v);      ///< POST /inviter
http::Response remind_friend(gate::Visit& v);      ///< POST /inviter/:friend/relancer
http::Response withdraw_friend(gate::Visit& v);    ///< POST /inviter/:friend/retirer
http::Response show_friends_link(gate::Visit& v);  ///< GET /rejoindre/:token
http::Response join_as_friend(gate::Visit& v);     ///< POST /rejoindre/:token

http::Response show_friends_refusal(gate::Visit& v);  ///< GET /courriels/invitations/:token
http::Response refuse_friends(gate::Visit& v);        ///< POST, also by one click in the mail program

struct Friend {
  std::int64_t id;
  std::string email;
  std::int32_t sends;
  pg::Time sent_at;
  bool accepted;
  std::optional<MemberId> joined;  ///< when the viewer may see them
  std::optional<std::string> name;
  bool can_remind;
};
struct FriendsPage {
  std::vector<Friend> friends;
  bool allowed;
  size_t at_most;
  std::string email = {}, words = {};
  std::string_view csrf = {};
  ui::Errors errors = {};
};
void friends_page(html::Out& out, const FriendsPage& page, paris::Instant now);

std::vector<mail::Kind> friend_mails();

}  // namespace accounts
