#pragma once
#include "gate/visit.hpp"

namespace accounts {

http::Response sign_in(gate::Visit& v);
http::Response sign_out(gate::Visit& v);

/// A token to give to the browser, and what the database keeps of it.
struct FreshSession {
  FreshSession();
  std::string token;
  pg::Bytes hash;
};
/// What names the browser that sent this.
std::string device(const gate::Visit& v);
/// The hash of the session that a new one replaces; nothing for a visitor.
std::optional<pg::Bytes> former_session(const gate::Visit& v);

}  // namespace accounts
