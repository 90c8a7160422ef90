#include "access/attempts.hpp"

#include "core/http/client_address.hpp"
#include "core/text/french.hpp"

namespace accounts {
namespace {

struct Keys {
  Keys(const gate::Visit& v, const Limits& limits, std::string_view name)
      : client(std::string(limits.what) + " from " + http::peer_key(v.request.peer)),
        account(std::string(limits.what) + " to " + std::string(name)),
        both(client + ' ' + account) {}
  std::string client, account, both;
};

[[noreturn]] void refuse(std::chrono::seconds wait) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
  http::Error error(429, "Il y a eu beaucoup d’essais en peu de temps. Pour protéger ce compte, attends " +
                             french::count(minutes, "minute", "minutes") + " avant de recommencer.");
  error.retry_after = wait;
  throw error;
}

}  // namespace

void count_attempt(gate::Visit& v, const Limits& limits, std::string_view account) {
  const Keys keys(v, limits, account);
  auto& rates = v.services.rates;
  if (const auto wait = rates.take(keys.client, limits.client)) refuse(*wait);
  if (const auto wait = rates.take(keys.both, limits.both)) refuse(*wait);
  if (const auto wait = rates.take(keys.account, limits.account)) refuse(*wait);
}

void forgive_attempts(gate::Visit& v, const Limits& limits, std::string_view account) {
  const Keys keys(v, limits, account);
  v.services.rates.forget(keys.both);
  v.services.rates.forget(keys.account);
}

}  // namespace accounts
