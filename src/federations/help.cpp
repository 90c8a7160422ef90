#include "federations/help.hpp"

#include "core/text/email.hpp"
#include "core/text/french.hpp"
#include "federations/office.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace federations {
namespace {

struct Found {
  std::string state;
  std::optional<pg::Time> sent_at;
  std::optional<std::int32_t> sends;
  std::optional<pg::Time> refused_at;
};
const pg::Statement<Found(SpaceId, std::string, std::string)> ask_help{"federations.help",
                                                                       "select * from federation_help($1, $2, $3)"};

struct View {
  SpaceId federation;
  std::string email, error;
  std::optional<Found> found;
};

std::string day(pg::Time at) {
  return french::long_day(paris::day(std::chrono::floor<std::chrono::seconds>(at)));
}

void refused(html::Out& out, const Found& found) {
  if (!found.refused_at) return;
  ui::notice(
      out, ui::Flash::Tone::warning,
      "Un courriel à cette adresse a été refusé par son fournisseur le " + day(*found.refused_at) +
          ". L’adresse est peut-être fausse, ou la boîte pleine : vérifie-la avec la personne. C’est à son ou sa "
          "secrétaire, ou à elle-même, de la corriger.");
}

void act(html::Out& out, const View& view, std::string_view csrf, std::string_view wanted, const ui::Button& button) {
  ui::form(
      out,
      {.action = html::Url::local(federation_path(view.federation, "/gestion/aide/envoi")), .csrf = csrf, .css = ""},
      [&] {
        ui::hidden(out, "email", view.email);
        ui::hidden(out, "wanted", wanted);
        ui::submit(out, button);
      });
}

void nobody(html::Out& out) {
  ui::notice(out, ui::Flash::Tone::info,
             "Personne de ta fédération n’a de compte ni d’invitation à cette adresse. Vérifie-la lettre par lettre ; "
             "si elle est juste, son ou sa secrétaire peut l’inviter.");
}

void invited(html::Out& out, const View& view, std::string_view csrf) {
  out("<p><b>Invitation envoyée le {}, pas encore ouverte.</b>", day(*view.found->sent_at));
  if (*view.found->sends > 1) out(" C’était le {}e envoi.", *view.found->sends);
  out("</p>");
  refused(out, *view.found);
  out(R"(<p class="soft">Le lien est bon trente jours. Fais d’abord regarder parmi les courriels indésirables.</p>)");
  act(out, view, csrf, "again", {.label = "Renvoyer l’invitation", .icon = "send"});
}

void account(html::Out& out, const View& view, std::string_view csrf) {
  out("<p><b>Le compte est ouvert</b> : il ne reste qu’à se connecter avec cette adresse.</p>");
  refused(out, *view.found);
  out(R"(<p class="soft">Mot de passe oublié ? Le courriel part à l’adresse du compte, et à elle seule ; la personne choisit elle-même le nouveau.</p>)");
  act(out, view, csrf, "reset", {.label = "Envoyer de quoi choisir un mot de passe", .icon = "send"});
}

void write(html::Out& out, const View& view, std::string_view csrf) {
  out(R"(<p>Quelqu’un de ta fédération n’arrive pas à entrer ? Écris l’adresse exacte qu’elle ou il t’a donnée. )"
      R"(Tu verras où en est son accès, rien d’autre ; la personne lira que tu l’as consulté.</p>)");
  ui::form(
      out,
      {.action = html::Url::local(federation_path(view.federation, "/gestion/aide")), .csrf = csrf, .whole_page = true},
      [&] {
        ui::field(out, {.name = "email",
                        .label = "Courriel",
                        .value = view.email,
                        .type = "email",
                        .error = view.error,
                        .autocomplete = "off",
                        .required = true});
        ui::buttons(out, [&] { ui::submit(out, {.label = "Regarder", .icon = "search"}); });
      });
  if (!view.found) return;
  ui::panel(out, "Son accès", [&] {
    out(R"(<p class="soft">{}</p>)", view.email);
    const auto& state = view.found->state;
    if (state == "invited")
      invited(out, view, csrf);
    else if (state == "account")
      account(out, view, csrf);
    else
      nobody(out);
  });
}

http::Response page(gate::Visit& v, const View& view, const std::string& name, int status = 200) {
  return office_page(
      v, view.federation, name, Room::help, "Aide à la connexion", [&](html::Out& out) { write(out, view, v.csrf()); },
      status);
}

constexpr std::string_view too_many =
    "Tu as cherché beaucoup d’adresses en une heure. Pour protéger les membres, reprends dans un moment.";

ui::Flash told(const std::string& state) {
  using Tone = ui::Flash::Tone;
  if (state == "sent") return {Tone::good, "Le courriel part à l’instant, à cette adresse."};
  if (state == "soon") return {Tone::info, "Un courriel vient déjà de partir : laisse-lui dix minutes."};
  if (state == "no_sender")
    return {Tone::warning, "La section n’a pas de secrétaire pour signer l’invitation : invite d’abord quelqu’un."};
  if (state == "busy") return {Tone::warning, std::string(too_many)};
  return {Tone::info, "Entre-temps, cela a changé : regarde de nouveau."};
}

}  // namespace

http::Response show_help(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  const auto name = v.one(federation_name, id);
  v.ask();
  return page(v, {id, "", "", {}}, *name);
}

http::Response look_for_help(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  View view{id, v.field("email"), "", {}};
  const auto read = email::read(view.email);
  const auto name = v.one(federation_name, id);
  if (read.fault != email::Fault::none) {
    v.ask();
    view.error = "Écris une adresse complète, par exemple prenom.nom@exemple.fr.";
    return page(v, view, *name, 422);
  }
  view.email = read.address;
  const auto found = v.one(ask_help, id, view.email, "look");
  v.ask();
  if (found->state == "busy") {
    view.error = too_many;
    return page(v, view, *name, 422);
  }
  view.found = *found;
  return page(v, view, *name);
}

http::Response send_help(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  const auto back = federation_path(id, "/gestion/aide");
  const auto read = email::read(v.field("email"));
  const auto wanted = v.field("wanted");
  if (read.fault != email::Fault::none || (wanted != "again" && wanted != "reset")) {
    v.ask();
    return v.redirect(back, ui::Flash{ui::Flash::Tone::info, "Écris d’abord l’adresse de la personne."});
  }
  const auto found = v.one(ask_help, id, read.address, wanted);
  v.ask();
  return v.redirect(back, told(found->state));
}

}  // namespace federations
