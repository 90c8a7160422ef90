#pragma once
// A letter is looked at, tried, sent, called back; and how it was delivered (X05): how many it reached, never who
// opened it.

#include "letters/letter.hpp"

namespace letters {

/// «Voir et envoyer».
http::Response show_sending(gate::Visit& v);
http::Response send_letter(gate::Visit& v);
http::Response try_letter(gate::Visit& v);
http::Response call_back(gate::Visit& v);

http::Response delivery_page(gate::Visit& v, const Place& place, const Head& head, const Letter& letter);

/// «Courriers»: drafts and what has left. A zone's manager finds their own under the form.
http::Response show_letters(gate::Visit& v);
http::Response zone_desk(gate::Visit& v);

}  // namespace letters
