#pragma once
// Coming without an invitation (A01, A02, A05). The same form and the same table serve all phases: before registration
// opens, the link in the mail proves the address; once it is open, it leads to the account, which belongs to no section
// yet.

#include "gate/visit.hpp"

namespace accounts {

http::Response show_preregistration(gate::Visit& v);  ///< GET /preinscription and /inscription
http::Response preregister(gate::Visit& v);           ///< POST /preinscription
http::Response preregistered(
    gate::Visit& v);  ///< GET /preinscription/envoyee: the answer, whether or not the address is known
http::Response open_preregistration(gate::Visit& v);  ///< GET /preinscription/:token
http::Response confirm(gate::Visit& v);               ///< POST /preinscription/:token
http::Response erase(gate::Visit& v);                 ///< POST /preinscription/:token/effacer
http::Response enrol(gate::Visit& v);                 ///< POST /inscription/:token

}  // namespace accounts
