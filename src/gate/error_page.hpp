#pragma once
// What people read when something did not go as they wished. Never says more than they may know.

#include "core/http/message.hpp"
#include "gate/services.hpp"

namespace gate {

/// `signed_in` only changes where the way out leads. Says the request's id for a 500, so that the operator finds it in
/// the log.
http::Response error_page(const http::Request& request, const http::Error& error, const Services& services,
                          bool signed_in);

}  // namespace gate
