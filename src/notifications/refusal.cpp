#include "notifications/refusal.hpp"

#include "notifications/link.hpp"
#include "ui/form.hpp"

namespace notifications {
namespace {

const pg::Statement<bool(std::string)> is_refused{"notifications.is_refused", R"(
  select exists (select from notification_choice where member_id = viewer_id() and kind = $1 and mail = 'none'))"};
const pg::Statement<void(std::string)> refuse{"notifications.refuse", R"(
  insert into notification_choice (member_id, kind, mail) select m.id, $1, 'none' from member m where m.id = viewer_id()
  on conflict (member_id, kind) do update set mail = excluded.mail)"};
const pg::Statement<void(std::string)> want_again{
    "notifications.want_again", "delete from notification_choice where member_id = viewer_id() and kind = $1"};

std::string_view words(Kind kind) {
  switch (kind) {
    case Kind::invitation:
      return "les invitations aux événements";
    case Kind::reminder:
      return "les relances des événements";
    case Kind::message:
      return "l’annonce de tes nouveaux messages";
    case Kind::coopain:
      return "les nouvelles de tes demandes de coopain ou de section";
    case Kind::digest:
      return "le résumé du soir";
    case Kind::wall:
      return "l’annonce de ce qui s’écrit sur ton mur";
    case Kind::letter:
      return "les courriers de ta section";
  }
  return {};
}

}  // namespace

http::Response unknown_link(gate::Visit& v) {
  return v.visitor_page(
      {.title = "Ce lien ne fonctionne pas"},
      [](html::Out& out) {
        out(R"(<div class="panel stack"><h1>Ce lien ne fonctionne pas</h1><p>Il est peut-être coupé. Ouvre-le depuis le courriel.</p></div>)");
      },
      404);
}

http::Response refusal(gate::Visit& v) {
  const auto token = v.text("token");
  const auto link = read_refusal(v.services.settings, token);
  if (!link) return unknown_link(v);
  v.act_as(link->member);
  const auto refused = v.one(is_refused, std::string(code(link->kind)));
  v.ask();
  return v.visitor_page({.title = "Tes courriels"}, [&](html::Out& out) {
    out(R"(<div class="panel stack"><h1>{}</h1><p>{} {} par courriel. Rien n’est perdu : tu retrouves tout en te connectant.</p>)",
        *refused ? "C’est noté." : "Moins de courriels ?",
        *refused ? "Tu ne recevras plus" : "Tu ne recevras plus, si tu le demandes,", words(link->kind));
    ui::form(out, {.action = html::Url::local("/courriels/refus/" + token), .css = ""}, [&] {
      if (*refused) ui::hidden(out, "again", "1");
      ui::submit(out, {.label = *refused ? "Les recevoir à nouveau" : "Ne plus les recevoir",
                       .look = *refused ? ui::Look::plain : ui::Look::main});
    });
    out(R"(<p class="soft">Pour choisir tes courriels un par un, connecte-toi et ouvre « Modifier mon compte », puis « Notifications ».</p></div>)");
  });
}

http::Response record_refusal(gate::Visit& v) {
  const auto link = read_refusal(v.services.settings, v.text("token"));
  if (!link) return unknown_link(v);
  v.act_as(link->member);
  v.run(v.field("again").empty() ? refuse : want_again, std::string(code(link->kind)));
  v.ask();
  // Mail programs follow no redirection here (RFC 8058, 3.1).
  if (v.form().values.has("List-Unsubscribe")) return http::Response::text("C’est noté.\n");
  return v.redirect("/courriels/refus/" + v.text("token"));
}

}  // namespace notifications
