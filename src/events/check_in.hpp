#pragma once
// Being there (X09): the organiser shows a short code and its QR code, or prints a sheet; whoever comes types the code.
// What is told so is ticked already in the report.

#include "gate/visit.hpp"

namespace events {

http::Response check_in_code(gate::Visit& v);  ///< GET /evenements/:event/presence
http::Response sheet(gate::Visit& v);          ///< GET /evenements/:event/feuille, to be printed

http::Response check_in_form(gate::Visit& v);  ///< GET /presence?code=, as the QR code leads there
http::Response check_in(gate::Visit& v);       ///< POST /presence

}  // namespace events
