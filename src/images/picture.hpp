#pragma once
// Pictures that people gave, as their addresses: one never changes, another picture has another address.

#include "core/html.hpp"
#include "core/ids.hpp"
#include "gate/visit.hpp"

namespace images {

using PictureId = Id<struct PictureTag>;

html::Url url(PictureId picture);

http::Response show_picture(gate::Visit& v);

}  // namespace images
