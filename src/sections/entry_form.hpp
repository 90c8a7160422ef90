#pragma once
// «Création d’un membre», and correcting or removing somebody of the register (S05).

#include "gate/visit.hpp"

namespace sections {

http::Response new_entry(gate::Visit& v);
http::Response create_entry(gate::Visit& v);
http::Response edit_entry(gate::Visit& v);
http::Response save_entry(gate::Visit& v);
/// The short way for the incomplete: the address alone.
http::Response save_address(gate::Visit& v);
http::Response delete_entry(gate::Visit& v);

}  // namespace sections
