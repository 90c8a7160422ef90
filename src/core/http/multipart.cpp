#include "core/http/multipart.hpp"

#include <algorithm>
#include <cstring>

#include "core/http/header_value.hpp"
#include "core/http/percent.hpp"

namespace http {

namespace {

constexpr size_t part_header_bytes = 8 * 1024;
constexpr size_t boundary_bytes = 70;  // RFC 2046 5.1.1

[[noreturn]] void malformed() {
  throw Error(400);
}

struct Part {
  std::string name;
  std::optional<std::string> file_name;
  std::string type = "text/plain";
};

std::string read_delimiter(std::string_view content_type) {
  const auto boundary = parameter(content_type, "boundary");
  if (!boundary || boundary->empty() || boundary->size() > boundary_bytes) malformed();
  // bchars of RFC 2046 5.1.1.
  if (boundary->find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'()+_,-./:=? ") !=
      std::string::npos)
    malformed();
  return "\r\n--" + *boundary;
}

/// memmem is linear whatever the body holds; the standard's search is not.
size_t find(std::string_view text, std::string_view what, size_t from) {
  const void* found = memmem(text.data() + from, text.size() - from, what.data(), what.size());
  return found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) : std::string_view::npos;
}

/// In names, browsers write exactly these three as percent-codes (HTML, "multipart/form-data encoding algorithm"), and
/// no other.
std::string unquoted(std::string_view text) {
  std::string plain(text);
  for (const auto& [code, character] : {std::pair{"%22", "\""}, std::pair{"%0D", "\r"}, std::pair{"%0A", "\n"}})
    for (size_t at = 0; (at = plain.find(code, at)) != std::string::npos; ++at) plain.replace(at, 3, character);
  return plain;
}

void read_disposition(std::string_view value, Part& part) {
  if (!same(before_parameters(value), "form-data")) malformed();
  const auto name = parameter(value, "name");
  if (!name) malformed();
  part.name = unquoted(*name);
  if (const auto file_name = parameter(value, "filename")) part.file_name = unquoted(*file_name);
  if (!is_text(part.name) || (part.file_name && !is_text(*part.file_name))) malformed();
}

Part read_part_headers(std::string_view lines) {
  Part part;
  bool disposed = false;
  while (!lines.empty()) {
    const auto end = std::min(lines.find("\r\n"), lines.size());
    const auto line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 2, lines.size()));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) malformed();
    const auto field = line.substr(0, colon), value = trimmed(line.substr(colon + 1));
    if (same(field, "content-disposition")) {
      if (disposed) malformed();
      disposed = true;
      read_disposition(value, part);
    } else if (same(field, "content-type")) {
      part.type = value;
    } else if (same(field, "content-transfer-encoding")) {
      // RFC 7578 4.7 forbids it; some clients send the encodings that change nothing.
      if (!same(value, "binary") && !same(value, "8bit") && !same(value, "7bit")) malformed();
    }
  }
  if (!disposed) malformed();
  return part;
}

}  // namespace

Form read_multipart(std::string_view content_type, std::string_view body, const FormLimits& limits) {
  const std::string delimiter = read_delimiter(content_type);
  Form form;
  size_t text = 0;
  // The first delimiter has no line break of its own before it, unless there is a preamble, which no browser writes.
  if (!body.starts_with(std::string_view(delimiter).substr(2))) malformed();
  size_t at = delimiter.size() - 2;
  while (!body.substr(at).starts_with("--")) {
    if (!body.substr(at).starts_with("\r\n")) malformed();
    at += 2;
    const auto headers_end = body.substr(at, part_header_bytes).find("\r\n\r\n");
    if (headers_end == std::string_view::npos) malformed();
    Part part = read_part_headers(body.substr(at, headers_end));
    at += headers_end + 4;
    const auto end = find(body, delimiter, at);
    if (end == std::string_view::npos) malformed();
    std::string content(body.substr(at, end - at));
    at = end + delimiter.size();

    if (part.file_name) {
      // A file field in which nothing was chosen comes as an empty file without a name.
      if (part.file_name->empty() && content.empty()) continue;
      if (form.uploads.size() == limits.uploads) throw Error(413);
      form.uploads.push_back(
          {std::move(part.name), std::move(*part.file_name), std::move(part.type), std::move(content)});
    } else {
      text += part.name.size() + content.size();
      if (form.values.pairs().size() == limits.fields || text > limits.text_bytes) throw Error(413);
      if (!is_text(content)) malformed();
      form.values.add(std::move(part.name), std::move(content));
    }
  }
  return form;
}

}  // namespace http
