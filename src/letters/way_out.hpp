#pragma once
// The way out of whoever is no member: a link in each mail, signed for one address and one section. The address itself
// is kept as a keyed hash alone, so that no later file brings the person back.

#include "core/settings.hpp"
#include "gate/visit.hpp"

namespace letters {

/// 16 octets.
std::string address_hash(const Settings& settings, std::string_view address);

struct WayOut {
  SpaceId section;
  std::int64_t contact, entry;  ///< one of them is 0
  std::string hash;
};
std::string way_out_link(const Settings& settings, const WayOut& out);

/// One button, and one click in the mail program (RFC 8058).
http::Response show_way_out(gate::Visit& v);
http::Response take_way_out(gate::Visit& v);

}  // namespace letters
