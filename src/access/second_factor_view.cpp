#include "access/second_factor.hpp"
#include "core/text/french.hpp"
#include "core/totp.hpp"
#include "ui/feedback.hpp"
#include "ui/navigation.hpp"
#include "ui/qr.hpp"

namespace accounts {

using html::Url;

namespace {

Url act(std::string_view rest) {
  return Url::local(std::string(second_factor_path) + std::string(rest));
}

std::string day(pg::Time at) {
  return french::moment(std::chrono::floor<std::chrono::seconds>(at));
}

void state(html::Out& out, const SecondFactorPage& page) {
  if (page.active())
    ui::notice(out, ui::Flash::Tone::good,
               "Les deux étapes sont actives : ton mot de passe ne suffit pas pour entrer.");
  else if (page.obliged)
    ui::notice(out, ui::Flash::Tone::warning,
               "Ta responsabilité donne accès aux données d’autres personnes : choisis d’abord ta seconde étape.");
  if (page.active() && page.obliged)
    ui::link_button(out, Url::local(page.way_back.empty() ? "/" : page.way_back), {.label = "Continuer"});
}

void ask_password(html::Out& out, const SecondFactorPage& page) {
  ui::panel(out, "D’abord, ton mot de passe", [&] {
    out(R"(<p class="soft">Pour que personne d’autre ne touche à ta connexion. Nous te le redemanderons dans un quart d’heure.</p>)");
    ui::error_summary(out, page.errors);
    ui::form(out, {.action = act("/mot-de-passe"), .csrf = page.csrf}, [&] {
      out(R"(<input type="hidden" name="email" value="{}" autocomplete="username">)", page.state.email);
      ui::password_field(out, {.name = "current",
                               .label = "Mot de passe",
                               .error = page.errors["current"],
                               .autocomplete = "current-password",
                               .required = true});
      ui::submit(out, {.label = "Continuer"});
    });
  });
}

// In groups of four, to be read aloud or typed.
std::string spaced(std::string_view text) {
  std::string groups;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i != 0 && i % 4 == 0) groups += ' ';
    groups += text[i];
  }
  return groups;
}

void adding_app(html::Out& out, const SecondFactorPage& page) {
  out(R"(<ol class="setting-up"><li><p>Ouvre ton application d’authentification (Aegis, FreeOTP, Google Authenticator, 2FAS…) et scanne ce dessin.</p>)");
  ui::qr(out, totp::uri(page.secret, page.site_name, page.state.email), "Code à scanner avec ton application");
  out(R"(<p class="soft">Sur ce même téléphone ? Recopie plutôt cette clé : <code class="otp-key">{}</code></p></li><li>)",
      spaced(totp::base32(page.secret)));
  ui::form(out, {.action = act("/application/activer"), .csrf = page.csrf, .whole_page = true}, [&] {
    ui::field(out, {.name = "code",
                    .label = "Le code à six chiffres qu’elle affiche",
                    .error = page.errors["code"],
                    .autocomplete = "one-time-code",
                    .inputmode = "numeric",
                    .max_length = 7,
                    .required = true});
    ui::submit(out, {.label = "Activer"});
  });
  out("</li></ol>");
}

void app(html::Out& out, const SecondFactorPage& page) {
  ui::panel(out, "Une application sur ton téléphone", [&] {
    const auto& own = page.state;
    if (own.app_since)
      out("<p>Active depuis le {}.</p>", day(*own.app_since));
    else
      out(R"(<p class="soft">Elle affiche un code qui change toutes les trente secondes, même sans réseau.</p>)");
    if (!own.confirmed) return;
    if (!page.secret.empty()) {
      adding_app(out, page);
      return;
    }
    ui::buttons(out, [&] {
      ui::post_button(out, act("/application"), page.csrf,
                      {.label = own.app_since ? "Changer de téléphone" : "Ajouter une application",
                       .look = own.app_since ? ui::Look::plain : ui::Look::main,
                       .icon = "smartphone"});
      if (own.app_since)
        ui::post_button(out, act("/application/retirer"), page.csrf,
                        {.label = "Retirer",
                         .look = ui::Look::danger,
                         .confirm = "Ne plus utiliser cette application pour te connecter ?"});
    });
  });
}

