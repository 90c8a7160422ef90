#pragma once
// What a request and an answer are, once the socket has been left behind. RFC 9110 (semantics), RFC 9112 (HTTP/1.1),
// RFC 6265 (cookies). Feature files include this header and never Beast.

#include <chrono>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

enum class Method : unsigned char { get, head, post, put, patch, del, options, other };
std::string_view name(Method method);

/// Names and values in order of arrival; a name may come several times. Header names are lower-case; form and query
/// names as sent.
class Fields {
 public:
  void add(std::string field, std::string value) { pairs_.emplace_back(std::move(field), std::move(value)); }
  void set(std::string_view field, std::string value);                               ///< replaces all of that name
  [[nodiscard]] std::optional<std::string_view> find(std::string_view field) const;  ///< the first one
  [[nodiscard]] std::string_view get(std::string_view field) const { return find(field).value_or(std::string_view{}); }
  [[nodiscard]] std::vector<std::string_view> all(std::string_view field) const;
  [[nodiscard]] bool has(std::string_view field) const { return find(field).has_value(); }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

/// A file sent in a multipart/form-data body (RFC 7578).
struct Upload {
  std::string field;
  std::string file_name;  ///< as the browser says: never a path to trust
  std::string type;       ///< as the browser says: never to believe
  std::string content;
};

/// A form, whichever way it was encoded (application/x-www-form-urlencoded or multipart/form-data). Always valid UTF-8,
/// without NUL.
struct Form {
  Fields values;
  std::vector<Upload> uploads;
};

/// Refuses the request: one place turns it into a page (or JSON, or a Turbo answer). The message is for the person, in
/// French, or empty for the usual words of that status.
struct Error : std::runtime_error {
  explicit Error(int http_status, const std::string& text = {}) : std::runtime_error(text), status(http_status) {}
  int status;
  std::optional<std::chrono::seconds> retry_after;
};

struct Request {
  Method method = Method::get;
  std::string target;  ///< as sent: path and query
  std::string path;    ///< percent-decoded, "/"-normalised, valid UTF-8, no control characters, no "." or ".." segments
  Fields query;
  Fields headers;
  std::string body;
  std::string peer;   ///< address of the client, from the socket or from a trusted proxy (Forwarded / X-Forwarded-For),
                      ///< without port
  std::string id;     ///< short random id, in the log and in the answer of a 500
  std::string route;  ///< set by the site: the pattern that matched ("/sections/{}"), which the log and the figures
                      ///< show in place of the path
  size_t worker = 0;  ///< which worker thread runs the handler (index of its database connection)
  std::chrono::steady_clock::time_point received;

  [[nodiscard]] std::optional<std::string_view> cookie(std::string_view cookie_name) const;
  /// Parses the body; throws Error 400/413/415. Limits: 2,000 fields, 1 MB of text, 10 uploads.
  [[nodiscard]] Form form() const;
};

/// For Response::set_cookie. Always HttpOnly, SameSite=Lax, Path=/ and Secure, as the prefix `__Host-` asks (RFC
/// 6265bis 4.1.3.2); browsers take Secure cookies from http://localhost too.
struct Cookie {
  std::string name;
  std::string value;
  std::optional<std::chrono::seconds> max_age;  ///< none: until the browser is closed; 0: now
};

struct Response {
  int status = 200;
  Fields headers;
  std::string body;

  static Response html(std::string page, int status = 200);
  static Response text(std::string words, int status = 200);
  static Response json(std::string document, int status = 200);
  /// 303 See Other, so that a reload does not send the form again. `location` is a path of this site.
  static Response see_other(std::string_view location);

  void set_cookie(const Cookie& cookie);
};

}  // namespace http
