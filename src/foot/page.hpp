#pragma once
#include "gate/visit.hpp"

namespace foot {

/// With the télécommande for members, in the front of the house for visitors.
template <class Body>
http::Response page(gate::Visit& v, std::string_view title, Body&& body, int status = 200) {
  if (v.signed_in()) return v.page({.title = title}, body, status);
  return v.visitor_page(
      {.title = title},
      [&](html::Out& out) {
        out(R"(<div class="panel wide">)");
        body(out);
        out("</div>");
      },
      status);
}

}  // namespace foot
