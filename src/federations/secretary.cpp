#include "federations/secretary.hpp"

#include "core/text/email.hpp"
#include "core/utf8.hpp"
#include "federations/ids.hpp"
#include "federations/party_view.hpp"
#include "members/card.hpp"
#include "sections/office.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace federations {
namespace {

using sections::field_id;
using sections::section_url;
using sections::section_words_inside;
using sections::shown_at;
using sections::shown_at_field;

constexpr size_t longest_name = 80;

struct FormHead {
  std::string name;
  SpaceId federation;
};
const pg::Statement<FormHead(SpaceId)> form_head{
    "federations.secretary_form", "select name, parent_id from space where id = $1 and kind = 'section'"};

struct Secretary {
  MemberId id;
  std::string name;
  std::optional<PictureId> picture;
};
const pg::Statement<Secretary(SpaceId)> secretaries_of{"federations.secretaries", R"(
  select m.id, m.first_name || ' ' || m.last_name, m.picture_id from membership b join member m on m.id = b.member_id
   where b.space_id = $1 and b.role = 'secretary' order by b.joined_at, m.id)"};
const pg::Statement<bool(SpaceId, MemberId)> end_secretary{"federations.end_secretary", "select secretary_end($1, $2)"};

// One row when a mail leaves. Somebody invited before, under the same address, is invited again, once for each time the
// form was shown; whoever accepted then has to accept again once they run the section no more.
const pg::Statement<InvitationId(SpaceId, std::string, std::string, std::string, pg::Time)> invite{
    "federations.invite_secretary", R"(
  with made as (
    insert into invitation (space_id, role, first_name, last_name, email, invited_by) values ($1, 'secretary', $2, $3, $4, viewer_id())
    on conflict (space_id, email) where register_entry_id is null do update
       set sends = invitation.sends + 1, last_sent_at = now(), accepted_at = null, member_id = null, refused = null, first_name = excluded.first_name, last_name = excluded.last_name, invited_by = excluded.invited_by
     where invitation.last_sent_at < $5 and (invitation.accepted_at is null or not exists (
       select from membership b where b.space_id = $1 and b.role = 'secretary' and b.member_id = invitation.member_id))
    returning id, email, sends)
  select made.id from made, lateral send_invitation(made.id, made.email, made.sends, null))"};
const pg::Statement<InvitationId(SpaceId, InvitationId, pg::Time)> send_again{"federations.secretary_again", R"(
  with raised as (
    update invitation set sends = sends + 1, last_sent_at = now(), refused = null, invited_by = viewer_id()
     where id = $2 and space_id = $1 and role = 'secretary' and accepted_at is null and last_sent_at < $3
    returning id, email, sends)
  select raised.id from raised, lateral send_invitation(raised.id, raised.email, raised.sends, null))"};
const pg::Statement<void(SpaceId, InvitationId)> withdraw{
    "federations.withdraw_secretary",
    "delete from invitation where id = $2 and space_id = $1 and role = 'secretary' and accepted_at is null"};
const pg::Statement<SpaceId(SpaceId)> federation_of{"federations.federation_of",
                                                    "select parent_id from space where id = $1 and kind = 'section'"};

struct Draft {
  std::string first_name, last_name, email;
  ui::Errors errors;
};

void check(Draft& draft) {
  for (auto [field, text, what] : {std::tuple{"first_name", &draft.first_name, "le prénom"},
                                   std::tuple{"last_name", &draft.last_name, "le nom"}}) {
    if (text->empty()) draft.errors.add(field, std::string("Indique ") + what + ".");
    if (utf8::length(*text) > longest_name)
      draft.errors.add(field, std::string("Raccourcis ") + what + " : 80 caractères au plus.");
  }
  const auto read = email::read(draft.email);
  if (read.fault == email::Fault::none)
    draft.email = read.address;
  else
    draft.errors.add("email", "Indique une adresse complète, par exemple prenom.nom@exemple.fr.");
}

std::string office_path(SpaceId federation) {
  return federation_path(federation, "/gestion");
}

void current(html::Out& out, SpaceId section, const std::vector<Secretary>& secretaries, std::string_view csrf) {
  ui::panel(out, secretaries.size() > 1 ? "Ses secrétaires" : "Son ou sa secrétaire", [&] {
    for (const auto& one : secretaries) {
      out(R"(<div class="title-line">)");
      ui::person_inline(out,
                        {.name = one.name, .href = members::profile_url(one.id), .photo = images::url(one.picture)});
      ui::form(out, {.action = section_url(section, "/secretaire/fin"), .csrf = csrf, .css = ""}, [&] {
        ui::hidden(out, "member", std::to_string(one.id.number()));
        ui::submit(out, {.label = "Retirer le rôle",
                         .look = ui::Look::plain,
                         .icon = "user-x",
                         .confirm = "Retirer le rôle de secrétaire à " + one.name +
                                    " ? Son accès au bureau de la section s’arrête aussitôt. La personne reste membre "
                                    "de la section, et un courriel le lui dit."});
      });
      out("</div>");
    }
    out(R"(<p class="soft">Retirer le rôle ferme aussitôt le bureau de la section à cette personne. Elle en reste membre.</p>)");
  });
}

void invite_form(html::Out& out, SpaceId section, const Draft& draft, std::string_view csrf) {
  ui::error_summary(out, draft.errors);
  ui::form(out, {.action = section_url(section, "/secretaire"), .csrf = csrf}, [&] {
    shown_at_field(out);
    for (const auto& [name, label, value] :
         {std::tuple{"first_name", "Prénom", &draft.first_name}, std::tuple{"last_name", "Nom", &draft.last_name}})
      ui::field(out, {.name = name,
                      .label = label,
                      .value = *value,
                      .error = draft.errors[name],
                      .autocomplete = "off",
                      .max_length = longest_name,
                      .required = true});
    ui::field(out, {.name = "email",
                    .label = "Courriel",
                    .value = draft.email,
                    .type = "email",
                    .hint = "De quelqu’un qui a déjà un compte : l’adresse de ce compte. Il lui suffira d’accepter.",
                    .error = draft.errors["email"],
                    .autocomplete = "off",
                    .required = true});
    ui::buttons(out, [&] { ui::submit(out, {.label = "Envoyer l’invitation", .icon = "send"}); });
  });
}

http::Response page(gate::Visit& v, SpaceId section, const FormHead& head, const std::vector<Secretary>& secretaries,
                    const Draft& draft, int status) {
  return v.page(
      {.title = "Secrétariat de la section", .here = ui::Key::party},
      [&](html::Out& out) {
        out(R"(<div class="stack">)");
        ui::back_link(out, html::Url::local(office_path(head.federation)), "Gestion de la fédération");
        out("<h1>Qui dirige la {} ?</h1>", section_words_inside(head.name));
        if (!secretaries.empty()) {
          current(out, section, secretaries, v.csrf());
          out("<h2>Inviter quelqu’un d’autre</h2>");
        }
        out(R"(<p>Un courriel va lui proposer {} sa section sur La Coopol. Le lien ne sert qu’à cette personne.</p>)",
            secretaries.empty() ? "d’ouvrir" : "de diriger");
        invite_form(out, section, draft, v.csrf());
        out("</div>");
      },
      status);
}

}  // namespace

