#include "foot/agreement.hpp"

#include <charconv>

#include "core/markdown.hpp"
#include "core/text/french.hpp"
#include "foot/changes.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace foot {

using html::Url;

namespace {

constexpr const char* path = "/charte/accord";

// The one that counts now, beside the one that the reader agreed to last.
struct Asked {
  std::int64_t id;
  std::string body, note;
  pg::Time published_at;
  std::optional<std::string> former;
  bool agreed;
};
const pg::Statement<Asked()> asked{"foot.agreement", R"(
  select c.id, c.body, c.note, c.published_at, f.body, coalesce(f.id >= (select max(n.id) from charter n where n.asks_again), f.id is not null)
    from (select * from charter order by id desc limit 1) c
    left join lateral (select o.id, o.body from charter_acceptance a join charter o on o.id = a.charter_id
                        where a.member_id = (select viewer_id()) order by o.id desc limit 1) f on true)"};
const pg::Statement<bool(std::int64_t)> record{"foot.agree", "select agree_to_charter($1)"};

void write(html::Out& out, const Asked& charter, const std::string& way_back, std::string_view csrf) {
  const auto day = paris::day(std::chrono::floor<std::chrono::seconds>(charter.published_at));
  out(R"(<div class="panel wide stack"><h1>La charte a changé</h1>)"
      R"(<p class="lead">Voici celle du {}. Lis ce qui change, et dis-nous si tu es d’accord : ensuite, tu reprends là où tu allais.</p>)",
      french::day_and_year(day));
  if (!charter.note.empty()) out("<p>{}</p>", charter.note);
  if (charter.former) {
    out("<h2>Ce qui change</h2>");
    changes(out, *charter.former, charter.body);
  }
  ui::disclosure(out, "La charte en entier", !charter.former,
                 [&] { out(R"(<div class="prose">{}</div>)", markdown::render(charter.body)); });
  ui::form(out, {.action = Url::local(path), .csrf = csrf}, [&] {
    ui::hidden(out, "version", std::to_string(charter.id));
    if (!way_back.empty()) ui::hidden(out, "retour", way_back);
    ui::submit(out, {.label = "J’accepte la charte"});
  });
  out(R"(<p class="soft">Tu n’es pas d’accord ? Tu peux <a href="/contact">en parler à l’équipe</a>, )"
      R"(<a href="/compte/mes-donnees">récupérer tes données</a> ou <a href="/compte/supprimer">supprimer ton compte</a>.</p>)");
  ui::post_button(out, Url::local("/deconnexion"), csrf, {.label = "Me déconnecter", .look = ui::Look::quiet});
  out("</div>");
}

}  // namespace

http::Response show_agreement(gate::Visit& v) {
  const auto charter = v.one(asked);
  v.ask();
  const auto way_back = v.query("retour");
  if (charter->agreed) return v.redirect(way_back.empty() ? "/" : way_back);
  return v.visitor_page({.title = "La charte a changé"},
                        [&](html::Out& out) { write(out, *charter, way_back, v.csrf()); });
}

http::Response agree(gate::Visit& v) {
  const auto typed = v.field("version");
  std::int64_t version = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), version);
  const auto agreed = v.one(record, version);
  v.ask();
  const auto way_back = v.field("retour");
  if (!*agreed)
    return v.redirect(path, ui::Flash{ui::Flash::Tone::info, "La charte vient de changer encore. Relis-la."});
  return v.redirect(way_back.empty() ? "/" : way_back, "Merci ! Ton accord est enregistré.");
}

}  // namespace foot
