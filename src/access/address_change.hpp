#pragma once
// Another address to sign in with (A07): asked for with the password, in force once it is confirmed from a mail to it.
// The former address is told twice, and can take it back for some days. Whether the address is somebody's already is
// found out when the mail leaves: whoever asks is answered the same.

#include <vector>

#include "core/mail/composer.hpp"
#include "gate/visit.hpp"

namespace accounts {

http::Response ask_new_address(gate::Visit& v);         ///< POST /compte/courriel
http::Response drop_new_address(gate::Visit& v);        ///< POST /compte/courriel/abandonner
http::Response show_new_address(gate::Visit& v);        ///< GET /nouvelle-adresse/:token
http::Response confirm_new_address(gate::Visit& v);     ///< POST /nouvelle-adresse/:token
http::Response show_former_address(gate::Visit& v);     ///< GET /ancienne-adresse/:token
http::Response restore_former_address(gate::Visit& v);  ///< POST /ancienne-adresse/:token

std::vector<mail::Kind> address_mails();

}  // namespace accounts
