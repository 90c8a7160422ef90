#include "access/arrival.hpp"
#include "access/friends.hpp"
#include "access/links.hpp"
#include "access/notice_page.hpp"
#include "access/sign_in.hpp"

namespace accounts {
namespace {

using Text = std::string;
struct Invited {
  Text friend_name, words, email;
  bool has_account, open;
};
const pg::Statement<Invited(std::int64_t, std::int32_t)> friend_by_link{"access.friend_by_link",
                                                                        "select * from friend_by_link($1, $2)"};
const pg::Statement<Text(std::int64_t, std::int32_t, Text, Text, Text, std::int64_t, pg::Bytes,
                         std::optional<pg::Bytes>, Text)>
    join_friend{"access.join_friend", "select join_friend($1, $2, $3, $4, $5, $6, $7, $8, $9)"};

struct Asked {
  FriendLink link;
  std::optional<Invited> invited;
  Charter charter;
};
std::optional<Asked> ask(gate::Visit& v) {
  const auto link = read_friend_link(v.services.settings, v.text("token"));
  if (!link) return std::nullopt;
  const auto invited = v.maybe(friend_by_link, link->invitation, link->send);
  const auto charter = v.one(current_charter);
  v.ask();
  return Asked{*link, *invited, *charter};
}

http::Response arrival(gate::Visit& v, const Asked& asked, const Arrival& typed, ui::Errors errors, int status) {
  const Text lead = asked.invited->friend_name +
                    " t’attend. Dis-nous ton nom, lis la charte, choisis un mot de passe, et c’est fait.";
  return v.visitor_page(
      {.title = "Bienvenue"},
      [&](html::Out& out) {
        arrival_page(out, {.title = "Bienvenue",
                           .lead = lead,
                           .action = html::Url::local("/rejoindre/" + v.text("token")),
                           .csrf = v.csrf(),
                           .first_name = typed.first_name,
                           .last_name = typed.last_name,
                           .email = asked.invited->email,
                           .charter = &asked.charter,
                           .accepted = typed.accepted,
                           .errors = std::move(errors)});
      },
      status);
}

// Anything but a link that makes an account.
std::optional<http::Response> aside(gate::Visit& v, const std::optional<Asked>& asked) {
  if (!asked || !asked->invited) return dead_link(v);
  if (asked->invited->has_account)
    return notice_page(
        v, {.title = "Tu as déjà un compte", .text = "Il ne te reste qu’à te connecter.", .link = "Me connecter"});
  if (!asked->invited->open)
    return notice_page(
        v,
        {.title = "Pas en ce moment",
         .text =
             "Les invitations d’amis sont suspendues là où tu es invité. Garde ce courriel, et réessaie plus tard."});
  return std::nullopt;
}

}  // namespace

http::Response show_friends_link(gate::Visit& v) {
  const auto asked = ask(v);
  if (auto other = aside(v, asked)) return std::move(*other);
  return arrival(v, *asked, {}, {}, 200);
}

http::Response join_as_friend(gate::Visit& v) {
  const auto asked = ask(v);
  if (auto other = aside(v, asked)) return std::move(*other);
  const Arrival typed = read_arrival(v);
  if (auto errors = check_arrival(typed, asked->invited->email); !errors.empty())
    return arrival(v, *asked, typed, std::move(errors), 422);
  FreshSession fresh;
  const auto said =
      v.one(join_friend, asked->link.invitation, asked->link.send, typed.first_name, typed.last_name,
            v.services.passwords.hash(typed.password), typed.charter, fresh.hash, former_session(v), device(v));
  v.ask();
  if (*said == "charter") {
    ui::Errors errors;
    errors.add("accept", "La charte vient de changer : voici la nouvelle.");
    return arrival(v, *asked, {.first_name = typed.first_name, .last_name = typed.last_name}, std::move(errors), 422);
  }
  if (*said != "welcome") return show_friends_link(v);  // meanwhile, in another tab
  v.give_session(std::move(fresh.token));
  return v.redirect("/bienvenue");
}

}  // namespace accounts
