#pragma once
// Pictures that people gave, as their addresses: one never changes, another picture has another address.

#include <optional>

#include "core/html.hpp"
#include "core/ids.hpp"
#include "gate/visit.hpp"

namespace images {

using ::PictureId;

html::Url url(PictureId picture);
/// Of a face, for ui::Person.
inline std::optional<html::Url> url(const std::optional<PictureId>& picture) {
  return picture ? std::optional(url(*picture)) : std::nullopt;
}

http::Response show_picture(gate::Visit& v);

}  // namespace images
