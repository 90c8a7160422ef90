#include "access/accept.hpp"

#include "access/arrival.hpp"
#include "access/links.hpp"
#include "access/notice_page.hpp"
#include "access/sign_in.hpp"
#include "core/text/french.hpp"

namespace accounts {
namespace {

struct Invitation {
  std::int32_t sends;
  pg::Time last_sent_at;
  bool accepted;
  std::string first_name, last_name, email, role;  // empty names and address unless the link is alive
  SpaceId space;
  std::string space_name;
  bool has_account, is_mine;
};
const pg::Statement<Invitation(std::int64_t, std::int32_t)> invitation_by_link{
    "access.invitation_by_link", "select * from invitation_by_link($1, $2)"};
using Text = std::string;
const pg::Statement<Text(std::int64_t, std::int32_t, Text, Text, Text, std::int64_t, pg::Bytes,
                         std::optional<pg::Bytes>, Text)>
    accept{"access.accept_invitation", "select accept_invitation($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const pg::Statement<Text(std::int64_t, std::int32_t)> join_by_invitation{"access.join_by_invitation",
                                                                         "select join_by_invitation($1, $2)"};

std::string path(const gate::Visit& v) {
  return "/invitation/" + v.text("token");
}

std::string lead(const Invitation& invitation) {
  const std::string place = invitation.role == "secretary"   ? " t’attend pour en tenir le secrétariat."
                            : invitation.role == "referent"  ? " t’attend pour l’animer."
                            : invitation.role == "coopilote" ? " t’attend parmi ses coopilotes."
                                                             : " t’attend.";
  return invitation.space_name + place + " Vérifie ton nom, lis la charte, choisis un mot de passe, et c’est fait.";
}

http::Response arrival(gate::Visit& v, const Invitation& invitation, const Charter& charter, const Arrival& typed,
                       ui::Errors errors, int status) {
  const std::string title = "Bienvenue " + invitation.first_name, words = lead(invitation);
  return v.visitor_page(
      {.title = title},
      [&](html::Out& out) {
        arrival_page(out, {.title = title,
                           .lead = words,
                           .action = html::Url::local(path(v)),
                           .csrf = v.csrf(),
                           .first_name = typed.first_name,
                           .last_name = typed.last_name,
                           .email = invitation.email,
                           .charter = &charter,
                           .accepted = typed.accepted,
                           .errors = std::move(errors)});
      },
      status);
}

http::Response replaced(gate::Visit& v, const Invitation& invitation) {
  const auto sent = french::moment(std::chrono::floor<std::chrono::seconds>(invitation.last_sent_at));
  return notice_page(
      v,
      {.title = "Un courriel plus récent t’attend",
       .text =
           "Ton invitation t’a été renvoyée " + sent +
           ". Ce lien-ci ne sert plus : ouvre le plus récent des courriels, et regarde aussi parmi les indésirables."},
      410);
}

http::Response expired(gate::Visit& v) {
  return notice_page(
      v,
      {.title = "Cette invitation a expiré",
       .text = "Elle était valable trente jours. Demande à la personne qui t’a invité de te l’envoyer à nouveau : "
               "cela lui prend un instant."},
      410);
}

http::Response served(gate::Visit& v) {
  return notice_page(
      v,
      {.title = "Cette invitation a déjà servi",
       .text = "Ton compte existe : il ne te reste qu’à te connecter. Si tu as oublié ton mot de passe, tu peux en "
               "demander un nouveau.",
       .link = "Me connecter"},
      410);
}

// Only the holder of the link learns that the address is known: the mail was sent there.
http::Response has_account(gate::Visit& v, const Invitation& invitation) {
  if (!v.signed_in())
    return notice_page(
        v, {.title = "Tu as déjà un compte",
            .text = "Connecte-toi avec " + invitation.email + " pour rejoindre " + invitation.space_name + ".",
            .link = "Me connecter",
            .href = html::Url::local("/?retour=" + path(v))});
  return v.visitor_page({.title = "Rejoindre"}, [&](html::Out& out) {
    out(R"(<div class="panel stack">)");
    if (invitation.is_mine) {
      out("<h1>{} t’attend</h1><p>Ce navigateur est déjà connecté à ton compte : un geste suffit.</p>",
          invitation.space_name);
      ui::post_button(out, html::Url::local(path(v) + "/rejoindre"), v.csrf(), {.label = "Rejoindre"});
    } else {
      out("<h1>Cette invitation est pour un autre compte</h1><p>Elle a été envoyée à {}, et ce navigateur est connecté "
          "au nom de {}.</p>",
          invitation.email, v.viewer().name());
      ui::form(out, {.action = html::Url::local("/deconnexion"), .csrf = v.csrf()}, [&] {
        ui::hidden(out, "retour", path(v));
        ui::submit(out, {.label = "Changer de compte"});
      });
    }
    out("</div>");
  });
}

http::Response answer(gate::Visit& v, const std::optional<Invitation>& found, const Charter& charter,
                      const InvitationLink& link) {
  if (!found) return dead_link(v);
  const auto& invitation = *found;
  if (invitation.accepted) return served(v);
  if (invitation.sends != link.send) return replaced(v, invitation);
  if (link.expired) return expired(v);
  if (invitation.has_account) return has_account(v, invitation);
  return arrival(v, invitation, charter, {.first_name = invitation.first_name, .last_name = invitation.last_name}, {},
                 200);
}

struct Asked {
  InvitationLink link;
  std::optional<Invitation> invitation;
  Charter charter;
};
std::optional<Asked> ask(gate::Visit& v) {
  const auto link = read_invitation_link(v.services.settings, v.text("token"));
  if (!link) return std::nullopt;
  const auto found = v.maybe(invitation_by_link, link->invitation, link->send);
  const auto charter = v.one(current_charter);
  v.ask();
  return Asked{*link, *found, *charter};
}

bool alive(const Asked& asked) {
  const auto& [link, invitation, charter] = asked;
  return invitation && !invitation->accepted && invitation->sends == link.send && !link.expired &&
         !invitation->has_account;
}

}  // namespace

http::Response show_invitation(gate::Visit& v) {
  const auto asked = ask(v);
  return asked ? answer(v, asked->invitation, asked->charter, asked->link) : dead_link(v);
}

http::Response accept_invitation(gate::Visit& v) {
  const auto asked = ask(v);
  if (!asked) return dead_link(v);
  const auto& [link, invitation, charter] = *asked;
  if (!alive(*asked)) return answer(v, invitation, charter, link);
  const Arrival typed = read_arrival(v);
  if (auto errors = check_arrival(typed, invitation->email); !errors.empty())
    return arrival(v, *invitation, charter, typed, std::move(errors), 422);

  FreshSession fresh;
  const auto said =
      v.one(accept, link.invitation, link.send, typed.first_name, typed.last_name,
            v.services.passwords.hash(typed.password), typed.charter, fresh.hash, former_session(v), device(v));
  v.ask();
  if (*said == "charter") {
    ui::Errors errors;
    errors.add("accept", "La charte vient de changer : voici la nouvelle.");
    return arrival(v, *invitation, charter, {.first_name = typed.first_name, .last_name = typed.last_name},
                   std::move(errors), 422);
  }
  if (*said != "welcome") return show_invitation(v);  // meanwhile, in another tab
  v.give_session(std::move(fresh.token));
  return v.redirect("/bienvenue");
}

http::Response join(gate::Visit& v) {
  const auto link = read_invitation_link(v.services.settings, v.text("token"));
  if (!link || link->expired) return show_invitation(v);
  const auto said = v.one(join_by_invitation, link->invitation, link->send);
  v.ask();
  return *said == "welcome" ? v.redirect("/bienvenue") : show_invitation(v);
}

}  // namespace accounts
