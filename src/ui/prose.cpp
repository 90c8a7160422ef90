#include "ui/prose.hpp"

#include <algorithm>

namespace ui {
namespace {

constexpr std::string_view schemes[] = {"https://", "http://"};
// A sentence that ends with an address ends with its own full stop, quote or bracket.
constexpr std::string_view trailing[] = {".", ",", ";", ":", "!", "?", ")", "]", "'", "’", "»", "”"};

size_t next_address(std::string_view line, size_t from) {
  size_t found = std::string_view::npos;
  for (const auto scheme : schemes) found = std::min(found, line.find(scheme, from));
  return found;
}

std::string_view address_at(std::string_view line, size_t start) {
  size_t end = line.size();
  for (const std::string_view stop : {" ", "\t", "<", ">", "\"", "\u00a0", "\u202f"})
    end = std::min(end, line.find(stop, start));
  auto address = line.substr(start, end - start);
  for (bool again = true; again;) {
    again = false;
    for (const auto sign : trailing)
      if (address.ends_with(sign)) {
        address.remove_suffix(sign.size());
        again = true;
      }
  }
  return address;
}

void line_with_links(html::Out& out, std::string_view line) {
  size_t from = 0;
  for (size_t at = next_address(line, 0); at != std::string_view::npos; at = next_address(line, from)) {
    const auto address = address_at(line, at);
    out("{}", line.substr(from, at - from));
    const auto url = html::Url::external(address);
    if (url.text() == "#" || address.ends_with("//"))
      out("{}", address);
    else
      out(R"(<a href="{}" rel="noreferrer nofollow ugc" target="_blank">{}</a>)", url, address);
    from = at + address.size();
  }
  out("{}", line.substr(from));
}

}  // namespace

void prose(html::Out& out, std::string_view text) {
  bool open = false;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
      if (open) out("</p>");
      open = false;
      continue;
    }
    if (open)
      out("<br>");
    else
      out("<p>");
    open = true;
    line_with_links(out, line);
  }
  if (open) out("</p>");
}

}  // namespace ui
