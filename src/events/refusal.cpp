#include "events/refusal.hpp"

#include "events/links.hpp"
#include "ui/form.hpp"

namespace events {
namespace {

const pg::Statement<bool(std::string)> is_refused{
    "events.is_refused", "select exists (select from mail_refusal where member_id = viewer_id() and kind = $1)"};
const pg::Statement<void(std::string)> refuse_mail{"events.refuse_mail",
                                                   "insert into mail_refusal (member_id, kind) select m.id, $1 from "
                                                   "member m where m.id = viewer_id() on conflict do nothing"};
const pg::Statement<void(std::string)> accept_mail{
    "events.accept_mail", "delete from mail_refusal where member_id = viewer_id() and kind = $1"};

std::string_view words(Refusable kind) {
  return kind == Refusable::invitations ? "les invitations aux événements" : "les relances";
}

http::Response unknown_link(gate::Visit& v) {
  return v.visitor_page(
      {.title = "Ce lien ne fonctionne pas"},
      [](html::Out& out) {
        out(R"(<div class="panel stack"><h1>Ce lien ne fonctionne pas</h1><p>Il est peut-être coupé. Ouvre-le depuis le courriel.</p></div>)");
      },
      404);
}

}  // namespace

http::Response refusal(gate::Visit& v) {
  const auto token = v.text("token");
  const auto link = read_refusal(v.services.settings, token);
  if (!link) return unknown_link(v);
  v.act_as(link->member);
  const auto refused = v.one(is_refused, std::string(mail_kind(link->kind)));
  v.ask();
  return v.visitor_page({.title = "Tes courriels"}, [&](html::Out& out) {
    out(R"(<div class="panel stack"><h1>{}</h1><p>{} {} par courriel. Tu les retrouves toujours dans ton agenda, en te connectant.</p>)",
        *refused ? "C’est noté." : "Moins de courriels ?",
        *refused ? "Tu ne recevras plus" : "Tu ne recevras plus, si tu le demandes,", words(link->kind));
    ui::form(out, {.action = html::Url::local("/courriels/refus/" + token), .css = ""}, [&] {
      if (*refused) ui::hidden(out, "again", "1");
      ui::submit(out, {.label = *refused ? "Les recevoir à nouveau" : "Ne plus les recevoir",
                       .look = *refused ? ui::Look::plain : ui::Look::main});
    });
    out("</div>");
  });
}

http::Response record_refusal(gate::Visit& v) {
  const auto link = read_refusal(v.services.settings, v.text("token"));
  if (!link) return unknown_link(v);
  v.act_as(link->member);
  v.run(v.field("again").empty() ? refuse_mail : accept_mail, std::string(mail_kind(link->kind)));
  v.ask();
  // Mail programs follow no redirection here (RFC 8058, 3.1).
  if (v.form().values.has("List-Unsubscribe")) return http::Response::text("C’est noté.\n");
  return v.redirect("/courriels/refus/" + v.text("token"));
}

}  // namespace events
