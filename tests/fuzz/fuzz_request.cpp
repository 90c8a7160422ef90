// Any bytes read as HTTP requests: the same requests whether they come at once or in pieces, none beyond the limits,
// none of two kinds. The first byte says how large the pieces are.

#include <cstdint>
#include <string>
#include <vector>

#include "core/http/request_reader.hpp"
#include "core/utf8.hpp"
#include "must.hpp"

namespace {

constexpr http::Limits limits = [] {
  http::Limits small;
  small.header_bytes = 400;
  small.header_count = 8;
  small.target_bytes = 100;
  small.body_bytes = 300;
  return small;
}();

struct Outcome {
  std::vector<std::string> requests;
  int refusal = 0;
  bool operator==(const Outcome&) const = default;
};

void check(const http::Request& request) {
  must(request.path.starts_with('/') && utf8::valid(request.path), "a path is text and starts with a slash");
  must((request.path + '/').find("/../") == std::string::npos && (request.path + '/').find("/./") == std::string::npos,
       "a path stays in its place");
  must(request.path.find('\0') == std::string::npos && request.path.find("//") == std::string::npos,
       "a path has one form");
  must(request.body.size() <= limits.body_bytes, "a body stays below its limit");
  must(request.headers.pairs().size() <= limits.header_count + 1,
       "headers stay below their limit, but for a host named in the target");
  must(request.headers.all("host").size() <= 1 && request.headers.all("content-length").size() <= 1,
       "host and length are said once");
  must(!(request.headers.has("content-length") && request.headers.has("transfer-encoding")),
       "a length or chunks, not both");
  for (const auto& [name, value] : request.headers.pairs())
    must((name + value).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos, "a header is one line");
}

Outcome read(std::string_view bytes, size_t piece) {
  Outcome outcome;
  std::string input;
  auto reader = std::make_unique<http::RequestReader>(limits);
  bool in_body = false;
  try {
    for (size_t at = 0; at < bytes.size(); at += piece) {
      input += bytes.substr(at, piece);
      for (;;) {
        std::string_view rest = input;
        if (!in_body && reader->read_head(rest)) {
          reader->limit_body(limits.body_bytes);
          in_body = true;
        }
        const bool whole = in_body && reader->read_body(rest);
        input.erase(0, input.size() - rest.size());
        if (!whole) break;
        (void)reader->asks_for_socket();
        const http::Request request = reader->take();
        check(request);
        outcome.requests.push_back(std::string(name(request.method)) + ' ' + request.path + '\n' + request.body);
        reader = std::make_unique<http::RequestReader>(limits);
        in_body = false;
      }
      must(input.size() <= limits.header_bytes + 16 * 1024 + piece, "little waits to be understood");
    }
    // Nothing more comes: what has begun is cut short.
    if (in_body || !input.empty()) throw http::Error(400);
  } catch (const http::Error& refusal) {
    must(refusal.status >= 400 && refusal.status <= 505, "a refusal has a status");
    outcome.refusal = refusal.status;
  }
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Outcome whole = read(bytes, bytes.size() + 1), pieces = read(bytes, data[0] % 32 + 1u);
  must(whole.requests == pieces.requests, "pieces make no other requests");
  must((whole.refusal == 0) == (pieces.refusal == 0), "pieces are refused when the whole is");
  return 0;
}
