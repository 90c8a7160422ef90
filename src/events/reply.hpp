#pragma once
// Answering from a mail, without signing in (E04). Looking at the link changes nothing, since programs that guard
// mailboxes open links too: a form sends itself as soon as a browser shows it, or with one more tap where there is no
// script.

#include "gate/visit.hpp"

namespace events {

http::Response reply(gate::Visit& v);           ///< GET /reponse/:token
http::Response record_reply(gate::Visit& v);    ///< POST
http::Response reply_calendar(gate::Visit& v);  ///< GET /reponse/:token/agenda.ics

}  // namespace events
