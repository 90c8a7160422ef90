#pragma once
// Hands one message to a push service (RFC 8030).

#include <chrono>
#include <optional>
#include <string>

#include "core/web_push/endpoint.hpp"
#include "core/web_push/envelope.hpp"
#include "core/web_push/vapid.hpp"

namespace web_push {

struct Subscription {
  Endpoint endpoint;
  Keys keys;
};

struct Notice {
  std::string text;
  std::chrono::seconds lifetime{24 * 60 * 60};  ///< the service keeps it that long for a browser that is away
  std::string topic;                            ///< replaces what waits there under the same; up to 32 of base64url
};

struct Outcome {
  enum class Kind {
    taken,
    gone,     ///< there is no such subscription any more
    later,    ///< the service cannot now, or nobody answers
    refused,  ///< and never will
  };
  Kind kind = Kind::taken;
  std::string why;
  std::optional<std::chrono::seconds> retry_after;  ///< of later
};

Outcome send(const Subscription& to, const Notice& notice, const Vapid& vapid, const Settings& settings,
             std::chrono::milliseconds patience = std::chrono::seconds(10));

}  // namespace web_push
