#include "sections/secretary_invitation.hpp"

#include "core/text/email.hpp"
#include "core/utf8.hpp"
#include "sections/ids.hpp"
#include "sections/office.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

constexpr size_t longest_name = 80;

struct FormHead {
  std::string name;
  SpaceId federation;
};
const pg::Statement<FormHead(SpaceId)> form_head{
    "sections.secretary_form", "select name, parent_id from space where id = $1 and kind = 'section'"};

// One row when a mail leaves. Somebody invited before, under the same address, is invited again, once for each time the
// form was shown.
const pg::Statement<InvitationId(SpaceId, std::string, std::string, std::string, pg::Time)> invite{
    "sections.invite_secretary", R"(
  with made as (
    insert into invitation (space_id, role, first_name, last_name, email, invited_by) values ($1, 'secretary', $2, $3, $4, viewer_id())
    on conflict (space_id, email) where register_entry_id is null do update
       set sends = invitation.sends + 1, last_sent_at = now(), first_name = excluded.first_name, last_name = excluded.last_name, invited_by = excluded.invited_by
     where invitation.accepted_at is null and invitation.last_sent_at < $5
    returning id, email, sends)
  select made.id from made, lateral send_invitation(made.id, made.email, made.sends, null))"};
const pg::Statement<InvitationId(SpaceId, InvitationId, pg::Time)> send_again{"sections.secretary_again", R"(
  with raised as (
    update invitation set sends = sends + 1, last_sent_at = now(), invited_by = viewer_id()
     where id = $2 and space_id = $1 and role = 'secretary' and accepted_at is null and last_sent_at < $3
    returning id, email, sends)
  select raised.id from raised, lateral send_invitation(raised.id, raised.email, raised.sends, null))"};
const pg::Statement<void(SpaceId, InvitationId)> withdraw{
    "sections.withdraw_secretary",
    "delete from invitation where id = $2 and space_id = $1 and role = 'secretary' and accepted_at is null"};
const pg::Statement<SpaceId(SpaceId)> federation_of{"sections.federation_of",
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
      draft.errors.add(field, std::string("Raccourcis ") + what + " : 80 caractères au plus.");
  }
  const auto read = email::read(draft.email);
  if (read.fault == email::Fault::none)
    draft.email = read.address;
  else
    draft.errors.add("email", "Indique une adresse complète, par exemple prenom.nom@exemple.fr.");
}

std::string office_path(SpaceId federation) {
  return "/federations/" + std::to_string(federation.number()) + "/gestion";
}

http::Response page(gate::Visit& v, SpaceId section, const FormHead& head, const Draft& draft, int status) {
  return v.page(
      {.title = "Inviter un secrétaire", .here = ui::Key::party},
      [&](html::Out& out) {
        out(R"(<div class="stack">)");
        ui::back_link(out, html::Url::local(office_path(head.federation)), "Gestion de la fédération");
        out("<h1>Qui dirige la {} ?</h1>", section_words_inside(head.name));
        out(R"(<p>Un courriel va lui proposer d’ouvrir sa section sur La Coopol. Le lien ne sert qu’à cette personne.</p>)");
        ui::error_summary(out, draft.errors);
        ui::form(out, {.action = section_url(section, "/secretaire"), .csrf = v.csrf()}, [&] {
          shown_at_field(out);
          ui::field(out, {.name = "first_name",
                          .label = "Prénom",
                          .value = draft.first_name,
                          .error = draft.errors["first_name"],
                          .autocomplete = "off",
                          .max_length = longest_name,
                          .required = true});
          ui::field(out, {.name = "last_name",
                          .label = "Nom",
                          .value = draft.last_name,
                          .error = draft.errors["last_name"],
                          .autocomplete = "off",
                          .max_length = longest_name,
                          .required = true});
          ui::field(out, {.name = "email",
                          .label = "Courriel",
                          .value = draft.email,
                          .type = "email",
                          .error = draft.errors["email"],
                          .autocomplete = "off",
                          .required = true});
          ui::buttons(out, [&] { ui::submit(out, {.label = "Envoyer l’invitation", .icon = "send"}); });
        });
        out("</div>");
      },
      status);
}

}  // namespace

http::Response new_secretary(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto head = v.one(form_head, id);
  v.ask();
  return page(v, id, *head, {}, 200);
}

http::Response invite_secretary(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  Draft draft{v.field("first_name"), v.field("last_name"), v.field("email"), {}};
  check(draft);
  const auto head = v.one(form_head, id);
  if (!draft.errors.empty()) {
    v.ask();
    return page(v, id, *head, draft, 422);
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

}  // namespace sections
