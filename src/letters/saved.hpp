#pragma once
// Audiences that a section keeps (X05): named, changed, thrown away.

#include "gate/visit.hpp"

namespace letters {

http::Response show_audience(gate::Visit& v);
http::Response save_audience(gate::Visit& v);
http::Response delete_audience(gate::Visit& v);

}  // namespace letters