void add_key(html::Out& out, const SecondFactorPage& page) {
  out(R"(<div data-controller="passkey" data-passkey-url-value="/compte/deux-etapes/cles/defi" data-passkey-new-value="true">)");
  ui::form(out, {.action = act("/cles"), .csrf = page.csrf, .whole_page = true}, [&] {
    ui::hidden(out, "client_data", "");
    ui::hidden(out, "authenticator_data", "");
    out(R"(<p class="error" role="alert" data-passkey-target="problem" hidden>Rien n’a été ajouté : l’appareil a refusé, ou tu as changé d’avis.</p>)");
    out(R"(<p class="soft" data-passkey-target="without">Ce navigateur ne sait pas faire de clé d’accès.</p>)");
    out(R"(<button type="button" class="btn" data-passkey-target="button" data-action="passkey#ask" hidden>{}Ajouter une clé d’accès</button>)",
        ui::icon("key-round"));
  });
  out("</div>");
}

void keys(html::Out& out, const SecondFactorPage& page) {
  ui::panel(out, "Des clés d’accès", [&] {
    out(R"(<p class="soft">L’empreinte, le visage ou le code de ton téléphone ou de ton ordinateur, ou une clé USB : rien à recopier, et rien qu’un faux site puisse te voler.</p>)");
    if (!page.passkeys.empty()) {
      out(R"(<ul class="devices">)");
      for (const auto& key : page.passkeys) {
        out(R"(<li><div><b>{}</b> <span class="soft">ajoutée le {}{}</span></div>)", key.name, day(key.created_at),
            key.last_used_at ? ", a servi le " + day(*key.last_used_at) : std::string());
        if (page.state.confirmed)
          ui::post_button(out, act("/cles/" + std::to_string(key.id) + "/retirer"), page.csrf,
                          {.label = "Retirer",
                           .look = ui::Look::quiet,
                           .confirm = "Ne plus utiliser cette clé pour te connecter ?"});
        out("</li>");
      }
      out("</ul>");
    }
    if (!page.errors["passkey"].empty()) ui::notice(out, ui::Flash::Tone::bad, page.errors["passkey"]);
    if (page.state.confirmed) add_key(out, page);
  });
}

void codes(html::Out& out, const SecondFactorPage& page) {
  if (!page.active()) return;
  ui::panel(out, "Mes codes de secours", [&] {
    out("<p>Il t’en reste {} sur dix. Chacun remplace une fois l’application ou la clé, si tu l’as perdue.</p>",
        page.state.codes_left);
    if (!page.state.confirmed) return;
    ui::form(out, {.action = act("/codes"), .csrf = page.csrf, .whole_page = true, .css = ""}, [&] {
      ui::submit(out, {.label = "En faire dix nouveaux", .look = ui::Look::plain, .icon = "refresh-cw"});
    });
    out(R"(<p class="soft">Les anciens ne serviront plus.</p>)");
  });
}

}  // namespace

void second_factor_page(html::Out& out, const SecondFactorPage& page) {
  out(R"(<div class="stack">)");
  ui::back_link(out, Url::local("/compte"), "Données de connexion");
  out(R"(<h1>Connexion en deux étapes</h1><p class="lead">D’abord ton mot de passe, puis quelque chose que toi seul possèdes.</p>)");
  state(out, page);
  if (!page.state.confirmed) ask_password(out, page);
  app(out, page);
  keys(out, page);
  codes(out, page);
  out("</div>");
}

void recovery_codes_page(html::Out& out, const std::vector<std::string>& codes, std::string_view csrf) {
  out(R"(<div class="stack" data-turbo-cache="false"><h1>Mes codes de secours</h1>)"
      R"(<p class="lead">Garde-les ailleurs que sur ton téléphone : imprimés, ou dans un coffre de mots de passe. Chacun remplace une fois l’application ou la clé, si tu l’as perdue.</p>)");
  ui::panel(out, "", [&] {
    out(R"(<ol class="recovery-codes" aria-label="Codes de secours">)");
    for (const auto& code : codes) out("<li><code>{}</code></li>", code);
    out("</ol>");
    ui::notice(out, ui::Flash::Tone::warning, "Ils ne s’afficheront plus : nous n’en gardons qu’une empreinte.");
    ui::form(out, {.action = act("/codes/fichier"), .csrf = csrf, .whole_page = true, .css = ""}, [&] {
      for (const auto& code : codes) ui::hidden(out, "code", code);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Télécharger", .look = ui::Look::plain, .icon = "download"});
        out(R"(<button type="button" class="btn" data-controller="print" data-action="print#page" hidden>Imprimer</button>)");
      });
    });
  });
  ui::link_button(out, Url::local(second_factor_path), {.label = "Je les ai gardés"});
  out("</div>");
}

}  // namespace accounts
