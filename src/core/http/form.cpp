#include "core/http/header_value.hpp"
#include "core/http/multipart.hpp"
#include "core/http/target.hpp"

namespace http {

Form Request::form() const {
  const auto type = headers.get("content-type");
  if (same(before_parameters(type), "multipart/form-data")) return read_multipart(type, body);
  if (!same(before_parameters(type), "application/x-www-form-urlencoded")) {
    if (body.empty()) return {};
    throw Error(415);
  }
  constexpr FormLimits limits;
  if (body.size() > limits.text_bytes) throw Error(413);
  Form form;
  if (!read_pairs(body, limits.fields, form.values))
    throw Error(form.values.pairs().size() == limits.fields ? 413 : 400);
  return form;
}

}  // namespace http
