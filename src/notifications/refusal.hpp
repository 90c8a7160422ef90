#pragma once
// «Ne plus recevoir ces courriels»: one click in the mail program (RFC 8058), or one button on a page, without signing
// in.

#include "gate/visit.hpp"

namespace notifications {

http::Response refusal(gate::Visit& v);         ///< GET /courriels/refus/:token
http::Response record_refusal(gate::Visit& v);  ///< POST

/// To whoever comes by a link that we did not sign; of other rooms' mails too.
http::Response unknown_link(gate::Visit& v);

}  // namespace notifications
