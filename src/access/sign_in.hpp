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
/// What ties a sign-in under way to the browser in which it began: the hash of the cookie that its forms are tied to.
pg::Bytes browser(const gate::Visit& v);
/// What names the browser that sent this.
std::string device(const gate::Visit& v);
/// The hash of the session that a new one replaces; nothing for a visitor.
std::optional<pg::Bytes> former_session(const gate::Visit& v);

}  // namespace accounts
