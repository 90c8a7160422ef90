#pragma once
// A letter is written: kept as a draft at each step, so that nothing is ever lost.

#include "letters/audience.hpp"

namespace letters {

http::Response new_letter(gate::Visit& v);
http::Response create_letter(gate::Visit& v);
/// A draft to go on with, or how a letter that has left was delivered.
http::Response show_letter(gate::Visit& v);
http::Response save_letter(gate::Visit& v);
http::Response delete_letter(gate::Visit& v);
/// To those ticked in a list of members or contacts: a draft with them.
http::Response write_to_ticked(gate::Visit& v);
/// A new draft to them; the answer leads there.
http::Response begin_letter(gate::Visit& v, const Audience& audience);
/// The number under the boxes, as they are ticked.
http::Response count_audience(gate::Visit& v);

}  // namespace letters
