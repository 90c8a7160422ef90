#pragma once
// The two cookies of the site, and the CSRF token drawn from them. A member's session cookie holds a 256-bit token of
// which the database knows the SHA-256 alone; a visitor's holds as much randomness, only to tie a form to the browser
// that was given it.

#include <string>
#include <string_view>

#include "core/http/message.hpp"

namespace gate {

inline constexpr std::string_view session_cookie = "__Host-session";
inline constexpr std::string_view visitor_cookie = "__Host-visiteur";
/// As long as browsers keep any: when a session ends is the database's to say, thirty days after the last visit.
inline constexpr auto session_cookie_time = std::chrono::days(400);

/// The token in the cookie, decoded; "" when there is none or it is malformed.
std::string cookie_token(const http::Request& request, std::string_view cookie);

/// Different at each call (masked by a random pad, so that compressing a page tells nothing of it: the BREACH attack),
/// equal in meaning.
std::string make_csrf(std::string_view secret, std::string_view token);
bool csrf_matches(std::string_view secret, std::string_view token, std::string_view sent);

/// Did a page of this very site send it? By Origin and Sec-Fetch-Site where the browser gives them (it does since
/// 2020).
bool same_origin(const http::Request& request, std::string_view base_url);

}  // namespace gate
