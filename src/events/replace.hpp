#pragma once
#include <string>

#include "core/html.hpp"

namespace events {

/// A Turbo Stream that changes one element of a page that stays where it is; nothing where the element is not.
template <class Body>
void replace(html::Out& out, const std::string& target, Body&& body) {
  out(R"(<turbo-stream action="replace" target="{}" method="morph"><template>)", target);
  body();
  out("</template></turbo-stream>");
}

}  // namespace events
