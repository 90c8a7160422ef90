#pragma once
// Who sends, told to push services by a signature (RFC 8292). The key is the site's: browsers subscribe for it alone.

#include <chrono>
#include <string>

#include "core/settings.hpp"

namespace web_push {

/// Derived from the site's secret, so that there is no other one to keep and every machine of the site has the same.
class Vapid {
 public:
  explicit Vapid(const Settings& settings);
  /// 65 octets; PushManager.subscribe() takes them as applicationServerKey.
  [[nodiscard]] const std::string& public_key() const { return public_key_; }
  /// The header `Authorization` for a push service, named by its origin: https://host.
  [[nodiscard]] std::string authorization(const std::string& origin, std::chrono::sys_seconds now) const;

 private:
  std::string private_key_, public_key_, subject_;
};

}  // namespace web_push
