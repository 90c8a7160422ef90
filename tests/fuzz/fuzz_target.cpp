// Any bytes read as what the small readings of a request take: target, cookies, addresses, codings.

#include <cstdint>

#include "core/http/client_address.hpp"
#include "core/http/compress.hpp"
#include "core/http/target.hpp"
#include "core/utf8.hpp"
#include "must.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto target = http::read_target(text)) {
    must(target->path.starts_with('/') && utf8::valid(target->path), "a path is text and starts with a slash");
    must((target->path + '/').find("/../") == std::string::npos, "a path stays in its place");
    must(target->path == "/" || !target->path.ends_with('/'), "a path has one form");
    for (const auto& [name, value] : target->query.pairs())
      must(utf8::valid(name) && utf8::valid(value), "queries are text");
    const http::Response redirection = http::Response::see_other(text);
    const auto location = redirection.headers.get("location");
    must(location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\"),
         "a redirection stays here");
  }
  http::Request request;
  request.headers.add("cookie", text);
  (void)request.cookie("a");
  (void)http::choose_coding(text, true, true);
  if (const auto address = http::Address::parse(text))
    must(http::Address::parse(address->text())->text() == address->text(), "an address has one form");
  const std::string client = http::TrustedProxies({"10.0.0.0/8"}).client("10.0.0.1", {text});
  must(http::Address::parse(client).has_value(), "a client is an address");
  return 0;
}
