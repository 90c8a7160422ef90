#pragma once
#include "gate/visit.hpp"

namespace dev {

/// GET /dev/courriels: the outbox; ?courriel=… one mail; &forme=html as its reader sees it.
http::Response mails(gate::Visit& v);

}  // namespace dev
