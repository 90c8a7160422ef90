#pragma once
// «Membres» of the secretary's office (S08): who belongs to the section, by kind, list or zone, and what can be done
// with those ticked.

#include "gate/visit.hpp"

namespace sections {

/// To the right room of the office: first of all, the section has to be configured.
http::Response enter_office(gate::Visit& v);
http::Response show_members(gate::Visit& v);

}  // namespace sections
