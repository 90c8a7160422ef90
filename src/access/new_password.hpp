#pragma once
// A forgotten password (A06): asking for the mail, and choosing a new one by its link.

#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace accounts {

http::Response forgotten(gate::Visit& v);     ///< GET /mot-de-passe/oubli
http::Response ask_for_mail(gate::Visit& v);  ///< POST /mot-de-passe/oubli
http::Response mail_left(
    gate::Visit& v);  ///< GET /mot-de-passe/envoye: the answer, whether or not the address is known
http::Response choose_password(gate::Visit& v);   ///< GET /mot-de-passe/nouveau/:token
http::Response set_new_password(gate::Visit& v);  ///< POST /mot-de-passe/nouveau/:token

http::Response look_in_your_mail(gate::Visit& v, std::string_view text);
/// An address typed by a visitor; its fault is added to the errors.
std::string read_address(const gate::Visit& v, ui::Errors& errors);
/// The same mail asked for twice in a minute is one.
std::string mail_key(std::string_view kind, std::string_view address);

}  // namespace accounts
