#pragma once
// Who takes part, as a file for a spreadsheet (E07): for whoever made the event, or runs a section in which it stands.

#include "gate/visit.hpp"

namespace reports {

http::Response participants_file(gate::Visit& v);  ///< GET /evenements/:event/participants.csv

}  // namespace reports