http::Response new_secretary(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto head = v.one(form_head, id);
  const auto secretaries = v.all(secretaries_of, id);
  v.ask();
  return page(v, id, *head, *secretaries, {}, 200);
}

http::Response invite_secretary(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  Draft draft{v.field("first_name"), v.field("last_name"), v.field("email"), {}};
  check(draft);
  const auto head = v.one(form_head, id);
  if (!draft.errors.empty()) {
    const auto secretaries = v.all(secretaries_of, id);
    v.ask();
    return page(v, id, *head, *secretaries, draft, 422);
  }
  const auto sent = v.maybe(invite, id, draft.first_name, draft.last_name, draft.email, shown_at(v));
  v.ask();
  if (!*sent)
    return v.redirect(office_path(head->federation),
                      ui::Flash{ui::Flash::Tone::info, "Cette personne a déjà été invitée : rien n’est reparti."});
  return v.redirect(office_path(head->federation), "L’invitation part à l’instant vers " + draft.email + ".");
}

http::Response invite_secretary_again(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto federation = v.one(federation_of, id);
  const auto sent = v.maybe(send_again, id, field_id<InvitationId>(v, "invitation"), shown_at(v));
  v.ask();
  if (!*sent)
    return v.redirect(office_path(*federation),
                      ui::Flash{ui::Flash::Tone::info, "Cette invitation vient de partir, ou a été acceptée."});
  return v.redirect(office_path(*federation), "L’invitation repart. Le lien du courriel précédent ne marche plus.");
}

http::Response withdraw_secretary(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto federation = v.one(federation_of, id);
  v.run(withdraw, id, field_id<InvitationId>(v, "invitation"));
  v.ask();
  return v.redirect(office_path(*federation), "L’invitation est annulée : son lien ne marche plus.");
}

http::Response remove_secretary(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto done = v.one(end_secretary, id, field_id<MemberId>(v, "member"));
  v.ask();
  return v.redirect(sections::section_path(id, "/secretaire"),
                    *done ? ui::Flash{ui::Flash::Tone::good,
                                      "C’est fait : cette personne n’est plus secrétaire, et un courriel le lui dit. "
                                      "Invite maintenant qui prend la suite."}
                          : ui::Flash{ui::Flash::Tone::info, "Cette personne n’était déjà plus secrétaire."});
}

}  // namespace federations
