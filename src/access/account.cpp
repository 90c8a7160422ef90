#include "access/account.hpp"

#include "access/arrival.hpp"
#include "access/attempts.hpp"
#include "access/friends.hpp"
#include "access/sign_in.hpp"
#include "access/strength.hpp"
#include "core/text/fold.hpp"

namespace accounts {

const pg::Statement<Secret()> my_secret{
    "access.my_secret",
    "select a.password_hash, a.password_version, e from my_email() e cross join account_for_sign_in(e) a"};

namespace {

using Text = std::string;
const pg::Statement<SignIn()> my_sign_in{"access.my_sign_in", "select * from my_sign_in()"};
const pg::Statement<OpenSession(pg::Bytes)> open_sessions{"access.open_sessions", R"(
  select id, device, created_at, seen_at, token_hash = $1 as current from session
   where member_id = (select viewer_id()) and expires_at > now() order by current desc, seen_at desc limit 50)"};
const pg::Statement<void(Text, Text)> rename_me{
    "access.rename_me", "update member set first_name = $1, last_name = $2 where id = (select viewer_id())"};
const pg::Statement<bool(std::int32_t, Text, pg::Bytes, Text)> change_mine{"access.change_my_password",
                                                                           "select change_my_password($1, $2, $3, $4)"};
const pg::Statement<void(std::int64_t)> close_mine{"access.close_session_by_id", "delete from session where id = $1"};
const pg::Statement<void(pg::Bytes)> close_all_but{"access.close_other_sessions",
                                                   "delete from session where token_hash <> $1"};

http::Response answer(gate::Visit& v, AccountPage page, int status) {
  const auto sign_in = v.one(my_sign_in);
  auto sessions = v.all(open_sessions, pg::Bytes{v.session_hash()});
  const auto may_invite = v.one(may_invite_friends);
  v.ask();
  page.sign_in = *sign_in;
  page.may_invite = *may_invite;
  page.coopilote = v.viewer().is_coopilote;
  page.sessions = sessions.take();
  page.csrf = v.csrf();
  if (page.names.empty()) {
    page.first_name = v.viewer().first_name;
    page.last_name = v.viewer().last_name;
  }
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return v.page(
      {.title = "Modifier mon compte", .here = ui::Key::account}, [&](html::Out& out) { account_page(out, page, now); },
      status);
}

}  // namespace

http::Response account_again(gate::Visit& v, AccountPage typed) {
  return answer(v, std::move(typed), 422);
}

http::Response show_account(gate::Visit& v) {
  return answer(v, {}, 200);
}

http::Response change_names(gate::Visit& v) {
  const Text first_name = text::tidy(v.field("first_name")), last_name = text::tidy(v.field("last_name"));
  ui::Errors errors;
  check_names(errors, first_name, last_name);
  if (!errors.empty())
    return account_again(v, {.first_name = first_name, .last_name = last_name, .names = std::move(errors)});
  v.run(rename_me, first_name, last_name);
  v.ask();
  return v.redirect("/compte", "C’est enregistré.");
}

// Whoever finds a telephone unlocked cannot lock its owner out: the current password is asked for.
http::Response change_password(gate::Visit& v) {
  const auto mine = v.one(my_secret);
  v.ask();
  const auto& viewer = v.viewer();
  count_attempt(v, sign_in_limits, mine->email);
  const Text current = secret(v.form().values.get("current")), word = secret(v.form().values.get("password"));
  ui::Errors errors;
  if (!v.services.passwords.verify(mine->hash, current)) errors.add("current", "Ce n’est pas ton mot de passe actuel.");
  check_password(errors, word, std::array{viewer.first_name, viewer.last_name, mine->email});
  if (!errors.empty()) return account_again(v, {.password = std::move(errors)});

  FreshSession fresh;
  const auto changed = v.one(change_mine, mine->version, v.services.passwords.hash(word), fresh.hash, device(v));
  v.ask();
  if (!*changed)
    return v.redirect("/compte", ui::Flash{ui::Flash::Tone::bad, "Ton mot de passe vient de changer ailleurs."});
  forgive_attempts(v, sign_in_limits, mine->email);
  v.give_session(std::move(fresh.token));
  return v.redirect("/compte", "Ton mot de passe est changé, et tes autres appareils sont déconnectés.");
}

http::Response close_one(gate::Visit& v) {
  v.run(close_mine, v.id<std::int64_t>("session"));
  v.ask();
  return v.redirect("/compte", "Cet appareil est déconnecté.");
}

http::Response close_others(gate::Visit& v) {
  v.run(close_all_but, pg::Bytes{v.session_hash()});
  v.ask();
  return v.redirect("/compte", "Tes autres appareils sont déconnectés.");
}

}  // namespace accounts
