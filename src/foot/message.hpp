#pragma once
#include "gate/visit.hpp"

namespace foot {

http::Response write_to_team(gate::Visit& v);   ///< GET /contact
http::Response contact(gate::Visit& v);         ///< POST /contact
http::Response describe_abuse(gate::Visit& v);  ///< GET /signaler
http::Response report(gate::Visit& v);          ///< POST /signaler

/// The path of a page of this site that a browser says it came from; "" when it says none.
std::string page_of(std::string_view referer, std::string_view base_url);

}  // namespace foot
