#pragma once
// What a telephone needs to put the site on its home screen (W3C Web Application Manifest). On iPhone and iPad only
// what stands there may receive push messages.

#include "gate/visit.hpp"

namespace home {

http::Response manifest(gate::Visit& v);  ///< GET /manifest.webmanifest

}  // namespace home
