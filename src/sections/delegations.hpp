#pragma once
// «Délégations» (X03): what the secretary hands to members of the bureau, and what they did with it.

#include "core/mail/composer.hpp"
#include "gate/visit.hpp"

namespace sections {

http::Response show_delegations(gate::Visit& v);
http::Response delegate(gate::Visit& v);
http::Response withdraw_delegation(gate::Visit& v);

std::optional<mail::Message> compose_delegation(pg::Connection& database, const mail::Row& row,
                                                const Settings& settings);

}  // namespace sections
