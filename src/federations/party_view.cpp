#include "federations/party_view.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "federations/party.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/map.hpp"
#include "ui/navigation.hpp"
#include "ui/search_line.hpp"

namespace federations {
namespace {

// Of mainland France: where the map begins when it has nothing to show.
constexpr double middle_latitude = 46.6, middle_longitude = 2.4;

std::optional<SpaceId> root(const PartyView& view) {
  for (const auto& tree : view.trees)
    if (tree.id == view.tree && !tree.party) return tree.id;
  return std::nullopt;
}

std::string words(const Federation& f) {
  return f.department + " — " + f.name;
}

std::string counted(const Federation& f) {
  std::string text = french::count(f.sections, "section", "sections");
  if (f.closed > 0)
    text += ", dont " + french::number(f.closed) + " pas encore " + (f.closed > 1 ? "ouvertes" : "ouverte");
  return text;
}

html::Url address(const Federation& f) {
  return html::Url::local(federation_path(f.id));
}

void tree_pills(html::Out& out, const PartyView& view, std::string_view page) {
  if (view.trees.size() < 2) return;
  std::vector<ui::Tab> tabs;
  for (const auto& tree : view.trees)
    tabs.push_back({.label = tree.party ? view.organisation : tree.name,
                    .href = party_url(page, tree.party ? std::nullopt : std::optional(tree.id)),
                    .current = tree.id == view.tree});
  tabs.front().label.front() = 'L';
  ui::pills(out, "Organisation", tabs);
}

void search(html::Out& out, const PartyView& view) {
  ui::form(out, {.action = html::Url::local("/parti"), .get = true, .css = ""}, [&] {
    if (const auto tree = root(view)) ui::hidden(out, "de", std::to_string(tree->number()));
    ui::search_line(out, {.label = "Une section, une ville, un code postal, une fédération",
                          .words = view.words,
                          .placeholder = "Section, ville, code postal, fédération"});
  });
}

html::Url near_words(const std::string& typed) {
  std::string path = "/pres-de-chez-moi?quoi=sections&lieu=";
  html::escape_url_part(path, typed);
  return html::Url::local(path);
}

void found(html::Out& out, const PartyView& view) {
  out("<section><h2>Ce qui correspond à {}</h2>", french::quoted(view.words));
  if (!view.named.empty()) {
    out(R"(<ul class="links">)");
    for (const auto& f : view.named)
      out(R"(<li><a href="{}">Fédération {}</a><span class="soft">{}</span></li>)", address(f), words(f), counted(f));
    out("</ul>");
  }
  if (view.found.empty() && view.named.empty())
    ui::empty_state(out, {.icon = "search",
                          .title = "Aucune section ici ne répond à ces mots.",
                          .text = "Essaie avec moins de lettres, ou regarde quelles sections sont les plus proches.",
                          .href = near_words(view.words),
                          .link = "Les plus proches"});
  if (!view.found.empty()) section_lines(out, view.found, true);
  if (view.more_found)
    out(R"(<p class="soft">Il y en a d’autres : précise le nom ou la ville, ou ouvre la fédération.</p>)");
  out(R"(</section><p><a href="{}">Revenir à toutes les fédérations</a></p>)", party_url("", root(view)));
}

// Without script a federation unfolds into a link to its page; with it, its sections come by themselves.
void fold(html::Out& out, const Federation& f) {
  ui::disclosure(out, words(f) + " (" + french::count(f.sections, "section", "sections") + ")", false, [&] {
    const auto page = address(f);
    out(R"(<turbo-frame id="federation-{}" src="{}" loading="lazy" target="_top"><p><a href="{}">Voir ses sections</a></p></turbo-frame>)",
        f.id, page, page);
  });
}

void tree(html::Out& out, const PartyView& view) {
  const auto open = std::ranges::count_if(view.federations, [](const Federation& f) { return f.sections > 0; });
  out("<h2>Les fédérations</h2>");
  if (open == 0)
    ui::empty_state(out, {.icon = "building-2",
                          .title = "Pas encore de section ici.",
                          .text = "Les référents web des fédérations les ouvrent une à une."});
  for (const auto& f : view.federations)
    if (f.sections > 0) fold(out, f);
  const auto coming = std::ssize(view.federations) - open;
  if (coming == 0) return;
  ui::disclosure(out, "Bientôt sur " + view.site + " (" + french::count(coming, "fédération", "fédérations") + ")",
                 false, [&] {
                   out(R"(<p class="soft">Elles n’ont pas encore de section ici.</p><ul class="names">)");
                   for (const auto& f : view.federations)
                     if (f.sections == 0) out(R"(<li><a href="{}">{}</a></li>)", address(f), words(f));
                   out("</ul>");
                 });
}

void head(html::Out& out, const PartyView& view) {
  out(R"(<div class="title-line"><h1>Tout {}</h1><div class="buttons">)", view.organisation);
  ui::link_button(out, party_url("/carte", root(view)), {.label = "Carte", .look = ui::Look::plain, .icon = "map"});
  ui::link_button(out, html::Url::local("/pres-de-chez-moi?quoi=sections"),
                  {.label = "Près de chez moi", .look = ui::Look::plain, .icon = "map-pin"});
  out("</div></div>");
}

void spots(html::Out& out, const PartyView& view) {
  out(R"(<ul class="spots">)");
  for (const auto& f : view.federations) {
    if (f.sections == 0) continue;
    const auto id = "federation-" + std::to_string(f.id.number());
    if (f.latitude && f.longitude)
      ui::open_spot(
          out, {.id = id, .icon = "landmark", .section = true, .latitude = *f.latitude, .longitude = *f.longitude});
    else
      out(R"(<li class="spot lasting" id="{}"><span class="mark-of">{}</span>)", id, ui::icon("landmark"));
    out(R"(<div><a href="{}">{}</a><p class="soft">{}</p></div></li>)", address(f), words(f), counted(f));
  }
  out("</ul>");
}

}  // namespace

std::string federation_path(SpaceId federation, std::string_view rest) {
  return "/federations/" + std::to_string(federation.number()) + std::string(rest);
}

void write_party(html::Out& out, const PartyView& view) {
  head(out, view);
  tree_pills(out, view, "");
  search(out, view);
  if (view.words.empty())
    tree(out, view);
  else
    found(out, view);
}

void write_party_map(html::Out& out, const PartyView& view) {
  ui::back_link(out, party_url("", root(view)), "Tout " + view.organisation);
  out("<h1>La carte</h1>");
  tree_pills(out, view, "/carte");
  out(R"(<p class="soft">Chaque fédération, au milieu de ses sections. Sa page montre la carte des sections.</p>)");
  ui::map(
      out,
      {.label = "Carte des fédérations", .latitude = middle_latitude, .longitude = middle_longitude, .kilometres = 0},
      [&] { spots(out, view); });
}

}  // namespace federations
