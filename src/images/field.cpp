#include "images/field.hpp"

#include <algorithm>

#include "ui/form.hpp"

namespace images {
namespace {

std::string removal_name(std::string_view name) {
  return std::string(name) + "_removed";
}

const http::Upload* upload(const gate::Visit& v, std::string_view name) {
  const auto& uploads = v.form().uploads;
  const auto found = std::ranges::find(uploads, name, &http::Upload::field);
  return found == uploads.end() ? nullptr : &*found;
}

}  // namespace

void field(html::Out& out, const Field& field) {
  out(R"(<div class="picture-field">)");
  if (field.present)
    out(R"(<img class="{}" src="{}" alt="{}" width="120" height="120">)", field.face ? "picture face" : "picture",
        url(*field.present), field.description);
  out("<div>");
  ui::file_field(out, {.name = field.name,
                       .label = field.label,
                       .accept = "image/jpeg,image/png,image/webp,image/heic,image/heif,image/gif",
                       .hint = field.hint,
                       .error = field.error,
                       .most_megabytes = int{pictures::max_photo_bytes >> 20},
                       .too_heavy = message(pictures::Fault::too_heavy)});
  if (field.present)
    ui::checkbox(out, {.name = removal_name(field.name), .label = field.removal, .checked = field.removed});
  out("</div></div>");
}

bool given(const gate::Visit& v, std::string_view name) {
  return upload(v, name) != nullptr;
}

bool removed(const gate::Visit& v, std::string_view name) {
  return !v.field(removal_name(name)).empty();
}

Choice choice(const gate::Visit& v, std::string_view name) {
  const auto* photo = upload(v, name);
  if (!photo) return {.removed = removed(v, name)};
  auto read = pictures::shrink(photo->content);
  if (const auto* fault = std::get_if<pictures::Fault>(&read)) return {.error = std::string(message(*fault))};
  return {.picture = std::get<pictures::Picture>(std::move(read))};
}

}  // namespace images
