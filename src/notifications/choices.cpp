#include "notifications/choices.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "notifications/kind.hpp"
#include "self/tabs.hpp"
#include "ui/form.hpp"

namespace notifications {
namespace {

struct Chosen {
  std::string kind, mail;
};
const pg::Statement<Chosen()> my_choices{
    "notifications.my_choices", "select kind, mail from notification_choice where member_id = (select viewer_id())"};
// Who chooses the digest for something wants the digest again.
const pg::Statement<void(std::vector<std::string>, std::vector<std::string>)> keep{"notifications.keep", R"(
  with again as (delete from notification_choice where member_id = viewer_id() and kind = 'digest' and 'digest' = any($2))
  insert into notification_choice (member_id, kind, mail) select viewer_id(), c.kind, c.mail from unnest($1::text[], $2::text[]) as c (kind, mail)
  on conflict (member_id, kind) do update set mail = excluded.mail)"};

constexpr std::array moments{ui::Option{.value = "now", .label = "Tout de suite"},
                             ui::Option{.value = "digest", .label = "Résumé du soir"},
                             ui::Option{.value = "none", .label = "Rien"}};

struct Words {
  std::string_view title, hint;
};
Words words(Kind kind) {
  switch (kind) {
    case Kind::message:
      return {"Un nouveau message", "Si tu ne l’as pas déjà lu. Le courriel dit qui t’écrit, jamais ce qui est écrit."};
    case Kind::wall:
      return {"Un mot sur ton mur", "Un membre écrit sur ta page de profil."};
    case Kind::coopain:
      return {"Une demande de coopain", "Quelqu’un te demande, ou accepte ta demande."};
    case Kind::invitation:
      return {"Une invitation à un événement", "Avec les trois réponses en un clic et la date pour ton agenda."};
    case Kind::reminder:
      return {"La relance d’un événement", "L’organisateur te rappelle la date, ou attend ta réponse."};
    case Kind::digest:
      break;
  }
  return {};
}

std::string field_name(Kind kind) {
  return "mail_" + std::string(code(kind));
}

void write(html::Out& out, const std::map<std::string, std::string>& chosen, std::string_view csrf) {
  out(R"(<div class="stack"><h1>Modifier mon compte</h1>)");
  ui::tabs(out, "Mon compte", self::tabs(self::Tab::notifications));
  out(R"(<p class="lead">Choisis ce que tu veux recevoir par courriel. Rien n’est jamais perdu : tu retrouves tout en te connectant.</p>)");
  ui::form(out, {.action = html::Url::local("/compte/notifications"), .csrf = csrf, .css = "form"}, [&] {
    for (const auto kind : chosen_kinds) {
      const auto at = chosen.find(std::string(code(kind)));
      const auto name = field_name(kind);
      ui::segment_group(out, {.name = name,
                              .label = words(kind).title,
                              .options = moments,
                              .selected = at == chosen.end() ? "now" : at->second,
                              .hint = words(kind).hint});
    }
    out(R"(<p class="soft">Le résumé du soir part à 18 h, seulement s’il y a du nouveau. Une annulation ou un changement d’horaire t’est toujours dit tout de suite, )"
        R"(comme ce qui touche à la sécurité de ton compte.</p>)");
    ui::buttons(out, [&] { ui::submit(out, {.label = "Enregistrer"}); });
  });
  out("</div>");
}

}  // namespace

http::Response choices(gate::Visit& v) {
  const auto found = v.all(my_choices);
  v.ask();
  std::map<std::string, std::string> chosen;
  for (const auto& [kind, mail] : *found) chosen[kind] = mail;
  if (chosen.contains("digest"))
    for (auto& [kind, mail] : chosen)
      if (mail == "digest") mail = "none";  // the digest was refused as a whole
  return v.page({.title = "Notifications", .here = ui::Key::account},
                [&](html::Out& out) { write(out, chosen, v.csrf()); });
}

http::Response choose(gate::Visit& v) {
  std::vector<std::string> kinds, mails;
  for (const auto kind : chosen_kinds) {
    const auto given = v.field(field_name(kind));
    if (std::ranges::find(moments, given, &ui::Option::value) == moments.end()) continue;
    kinds.emplace_back(code(kind));
    mails.push_back(given);
  }
  v.run(keep, kinds, mails);
  v.ask();
  return v.redirect("/compte/notifications", "C’est enregistré.");
}

}  // namespace notifications
