#include "core/http/request_reader.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <limits>

#include "core/http/header_value.hpp"
#include "core/http/target.hpp"

namespace http {

namespace beast = boost::beast;
using ErrorCode = beast::error_code;

namespace {

constexpr std::string_view head_end = "\r\n\r\n";
constexpr size_t request_line_rest = 32;        // method, two spaces and version
constexpr size_t chunk_line_bytes = 16 * 1024;  // one chunk's size and extension, or all trailers
constexpr size_t chunk_extension_bytes = 256;
constexpr size_t last_chunk_bytes = 5;  // "0\r\n\r\n": so much is still to come whenever a chunked body is not complete

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

Method method_named(std::string_view text) {
  for (const Method method :
       {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::del, Method::options})
    if (text == name(method)) return method;
  return Method::other;
}

bool has_unsupported_version(std::string_view request_line) {
  const auto version = request_line.substr(request_line.rfind(' ') + 1);
  const auto digit = [&](size_t at) { return version[at] >= '0' && version[at] <= '9'; };
  return version.size() == 8 && version.starts_with("HTTP/") && digit(5) && version[6] == '.' && digit(7);
}

bool is_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~:[]").find(c) != std::string_view::npos;
  });
}

}  // namespace

class RequestReader::Parser : public beast::http::basic_parser<true> {
 public:
  Parser() {
    body_limit(boost::none);
    header_limit(std::numeric_limits<std::uint32_t>::max());  // checked before, for the whole head
  }
  Request request;
  bool http11 = false;

 private:
  void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                       ErrorCode&) override {
    request.method = method_named(view(method));
    request.target = view(target);
    http11 = version == 11;
  }
  void on_field_impl(beast::http::field, beast::string_view field, beast::string_view value, ErrorCode&) override {
    // Trailers come this way too; nothing here uses them.
    if (!in_body_) request.headers.add(lower(view(field)), std::string(view(value)));
  }
  void on_header_impl(ErrorCode&) override { in_body_ = true; }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
  size_t on_body_impl(beast::string_view body, ErrorCode&) override {
    request.body.append(view(body));
    return body.size();
  }
  void on_chunk_header_impl(std::uint64_t, beast::string_view extension, ErrorCode& failed) override {
    if (extension.size() > chunk_extension_bytes) failed = beast::http::error::bad_chunk_extension;
  }
  size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, ErrorCode&) override {
    request.body.append(view(body));
    return body.size();
  }
  void on_finish_impl(ErrorCode&) override {}
  void on_response_impl(int, beast::string_view, int, ErrorCode&) override {}

  bool in_body_ = false;
};

RequestReader::RequestReader(const Limits& limits) : limits_(limits), parser_(std::make_unique<Parser>()) {}
RequestReader::~RequestReader() = default;

bool RequestReader::read_head(std::string_view& input) {
  // An empty line before a request is to be ignored (RFC 9112 2.2).
  while (scanned_ == 0 && input.starts_with("\r\n")) input.remove_prefix(2);
  const auto end = input.find(head_end, scanned_);
  const bool whole = end != std::string_view::npos;
  check_lengths(whole ? input.substr(0, end + head_end.size()) : input, whole);
  if (!whole) {
    scanned_ = input.size() - std::min(input.size(), head_end.size() - 1);
    return false;
  }
  const auto head = input.substr(0, end + head_end.size());
  // A value folded over lines is obsolete, and read in different ways (RFC 9112 5.2).
  if (head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos) throw Error(400);

  ErrorCode failed;
  parser_->put({head.data(), head.size()}, failed);
  if (failed == beast::http::error::bad_version && has_unsupported_version(head.substr(0, head.find("\r\n"))))
    throw Error(505);
  if (failed || !parser_->is_header_done()) throw Error(400);
  input.remove_prefix(head.size());
  check_head();
  return true;
}

/// As soon as they are passed, and not before: a piece may end within a line break.
void RequestReader::check_lengths(std::string_view head, bool whole) const {
  const auto line = head.find("\r\n");
  const size_t line_bytes = line != std::string_view::npos ? line : head.size() - (head.ends_with('\r') ? 1 : 0);
  if (line_bytes > limits_.target_bytes + request_line_rest) throw Error(414);
  if (head.size() + (whole ? 0 : 1) > limits_.header_bytes) throw Error(431);
}

void RequestReader::check_head() {
  Request& request = parser_->request;
  if (request.method == Method::other) throw Error(501);
  if (request.headers.pairs().size() > limits_.header_count) throw Error(431);

  const auto hosts = request.headers.all("host");
  if (hosts.size() > 1 || (hosts.empty() && parser_->http11) || (!hosts.empty() && !is_host(hosts[0])))
    throw Error(400);

  // Beast has already refused a length beside chunks, and two lengths that differ. Any other way of saying it twice is
  // refused as well.
  const auto lengths = request.headers.all("content-length");
  if (lengths.size() > 1 || (!lengths.empty() && lengths[0].find_first_not_of("0123456789") != std::string_view::npos))
    throw Error(400);
  const auto encodings = request.headers.all("transfer-encoding");
  if (!encodings.empty()) {
    if (!parser_->http11 || !lengths.empty() || encodings.size() > 1) throw Error(400);
    if (!same(encodings[0], "chunked")) throw Error(501);
  }
  if (const auto expected = request.headers.find("expect"); expected && !same(*expected, "100-continue"))
    throw Error(417);

  if (request.target.size() > limits_.target_bytes) throw Error(414);
  std::string_view target = request.target;
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!same(target.substr(0, scheme.size()), scheme)) continue;
    // A proxy's form: its host is the one that counts (RFC 9112 3.2.2).
    const auto host = target.substr(scheme.size(), target.find_first_of("/?", scheme.size()) - scheme.size());
    if (!is_host(host)) throw Error(400);
    request.headers.set("host", std::string(host));
    request.target = target.substr(scheme.size() + host.size());
    if (!request.target.starts_with('/')) request.target.insert(0, "/");
    break;
  }
  auto read = read_target(request.target);
  if (!read) throw Error(400);
  request.path = std::move(read->path);
  request.query = std::move(read->query);
}

const Request& RequestReader::request() const {
  return parser_->request;
}
bool RequestReader::keep_alive() const {
  return parser_->keep_alive();
}

bool RequestReader::expects_continue() const {
  return parser_->http11 && !parser_->is_done() && parser_->request.headers.has("expect");
}

bool RequestReader::asks_for_socket() const {
  return parser_->http11 && parser_->upgrade() && parser_->request.method == Method::get &&
         lists(parser_->request.headers.get("upgrade"), "websocket");
}

void RequestReader::limit_body(size_t bytes) {
  if (parser_->content_length().value_or(0) > bytes) throw Error(413);
  parser_->body_limit(bytes);
}

bool RequestReader::read_body(std::string_view& input) {
  parser_->eager(true);
  while (!parser_->is_done()) {
    ErrorCode failed;
    // Beast asserts that it is not given less than a last chunk piecemeal.
    const bool enough = parser_->chunked() ? input.size() >= last_chunk_bytes : !input.empty();
    const size_t taken = enough ? parser_->put({input.data(), input.size()}, failed) : 0;
    input.remove_prefix(taken);
    if (failed == beast::http::error::body_limit) throw Error(413);
    if (failed && failed != beast::http::error::need_more) throw Error(400);
    if (taken == 0) {
      if (input.size() > chunk_line_bytes) throw Error(400);
      break;
    }
  }
  return parser_->is_done();
}

Request RequestReader::take() {
  return std::move(parser_->request);
}

}  // namespace http
