#pragma once
// «Activation» (S11): how each section of a federation is doing, in figures that never lead back to one person.

#include "gate/visit.hpp"

namespace federations {

http::Response show_activation(gate::Visit& v);
http::Response download_activation(gate::Visit& v);

}  // namespace federations
