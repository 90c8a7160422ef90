#include "near/page_view.hpp"

#include <cmath>

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/map.hpp"
#include "ui/navigation.hpp"

namespace near {
namespace {

// A field with the communes that begin so under it; without script the form is sent.
void search(html::Out& out, const Asked& asked, std::string_view typed) {
  Asked from = asked;
  from.commune.clear();
  const auto proposals = url(from).text().substr(page_path.size());
  out(R"(<form class="search-line" method="get" action="/pres-de-chez-moi" data-controller="completion" data-completion-url-value="{}">)",
      html::Url::local(std::string(page_path) + "/communes" + proposals));
  out(R"(<div class="field proposing"><label class="sr" for="lieu">Commune ou code postal</label><input id="lieu" name="lieu" type="search" value="{}" placeholder="Commune, 25000" maxlength="80" autocomplete="off" enterkeyhint="search" )"
      R"(data-completion-target="input" data-action="input->completion#look keydown->completion#key blur->completion#close">)"
      R"(<ul id="communes-found" class="found" role="listbox" aria-label="Communes" hidden data-completion-target="list" data-action="mousedown->completion#hold"></ul></div>)",
      typed);
  if (asked.kilometres != Asked{}.kilometres) ui::hidden(out, "km", std::to_string(asked.kilometres));
  if (asked.what != What::all) ui::hidden(out, "quoi", code(asked.what));
  ui::submit(out, {.label = "Chercher", .look = ui::Look::plain, .icon = "search"});
  out("</form>");
}

void filters(html::Out& out, const Asked& asked) {
  std::vector<ui::Tab> kinds, circles;
  const auto tab = [&](What what, const char* label) {
    Asked other = asked;
    other.what = what;
    kinds.push_back({.label = label, .href = url(other), .current = what == asked.what});
  };
  tab(What::all, "Tout");
  tab(What::events, "Événements");
  tab(What::sections, "Sections");
  for (const int distance : distances) {
    Asked other = asked;
    other.kilometres = distance;
    circles.push_back(
        {.label = std::to_string(distance) + " km", .href = url(other), .current = distance == asked.kilometres});
  }
  out(R"(<div class="near-filters">)");
  ui::pills(out, "Ce que tu cherches", kinds);
  ui::pills(out, "Distance", circles);
  out("</div>");
}

void event(html::Out& out, const Event& e) {
  write_line(out, e, away(e.metres));
}

void section(html::Out& out, const Section& s) {
  ui::open_spot(out, {.id = "section-" + std::to_string(s.id.number()),
                      .icon = "users-round",
                      .section = true,
                      .latitude = s.latitude,
                      .longitude = s.longitude});
  out(R"(<div><a href="/sections/{}">{}</a><p class="soft">{})", s.id, s.name, s.city);
  if (!s.active) {
    out(" ");
    ui::chip(out, "pas encore ouverte");
  }
  out(R"(</p></div><span class="away">{}</span></li>)", away(s.metres));
}

struct Words {
  std::string_view title, nothing, all;
  What what;
};

template <class Found, class Write>
void list(html::Out& out, const View& view, const Words& words, const std::vector<Found>& found, Write one) {
  const bool more = found.size() > view.most;
  Asked alone = view.asked;
  alone.what = words.what;
  out(R"(<section class="near-list">)");
  if (more && view.asked.what == What::all)
    ui::head(out, {.title = words.title, .href = url(alone), .link = words.all});
  else
    ui::head(out, {.title = words.title});
  if (found.empty())
    out(R"(<p class="soft">{}</p>)", words.nothing);
  else if (found.front().metres > view.asked.kilometres * 1000.0)
    out(R"(<p class="beyond">Rien à moins de {}&nbsp;km&nbsp;: voici les plus proches.</p>)", view.asked.kilometres);
  if (more && view.asked.what != What::all)
    out(R"(<p class="soft">Les {} plus proches. Choisis une distance plus courte pour un tour d’horizon complet.</p>)",
        static_cast<std::int64_t>(view.most));
  if (!found.empty()) {
    out(R"(<ul class="spots">)");
    for (size_t i = 0; i < found.size() && i < view.most; ++i) one(out, found[i]);
    out("</ul>");
  }
  out("</section>");
}

void lists(html::Out& out, const View& view) {
  if (view.asked.what != What::sections)
    list(out, view, {"Événements", "Aucun événement n’est annoncé pour le moment.", "Tous les voir", What::events},
         view.events, event);
  if (view.asked.what != What::events)
    list(out, view, {"Sections", "Aucune section n’a encore dit où elle est.", "Toutes les voir", What::sections},
         view.sections, section);
}

}  // namespace

std::string away(double metres) {
  const auto kilometres = std::lround(metres / 1000);
  return kilometres == 0 ? "sur place" : "à " + french::number(kilometres) + "\u00a0km";
}

void write(html::Out& out, const View& view) {
  out("<h1>Près de chez moi</h1>");
  search(out, view.asked, "");
  if (!view.origin || !view.origin->latitude) {
    ui::empty_state(
        out, {.icon = "map-pin",
              .title = view.origin ? "Cette commune n’a pas encore sa place sur la carte." : "Où habites-tu\u00a0?",
              .text = "Écris ta commune ou ton code postal ci-dessus. Si tu les indiques dans ton compte, "
                      "cette page s’ouvrira toujours près de chez toi.",
              .href = html::Url::local("/compte"),
              .link = "Ouvrir mon compte"});
    return;
  }
  out(R"(<p class="lead">Autour de <b>{} ({})</b>)", view.origin->name, view.origin->department);
  if (!view.asked.commune.empty()) {
    Asked home = view.asked;
    home.commune.clear();
    out(R"( · <a href="{}">revenir chez moi</a>)", url(home));
  }
  out("</p>");
  filters(out, view.asked);
  ui::map(out,
          {.label = "Carte de ce qui est près de " + view.origin->name,
           .latitude = *view.origin->latitude,
           .longitude = *view.origin->longitude,
           .kilometres = view.asked.kilometres},
          [&] { lists(out, view); });
}

void write_choice(html::Out& out, const Asked& asked, std::string_view typed, const std::vector<Commune>& found) {
  out("<h1>Près de chez moi</h1>");
  search(out, asked, typed);
  write_choice(out, found, [&](const std::string& code) {
    Asked there = asked;
    there.commune = code;
    return url(there);
  });
}

}  // namespace near
