#include "core/http/headers.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace http {

namespace {

struct Default {
  std::string_view name;
  std::string_view value;
};

// Sorted by what would be worst to lose. SECURITY.md tells what each prevents.
constexpr std::array defaults{
    Default{"content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            "connect-src 'self'; "
            "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"},
    Default{"x-content-type-options", "nosniff"},
    Default{"cache-control", "no-store"},
    Default{"referrer-policy", "same-origin"},
    Default{"cross-origin-opener-policy", "same-origin"},
    Default{"cross-origin-resource-policy", "same-origin"},
    Default{"permissions-policy", "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"},
    Default{"x-robots-tag", "noindex, nofollow, noarchive"},
    Default{"strict-transport-security",
            "max-age=63072000; includeSubDomains"},  // only over https: the last, so that it can be left out
};

constexpr std::array<std::string_view, 7> of_the_connection{"connection", "content-length",    "date",   "keep-alive",
                                                            "server",     "transfer-encoding", "upgrade"};

std::span<const Default> defaults_for(bool https) {
  return std::span(defaults).first(https ? defaults.size() : defaults.size() - 1);
}

bool is_safe(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

void add_line(std::string& to, std::string_view name, std::string_view value) {
  to.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view reason(int status) {
  constexpr std::pair<int, std::string_view> reasons[] = {{200, "OK"},
                                                          {201, "Created"},
                                                          {202, "Accepted"},
                                                          {204, "No Content"},
                                                          {206, "Partial Content"},
                                                          {301, "Moved Permanently"},
                                                          {302, "Found"},
                                                          {303, "See Other"},
                                                          {304, "Not Modified"},
                                                          {307, "Temporary Redirect"},
                                                          {308, "Permanent Redirect"},
                                                          {400, "Bad Request"},
                                                          {401, "Unauthorized"},
                                                          {403, "Forbidden"},
                                                          {404, "Not Found"},
                                                          {405, "Method Not Allowed"},
                                                          {406, "Not Acceptable"},
                                                          {408, "Request Timeout"},
                                                          {409, "Conflict"},
                                                          {410, "Gone"},
                                                          {413, "Content Too Large"},
                                                          {414, "URI Too Long"},
                                                          {415, "Unsupported Media Type"},
                                                          {417, "Expectation Failed"},
                                                          {422, "Unprocessable Content"},
                                                          {426, "Upgrade Required"},
                                                          {429, "Too Many Requests"},
                                                          {431, "Request Header Fields Too Large"},
                                                          {500, "Internal Server Error"},
                                                          {501, "Not Implemented"},
                                                          {503, "Service Unavailable"},
                                                          {505, "HTTP Version Not Supported"}};
  const auto* found =
      std::find_if(std::begin(reasons), std::end(reasons), [&](const auto& pair) { return pair.first == status; });
  return found == std::end(reasons) ? "Other" : found->second;
}

bool has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

std::string write_head(const Response& response, const HeadNotes& notes) {
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ")
      .append(std::to_string(response.status))
      .append(" ")
      .append(reason(response.status))
      .append("\r\n");
  add_line(head, "date", notes.date);
  if (has_body(response.status)) add_line(head, "content-length", std::to_string(notes.content_length));
  add_line(head, "connection", notes.keep_alive ? "keep-alive" : "close");
  for (const auto& [name, value] : response.headers.pairs()) {
    const bool ours = std::find(of_the_connection.begin(), of_the_connection.end(), name) != of_the_connection.end();
    if (!ours && is_safe(name) && is_safe(value)) add_line(head, name, value);
  }
  for (const auto& [name, value] : defaults_for(notes.https))
    if (!response.headers.has(name)) add_line(head, name, value);
  return head.append("\r\n");
}

}  // namespace http
