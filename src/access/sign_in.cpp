#include "access/sign_in.hpp"

#include "access/attempts.hpp"
#include "access/device.hpp"
#include "access/front.hpp"
#include "access/second_step.hpp"
#include "access/strength.hpp"
#include "core/crypto.hpp"
#include "core/text/email.hpp"
#include "gate/cookies.hpp"

namespace accounts {

const pg::Statement<std::string()> national_phase{"access.national_phase", "select national_phase()"};

namespace {

struct Account {
  MemberId member;
  std::optional<std::string> password_hash;
  std::int32_t password_version;
};
const pg::Statement<Account(std::string)> account_for_sign_in{"access.account_for_sign_in",
                                                              "select * from account_for_sign_in($1)"};
// 0: the session is open; else the number of the second step.
const pg::Statement<std::optional<std::int64_t>(MemberId, std::int32_t, pg::Bytes, std::optional<pg::Bytes>,
                                                std::string, pg::Bytes)>
    open_or_go_on{"access.sign_in", "select sign_in($1, $2, $3, $4, $5, $6)"};
const pg::Statement<void(MemberId, std::int32_t, std::string)> renew_password_hash{
    "access.renew_password_hash", "select renew_password_hash($1, $2, $3)"};
const pg::Statement<void(pg::Bytes)> close_session{"access.close_session", "delete from session where token_hash = $1"};

http::Response page(gate::Visit& v, const Front& front, int status = 200) {
  return v.visitor_page(
      {.title = "Bienvenue"}, [&](html::Out& out) { front_page(out, front); }, status);
}

}  // namespace

FreshSession::FreshSession() : token(crypto::random_bytes(32)), hash{crypto::sha256(token)} {}

std::string device(const gate::Visit& v) {
  return device_name(v.request.headers.get("user-agent"));
}

std::optional<pg::Bytes> former_session(const gate::Visit& v) {
  auto hash = v.session_hash();
  return hash.empty() ? std::nullopt : std::optional(pg::Bytes{std::move(hash)});
}

pg::Bytes browser(const gate::Visit& v) {
  auto hash = v.session_hash();
  return {hash.empty() ? crypto::sha256(gate::cookie_token(v.request, gate::visitor_cookie)) : std::move(hash)};
}

http::Response front(gate::Visit& v) {
  const auto phase = v.one(national_phase);
  v.ask();
  return page(v, {.phase = *phase, .csrf = v.csrf(), .way_back = v.query("retour")});
}

// An unknown address goes the same way as a wrong password: same statement, same hash to count, same answer (A06).
http::Response sign_in(gate::Visit& v) {
  const std::string typed = v.field("email"), address = email::read(typed).address, way_back = v.field("retour");
  count_attempt(v, sign_in_limits, address);
  const auto found = v.maybe(account_for_sign_in, address);
  const auto phase = v.one(national_phase);
  v.ask();

  const std::string word = secret(v.form().values.get("password"));
  const auto& account = *found;
  const bool right = v.services.passwords.verify(account ? account->password_hash : std::nullopt, word);
  const auto refuse = [&] {
    return page(v, {.phase = *phase, .csrf = v.csrf(), .way_back = way_back, .email = typed, .refused = true}, 422);
  };
  if (!right) return refuse();

  const bool renew = v.services.passwords.needs_rehash(*account->password_hash);
  if (renew) v.run(renew_password_hash, account->member, account->password_version, v.services.passwords.hash(word));
  FreshSession fresh;
  const auto opened = v.one(open_or_go_on, account->member, account->password_version, fresh.hash, former_session(v),
                            device(v), browser(v));
  v.ask();
  if (!*opened) return refuse();
  forgive_attempts(v, sign_in_limits, address);
  if (const auto step = **opened; step != 0) return go_to_second_step(v, step, way_back);
  v.give_session(std::move(fresh.token));
  return v.redirect(way_back.empty() ? "/" : way_back);
}

http::Response sign_out(gate::Visit& v) {
  v.run(close_session, pg::Bytes{v.session_hash()});
  v.ask();
  v.end_session();
  const auto way_back = v.field("retour");
  return way_back.empty() ? v.redirect("/", "À bientôt !") : v.redirect(way_back);
}

}  // namespace accounts
