// Any bytes read as a form: text stays text, limits hold. Up to the first line break stands the content type, the rest
// is the body.

#include <cstdint>

#include "core/http/message.hpp"
#include "core/utf8.hpp"
#include "must.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto line = std::min(bytes.find('\n'), bytes.size());
  http::Request request;
  request.headers.add("content-type", std::string(bytes.substr(0, line)));
  request.body = bytes.substr(std::min(line + 1, bytes.size()));
  try {
    const http::Form form = request.form();
    size_t length = 0;
    for (const auto& [name, value] : form.values.pairs()) {
      for (const auto& text : {name, value})
        must(utf8::valid(text) && text.find('\0') == std::string::npos, "names and values are text");
      length += name.size() + value.size();
    }
    for (const auto& upload : form.uploads) {
      must(utf8::valid(upload.field) && utf8::valid(upload.file_name), "names of files are text");
      length += upload.content.size();
    }
    must(length <= request.body.size(), "nothing is made of nothing");
    must(form.uploads.size() <= 10 && form.values.pairs().size() <= 2000, "limits hold");
  } catch (const http::Error& refusal) {
    must(refusal.status == 400 || refusal.status == 413 || refusal.status == 415,
         "a refusal has one of three statuses");
  }
  return 0;
}
