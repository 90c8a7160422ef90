#include "access/friends.hpp"

#include <algorithm>

#include "access/attempts.hpp"
#include "access/new_password.hpp"
#include "core/text/fold.hpp"
#include "core/utf8.hpp"

namespace accounts {

const pg::Statement<bool()> may_invite_friends{"access.may_invite_friends",
                                               "select coalesce(may_invite_friends(viewer_id()), false)"};

const pg::Statement<InvitedAddress()> invited_addresses{
    "access.invited_addresses", "select email, accepted_at is null from friend_invitation order by id limit 5000"};

namespace {

using Text = std::string;
constexpr std::string_view path = "/inviter";
constexpr size_t longest_word = 500;  // as the table has it

const pg::Statement<Friend()> my_friends{"access.my_friends", R"(
  select f.id, f.email, f.sends, f.sent_at, f.accepted_at is not null, m.id, m.first_name || ' ' || m.last_name,
         f.accepted_at is null and f.sends < 3 and f.sent_at < now() - interval '1 day'
    from friend_invitation f left join member m on m.id = f.joined_id order by f.accepted_at is not null, f.sent_at desc, f.id limit 100)"};
const pg::Statement<Text(std::vector<Text>, std::int32_t)> invite_several{
    "access.invite_friends", "select invite_friend(address, '', $2) from unnest($1::text[]) address"};
const pg::Statement<Text(Text, Text, std::int32_t)> invite{"access.invite_friend", "select invite_friend($1, $2, $3)"};
const pg::Statement<bool(std::int64_t)> remind{"access.remind_friend", "select remind_friend($1)"};
const pg::Statement<void(std::int64_t)> withdraw{"access.withdraw_friend",
                                                 "delete from friend_invitation where id = $1"};

http::Response answer(gate::Visit& v, FriendsPage page, int status) {
  auto friends = v.all(my_friends);
  const auto allowed = v.one(may_invite_friends);
  v.ask();
  page.friends = friends.take();
  page.allowed = *allowed;
  page.at_most = v.services.settings.friend_invitations;
  page.csrf = v.csrf();
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return v.page(
      {.title = "Inviter un ami"}, [&](html::Out& out) { friends_page(out, page, now); }, status);
}

http::Response again(gate::Visit& v, Text words, ui::Errors errors) {
  return answer(v, {.email = v.field("email"), .words = std::move(words), .errors = std::move(errors)}, 422);
}

}  // namespace

// No more are counted than could leave.
pg::Reply<std::vector<Text>> invite_friends(gate::Visit& v, std::vector<Text> addresses) {
  const auto at_most = v.services.settings.friend_invitations;
  for (size_t i = 0; i < std::min(addresses.size(), at_most); ++i) count_attempt(v, mail_limits, addresses[i]);
  return v.all(invite_several, addresses, static_cast<std::int32_t>(at_most));
}

http::Response show_friends(gate::Visit& v) {
  return answer(v, {}, 200);
}

http::Response invite_friend(gate::Visit& v) {
  ui::Errors errors;
  const Text address = read_address(v, errors), words = v.field("words");
  if (text::length(words) > longest_word) errors.add("words", "Cinq cents signes au plus.");
  if (!errors.empty()) return again(v, words, std::move(errors));
  count_attempt(v, mail_limits, address);
  const auto said = v.one(invite, address, words, static_cast<std::int32_t>(v.services.settings.friend_invitations));
  v.ask();
  if (*said == "sent") return v.redirect(path, "Ton invitation est partie.");
  if (*said == "closed") return v.redirect(path);
  errors.add("email", *said == "already"
                          ? "Tu as déjà invité cette adresse."
                          : "Tu as assez d’invitations en attente. Attends une réponse, ou retires-en une.");
  return again(v, words, std::move(errors));
}

http::Response remind_friend(gate::Visit& v) {
  const auto sent = v.one(remind, v.id<std::int64_t>("friend"));
  v.ask();
  return *sent ? v.redirect(path, "Ton invitation est repartie.")
               : v.redirect(path, ui::Flash{ui::Flash::Tone::info,
                                            "Elle est déjà partie il y a peu, ou trois fois : laisse-lui le temps."});
}

http::Response withdraw_friend(gate::Visit& v) {
  v.run(withdraw, v.id<std::int64_t>("friend"));
  v.ask();
  return v.redirect(path, "Cette invitation est retirée.");
}

}  // namespace accounts
