#include "access/account.hpp"
#include "core/text/french.hpp"
#include "self/tabs.hpp"
#include "ui/feedback.hpp"

namespace accounts {

using html::Url;

namespace {

void names(html::Out& out, const AccountPage& page) {
  ui::panel(out, "Mon nom", [&] {
    out(R"(<p class="soft">Il apparaît sur ta page de profil et permet aux autres membres de te retrouver.</p>)");
    ui::error_summary(out, page.names);
    ui::form(out, {.action = Url::local("/compte/noms"), .csrf = page.csrf}, [&] {
      out(R"(<div class="two-up">)");
      ui::field(out, {.name = "first_name",
                      .label = "Prénom",
                      .value = page.first_name,
                      .error = page.names["first_name"],
                      .autocomplete = "given-name",
                      .required = true});
      ui::field(out, {.name = "last_name",
                      .label = "Nom",
                      .value = page.last_name,
                      .error = page.names["last_name"],
                      .autocomplete = "family-name",
                      .required = true});
      out("</div>");
      ui::submit(out, {.label = "Enregistrer"});
    });
  });
}

void address(html::Out& out, const AccountPage& page) {
  ui::panel(out, "Mon courriel", [&] {
    out(R"(<p><strong>{}</strong></p><p class="soft">Il sert à te connecter et à recevoir tes notifications. Il n’apparaît nulle part, )"
        R"(sauf pour les secrétaires de ta section.</p>)",
        page.sign_in.email);
    if (const auto& wanted = page.sign_in.wanted) {
      ui::notice(out, ui::Flash::Tone::info,
                 "Un courriel est parti vers " + *wanted +
                     ". Ton adresse changera quand tu l’auras confirmée depuis ce courriel.");
      ui::post_button(out, Url::local("/compte/courriel/abandonner"), page.csrf,
                      {.label = "Garder mon adresse actuelle", .look = ui::Look::quiet});
    }
    ui::disclosure(out, "Changer d’adresse", !page.address.empty(), [&] {
      if (!page.address.empty()) ui::notice(out, ui::Flash::Tone::bad, "Ton adresse n’a pas changé.");
      ui::form(out, {.action = Url::local("/compte/courriel"), .csrf = page.csrf}, [&] {
        ui::field(out, {.name = "email",
                        .label = "Nouvelle adresse",
                        .value = page.typed_email,
                        .type = "email",
                        .hint = "Nous y envoyons un lien à confirmer. Ton ancienne adresse sera prévenue.",
                        .error = page.address["email"],
                        .autocomplete = "email",
                        .required = true,
                        .id = "f-new-email"});
        ui::password_field(out, {.name = "current",
                                 .label = "Ton mot de passe",
                                 .error = page.address["current"],
                                 .autocomplete = "current-password",
                                 .required = true,
                                 .id = "f-email-password"});
        ui::submit(out, {.label = "Changer d’adresse"});
      });
    });
  });
}

void second_factor(html::Out& out, const AccountPage& page) {
  ui::panel(out, "Connexion en deux étapes", [&] {
    if (page.sign_in.second_factor)
      out("<p>Elle est active : ton mot de passe ne suffit pas pour entrer.</p>");
    else
      out(R"(<p class="soft">En plus du mot de passe, un code ou une clé que toi seul possèdes. Même quelqu’un qui connaîtrait ton mot de passe )"
          R"(n’entrerait pas.</p>)");
    ui::link_button(out, Url::local("/compte/deux-etapes"),
                    {.label = page.sign_in.second_factor ? "Gérer mes deux étapes" : "Activer les deux étapes",
                     .look = ui::Look::plain,
                     .icon = "shield-check"});
  });
}

void password(html::Out& out, const AccountPage& page) {
  ui::panel(out, "Mon mot de passe", [&] {
    ui::error_summary(out, page.password);
    ui::form(out, {.action = Url::local("/compte/mot-de-passe"), .csrf = page.csrf}, [&] {
      // For the browser's keychain, and for the meter.
      out(R"(<input type="hidden" name="email" value="{}" autocomplete="username">)", page.sign_in.email);
      ui::password_field(out, {.name = "current",
                               .label = "Mot de passe actuel",
                               .error = page.password["current"],
                               .autocomplete = "current-password",
                               .required = true});
      ui::password_field(out,
                         {.name = "password",
                          .label = "Nouveau mot de passe",
                          .hint = "Douze caractères ou plus. Tes autres appareils seront déconnectés.",
                          .error = page.password["password"],
                          .autocomplete = "new-password",
                          .required = true},
                         true);
      ui::submit(out, {.label = "Changer le mot de passe"});
    });
  });
}

void sessions(html::Out& out, const AccountPage& page, paris::Instant now) {
  ui::panel(out, "Mes appareils connectés", [&] {
    out(R"(<ul class="devices">)");
    for (const auto& session : page.sessions) {
      const auto seen = std::chrono::floor<std::chrono::seconds>(session.seen_at);
      out(R"(<li><div><b>{}</b> <span class="soft">)", session.device);
      if (session.current)
        out("cet appareil");
      else
        out("vu {}", french::ago(seen, now));
      out(", connecté le {}</span></div>",
          french::moment(std::chrono::floor<std::chrono::seconds>(session.created_at)));
      if (!session.current)
        ui::post_button(out, Url::local("/compte/sessions/" + std::to_string(session.id) + "/fermer"), page.csrf,
                        {.label = "Déconnecter", .look = ui::Look::quiet});
      out("</li>");
    }
    out("</ul>");
    if (page.sessions.size() > 1)
      ui::post_button(out, Url::local("/compte/sessions/fermer-les-autres"), page.csrf,
                      {.label = "Déconnecter tous les autres", .look = ui::Look::plain});
  });
}

}  // namespace

void account_page(html::Out& out, const AccountPage& page, paris::Instant now) {
  out(R"(<div class="stack"><h1>Modifier mon compte</h1>)");
  ui::tabs(out, "Mon compte", self::tabs(self::Tab::sign_in));
  names(out, page);
  address(out, page);
  password(out, page);
  second_factor(out, page);
  sessions(out, page, now);
  if (page.may_invite || page.coopilote)
    ui::buttons(out, [&] {
      if (page.may_invite)
        ui::link_button(out, Url::local("/inviter"),
                        {.label = "Inviter un ami", .look = ui::Look::plain, .icon = "user-plus"});
      if (!page.coopilote) return;
      ui::link_button(out, Url::local("/coopilote/ouverture"),
                      {.label = "Qui peut entrer, et où", .look = ui::Look::plain, .icon = "door-open"});
      ui::link_button(out, Url::local("/coopilote/textes"),
                      {.label = "Textes de la maison", .look = ui::Look::plain, .icon = "file-text"});
    });
  out("</div>");
}

}  // namespace accounts
