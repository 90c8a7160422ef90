#pragma once
// A part of a page that shows work under way and renews itself until it is over: every second with script
// (web/controllers/poll_controller.ts), and the whole page every three without.

#include "core/html.hpp"
#include "core/http/message.hpp"

namespace sections {

template <class Body>
void waiting(html::Out& out, bool over, Body&& body) {
  if (over)
    out(R"(<div id="waiting" data-controller="poll" data-poll-over-value="true">)");
  else
    out(R"(<div id="waiting" data-controller="poll">)");
  body();
  out("</div>");
}

inline void come_back_soon(http::Response& response) {
  response.headers.set("refresh", "3");
}

}  // namespace sections
