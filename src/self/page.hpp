#pragma once
// A page of «Modifier mon compte».

#include <string>

#include "gate/visit.hpp"
#include "self/tabs.hpp"

namespace self {

template <class Body>
http::Response tab_page(gate::Visit& v, Tab tab, std::string title, Body&& body, int status = 200) {
  return v.page(
      {.title = std::move(title) + " · Modifier mon compte", .here = ui::Key::account},
      [&](html::Out& out) {
        out(R"(<div class="stack"><h1>Modifier mon compte</h1>)");
        ui::tabs(out, "Mon compte", tabs(tab));
        body(out);
        out("</div>");
      },
      status);
}

}  // namespace self
