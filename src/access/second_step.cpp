#include "access/second_step.hpp"

#include "access/attempts.hpp"
#include "access/links.hpp"
#include "access/proof.hpp"
#include "access/recovery_codes.hpp"
#include "access/sign_in.hpp"
#include "core/crypto.hpp"
#include "core/json.hpp"
#include "core/webauthn.hpp"

namespace accounts {
namespace {

using pg::Bytes;
using Text = std::string;
using Step = std::int64_t;
struct UnderWay {
  MemberId member;
  std::optional<Bytes> secret;  // of the app, sealed
  std::int64_t last_step;
  bool codes;
  std::vector<Text> passkeys;  // in hexadecimal
};
const pg::Statement<UnderWay(Step, Bytes)> under_way{"access.second_step", "select * from second_step($1, $2)"};
const pg::Statement<bool(Step, Bytes, MemberId, std::int64_t, Bytes, std::optional<Bytes>, Text)> finish_by_app{
    "access.step_by_app", "select step_by_app($1, $2, $3, $4, $5, $6, $7)"};
const pg::Statement<bool(Step, Bytes, MemberId, Bytes, Bytes, std::optional<Bytes>, Text)> finish_by_code{
    "access.step_by_code", "select step_by_code($1, $2, $3, $4, $5, $6, $7)"};
const pg::Statement<bool(Step, Bytes, MemberId, std::int64_t, std::int64_t, Bytes, std::optional<Bytes>, Text)>
    finish_by_passkey{"access.step_by_passkey", "select step_by_passkey($1, $2, $3, $4, $5, $6, $7, $8)"};
const pg::Statement<std::optional<bool>(Step, Bytes)> step_failed{"access.step_failed", "select step_failed($1, $2)"};
const pg::Statement<void(Step, Bytes, Bytes)> put_challenge{"access.step_challenge",
                                                            "select step_challenge($1, $2, $3)"};
const pg::Statement<ChallengedKey(Step, Bytes, Bytes)> take_challenge{"access.take_step_challenge",
                                                                      "select * from take_step_challenge($1, $2, $3)"};

constexpr Limits second_step_limits{
    "second step", {10, std::chrono::minutes(15)}, {20, std::chrono::hours(1)}, {60, std::chrono::minutes(15)}};

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

struct Asked {
  Step step;
  UnderWay state;
};
std::optional<Asked> ask(gate::Visit& v) {
  const auto step = read_second_step(v.services.settings, v.text("token"));
  if (!step) return std::nullopt;
  const auto state = v.maybe(under_way, *step, browser(v));
  v.ask();
  if (!*state) return std::nullopt;
  return Asked{*step, **state};
}

http::Response over(gate::Visit& v) {
  return v.redirect(
      "/", ui::Flash{ui::Flash::Tone::info,
                     "Ta connexion a pris trop de temps, ou trop d’essais. Recommence avec ton mot de passe."});
}

http::Response page(gate::Visit& v, const Asked& asked, bool refused, Text way_back) {
  const SecondStepPage page{.path = "/connexion/" + v.text("token"),
                            .way_back = std::move(way_back),
                            .app = asked.state.secret.has_value(),
                            .keys = !asked.state.passkeys.empty(),
                            .codes = asked.state.codes,
                            .refused = refused,
                            .csrf = v.csrf()};
  return v.visitor_page(
      {.title = "Seconde étape"}, [&](html::Out& out) { second_step_page(out, page); }, refused ? 422 : 200);
}

http::Response refuse(gate::Visit& v, const Asked& asked) {
  const auto more = v.one(step_failed, asked.step, browser(v));
  v.ask();
  return *more && **more ? page(v, asked, true, v.field("retour")) : over(v);
}

void count(gate::Visit& v, const Asked& asked) {
  count_attempt(v, second_step_limits, std::to_string(asked.state.member.number()));
}

http::Response come_in(gate::Visit& v, const Asked& asked, FreshSession& fresh) {
  forgive_attempts(v, second_step_limits, std::to_string(asked.state.member.number()));
  v.give_session(std::move(fresh.token));
  const auto way_back = v.field("retour");
  return v.redirect(way_back.empty() ? "/" : way_back);
}

}  // namespace

http::Response go_to_second_step(gate::Visit& v, std::int64_t step, std::string_view way_back) {
  Text path = second_step_path(v.services.settings, step, now());
  if (!way_back.empty()) html::escape_url_part(path += "?retour=", way_back);
  return v.redirect(path);
}

http::Response show_second_step(gate::Visit& v) {
  const auto asked = ask(v);
  return asked ? page(v, *asked, false, v.query("retour")) : over(v);
}

http::Response second_step(gate::Visit& v) {
  const auto asked = ask(v);
  if (!asked) return over(v);
  count(v, *asked);
  const auto& state = asked->state;
  FreshSession fresh;
  std::optional<pg::Reply<bool>> done;
  if (const auto recovery = read_recovery_code(v.field("recovery")); !recovery.empty()) {
    done = v.one(finish_by_code, asked->step, browser(v), state.member,
                 Bytes{recovery_hash(v.services.settings, recovery)}, fresh.hash, former_session(v), device(v));
  } else if (const auto at = app_step(v.services.settings, state.secret, v.field("code"), state.last_step)) {
    done = v.one(finish_by_app, asked->step, browser(v), state.member, *at, fresh.hash, former_session(v), device(v));
  }
  if (!done) return refuse(v, *asked);
  v.ask();
  return **done ? come_in(v, *asked, fresh) : refuse(v, *asked);
}

http::Response step_challenge(gate::Visit& v) {
  const auto asked = ask(v);
  if (!asked) return http::Response::json(json::object({}), 410);
  const auto challenge = webauthn::make_challenge();
  v.run(put_challenge, asked->step, browser(v), Bytes{challenge});
  v.ask();
  return ask_for_key(v, challenge, asked->state.passkeys);
}

http::Response step_by_passkey(gate::Visit& v) {
  const auto asked = ask(v);
  if (!asked) return over(v);
  count(v, *asked);
  const auto challenged = v.maybe(take_challenge, asked->step, browser(v), Bytes{octets(v, "credential")});
  v.ask();
  if (!*challenged) return refuse(v, *asked);
  const auto& own = **challenged;
  const auto signed_count = key_count(v, own);
  if (!signed_count) return refuse(v, *asked);
  FreshSession fresh;
  const auto done = v.one(finish_by_passkey, asked->step, browser(v), asked->state.member, own.passkey, *signed_count,
                          fresh.hash, former_session(v), device(v));
  v.ask();
  return *done ? come_in(v, *asked, fresh) : refuse(v, *asked);
}

}  // namespace accounts
