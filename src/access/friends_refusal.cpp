#include "access/friends.hpp"
#include "access/links.hpp"
#include "access/notice_page.hpp"

namespace accounts {
namespace {

const pg::Statement<bool(pg::Bytes)> is_refused{"access.friends_refused", "select friends_refused($1)"};
const pg::Statement<void(pg::Bytes)> refuse{"access.refuse_friends", "select refuse_friends($1)"};

}  // namespace

http::Response show_friends_refusal(gate::Visit& v) {
  const auto token = v.text("token");
  const auto hash = read_friend_refusal(v.services.settings, token);
  if (!hash) return dead_link(v);
  const auto refused = v.one(is_refused, pg::Bytes{*hash});
  v.ask();
  if (*refused)
    return notice_page(v, {.title = "C’est noté.", .text = "Plus aucune invitation de la coopol n’arrivera ici."});
  return v.visitor_page({.title = "Plus d’invitations ?"}, [&](html::Out& out) {
    out(R"(<div class="panel stack"><h1>Plus d’invitations ?</h1><p>Si tu le demandes, plus personne ne pourra t’inviter ici sur la coopol. )"
        R"(De toi, nous ne gardons que de quoi reconnaître ton adresse sans pouvoir la lire.</p>)");
    ui::form(out, {.action = html::Url::local("/courriels/invitations/" + token), .css = ""},
             [&] { ui::submit(out, {.label = "Ne plus en recevoir"}); });
    out("</div>");
  });
}

http::Response refuse_friends(gate::Visit& v) {
  const auto hash = read_friend_refusal(v.services.settings, v.text("token"));
  if (!hash) return dead_link(v);
  v.run(refuse, pg::Bytes{*hash});
  v.ask();
  // Mail programs follow no redirection here (RFC 8058, 3.1).
  if (v.form().values.has("List-Unsubscribe")) return http::Response::text("C’est noté.\n");
  return v.redirect("/courriels/invitations/" + v.text("token"));
}

}  // namespace accounts
