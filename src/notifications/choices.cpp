#include "notifications/choices.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "notifications/devices.hpp"
#include "notifications/kind.hpp"
#include "self/tabs.hpp"
#include "ui/form.hpp"

namespace notifications {
namespace {

struct Chosen {
  std::string kind, mail;
  bool push;
};
const pg::Statement<Chosen()> my_choices{
    "notifications.my_choices",
    "select kind, mail, push from notification_choice where member_id = (select viewer_id())"};
// Who chooses the digest for something wants the digest again. The kinds of $3 are told on the telephone too; null
// leaves that as it was.
const pg::Statement<void(std::vector<std::string>, std::vector<std::string>, std::optional<std::vector<std::string>>)>
    keep{"notifications.keep", R"(
  with again as (delete from notification_choice where member_id = viewer_id() and kind = 'digest' and 'digest' = any($2))
  insert into notification_choice as mine (member_id, kind, mail, push)
    select viewer_id(), c.kind, c.mail, coalesce(c.kind = any($3::text[]), true) from unnest($1::text[], $2::text[]) as c (kind, mail)
  on conflict (member_id, kind) do update set mail = excluded.mail, push = case when $3::text[] is null then mine.push else excluded.push end)"};

constexpr std::array moments{ui::Option{.value = "now", .label = "Tout de suite"},
                             ui::Option{.value = "digest", .label = "Résumé du soir"},
                             ui::Option{.value = "none", .label = "Rien"}};

// A letter has no page that a digest or a telephone could lead to.
constexpr std::array moments_of_letters{moments.front(), moments.back()};
constexpr std::span<const ui::Option> moments_of(Kind kind) {
  return kind == Kind::letter ? std::span<const ui::Option>(moments_of_letters) : moments;
}

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
      return {"Une demande de coopain ou de section",
              "Quelqu’un te demande ou accepte ta demande ; une section te répond, ou l’on veut rejoindre la tienne."};
    case Kind::invitation:
      return {"Une invitation à un événement", "Avec les trois réponses en un clic et la date pour ton agenda."};
    case Kind::reminder:
      return {"Le rappel d’un événement", "La veille et deux heures avant ; ou l’organisateur attend ta réponse."};
    case Kind::letter:
      return {"Un courrier de ta section", "Ce que sa ou son secrétaire écrit à tous, ou le responsable de ta zone."};
    case Kind::digest:
      break;
  }
  return {};
}

std::string field_name(Kind kind) {
  return "mail_" + std::string(code(kind));
}
std::string push_name(Kind kind) {
  return "push_" + std::string(code(kind));
}

// A letter is long, and waits for its reader in the mail.
bool is_pushed(Kind kind) {
  return kind != Kind::letter;
}

struct Page {
  const std::map<std::string, Chosen>& chosen;
  const std::vector<Device>& devices;
  const Settings& settings;
  std::string_view csrf;
};

void choose_for(html::Out& out, Kind kind, const Page& page) {
  const auto at = page.chosen.find(std::string(code(kind)));
  const auto name = field_name(kind), push = push_name(kind), id = "f-" + push;
  const bool known = at != page.chosen.end();
  ui::segment_group(out, {.name = name,
                          .label = words(kind).title,
                          .options = moments_of(kind),
                          .selected = known ? std::string_view(at->second.mail) : "now",
                          .hint = words(kind).hint});
  if (!page.devices.empty() && is_pushed(kind))
    ui::checkbox(out,
                 {.name = push, .label = "Aussi sur mon téléphone", .checked = !known || at->second.push, .id = id});
}

void write(html::Out& out, const Page& page) {
  out(R"(<div class="stack"><h1>Modifier mon compte</h1>)");
  ui::tabs(out, "Mon compte", self::tabs(self::Tab::notifications));
  out(R"(<p class="lead">Choisis ce que tu veux recevoir par courriel. Rien n’est jamais perdu : tu retrouves tout en te connectant.</p>)");
  ui::form(out, {.action = html::Url::local("/compte/notifications"), .csrf = page.csrf, .css = "form"}, [&] {
    if (!page.devices.empty()) ui::hidden(out, "devices", "1");
    for (const auto kind : chosen_kinds) choose_for(out, kind, page);
    out(R"(<p class="soft">Le résumé du soir part à 18 h, seulement s’il y a du nouveau. Une annulation ou un changement d’horaire t’est toujours dit tout de suite, )"
        R"(comme ce qui touche à la sécurité de ton compte.</p>)");
    ui::buttons(out, [&] { ui::submit(out, {.label = "Enregistrer"}); });
  });
  devices_panel(out, page.devices, page.settings, page.csrf);
  out("</div>");
}

}  // namespace

http::Response choices(gate::Visit& v) {
  const auto found = v.all(my_choices);
  const auto devices = v.all(my_devices, pg::Bytes{v.session_hash()});
  v.ask();
  std::map<std::string, Chosen> chosen;
  for (const auto& choice : *found) chosen[choice.kind] = choice;
  if (chosen.contains("digest"))
    for (auto& [kind, choice] : chosen)
      if (choice.mail == "digest") choice.mail = "none";  // the digest was refused as a whole
  return v.page({.title = "Notifications", .here = ui::Key::account}, [&](html::Out& out) {
    write(out, {chosen, *devices, v.services.settings, v.csrf()});
  });
}

http::Response choose(gate::Visit& v) {
  std::vector<std::string> kinds, mails, pushed;
  for (const auto kind : chosen_kinds) {
    const auto given = v.field(field_name(kind));
    if (std::ranges::find(moments_of(kind), given, &ui::Option::value) == moments_of(kind).end()) continue;
    kinds.emplace_back(code(kind));
    mails.push_back(given);
    if (!is_pushed(kind) || !v.field(push_name(kind)).empty()) pushed.emplace_back(code(kind));
  }
  v.run(keep, kinds, mails, v.field("devices").empty() ? std::nullopt : std::optional(pushed));
  v.ask();
  return v.redirect("/compte/notifications", "C’est enregistré.");
}

}  // namespace notifications
