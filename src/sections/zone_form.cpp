#include "sections/zone_form.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "sections/list_names.hpp"
#include "ui/assets.hpp"
#include "ui/feedback.hpp"

namespace sections {
namespace {

std::string zone_path(const ZoneForm& form, std::string_view rest = "") {
  return "/gestion/listes/" + (form.list ? std::to_string(form.list->number()) : "creation") + std::string(rest);
}

// A field with the members that answer to it; without script the server looks for the name, and asks when it is
// several people's.
void manager_field(html::Out& out, const ZoneForm& form) {
  const auto& draft = form.draft;
  const auto error = draft.errors["manager"];
  out(R"(<div class="field proposing" data-controller="completion" data-completion-url-value="{}"><label for="f-manager_name">Responsable</label>)",
      section_url(form.section.id, "/gestion/zones/responsables"));
  out(R"(<p class="hint" id="f-manager_name-hint">Un membre de la section, facultatif. Cette personne anime la zone&nbsp;: elle en voit le nombre d’habitants, jamais leurs noms.</p>)");
  out(R"(<input id="f-manager_name" name="manager_name" type="text" value="{}" maxlength="160" autocomplete="off" placeholder="Prénom ou nom" aria-describedby="f-manager_name-hint{}" {} )"
      R"(data-completion-target="input" data-action="input->completion#look keydown->completion#key blur->completion#close">)",
      draft.manager_name, error.empty() ? "" : " f-manager_name-error",
      html::Attribute("aria-invalid", error.empty() ? std::nullopt : std::optional("true")));
  if (draft.candidates.empty())
    out(R"(<input type="hidden" name="manager" value="{}" data-completion-target="pick">)",
        draft.manager ? std::to_string(draft.manager->number()) : std::string());
  out(R"(<ul id="managers-found" class="found" role="listbox" aria-label="Membres de la section" hidden data-completion-target="list" data-action="mousedown->completion#hold"></ul>)");
  if (!error.empty()) out(R"(<p class="error" id="f-manager_name-error">{}{}</p>)", ui::icon("circle-alert"), error);
  out("</div>");
  if (draft.candidates.empty()) return;
  std::vector<std::string> values;
  std::vector<ui::Option> options;
  values.reserve(draft.candidates.size());
  for (const auto& candidate : draft.candidates) {
    values.push_back(std::to_string(candidate.id.number()));
    options.push_back({.value = values.back(), .label = candidate.name});
  }
  ui::radio_group(out, {.name = "manager", .label = "De qui s’agit-il\u00a0?", .options = options});
}

// Points are put where one touches the map, or at its middle; without script, a ground that was drawn stays or goes.
void drawing(html::Out& out, const ZoneDraft& draft) {
  out(R"(<div class="field"><input type="hidden" name="ground" id="f-ground" value="{}" data-zone-target="ground">)",
      draft.ground);
  if (const auto error = draft.errors["ground"]; !error.empty())
    out(R"(<p class="error">{}{}</p>)", ui::icon("circle-alert"), error);
  out(R"(<div><button type="button" class="btn" hidden data-zone-target="open" data-action="zone#open">{}{}</button></div>)",
      ui::icon("map"), draft.ground.empty() ? "Dessiner sur la carte" : "Revoir le tracé sur la carte");
  out(R"(<p class="soft" hidden data-zone-target="without">Ton navigateur ne dessine pas la carte&nbsp;: les rues et les codes postaux disent la même chose.</p>)");
  out(R"(<div id="zone-board" class="zone-board" hidden data-zone-target="board" data-turbo-permanent><p class="soft">Touche la carte pour poser les points du contour, l’un après l’autre. Déplace-les pour ajuster. Les pastilles montrent où habitent les membres de la section&nbsp;; avoir ouvert cette carte figure dans « Qui a consulté mes données ».</p>)");
  out(R"(<div class="zone-map"><div data-zone-target="canvas"></div><span class="zone-cross" aria-hidden="true"></span></div>)");
  out(R"(<div class="zone-tools"><button type="button" class="btn" data-zone-target="add" data-action="zone#add">{}Poser un point au centre</button>)"
      R"(<button type="button" class="btn" disabled data-zone-target="undo" data-action="zone#undo">{}Revenir en arrière</button>)"
      R"(<button type="button" class="btn" disabled data-zone-target="clear" data-action="zone#clear">{}Tout effacer</button>)"
      R"(<span class="soft" role="status" data-zone-target="points"></span></div></div>)",
      ui::icon("plus"), ui::icon("undo-2"), ui::icon("trash-2"));
  if (!draft.ground.empty()) {
    const auto points = std::ranges::count(draft.ground, ',');
    const auto label = "Oublier le tracé de la carte (" + french::count(points, "point", "points") + ")";
    out(R"(<div data-zone-target="forget">)");
    ui::checkbox(out, {.name = "no_ground", .label = label});
    out("</div>");
  }
  out("</div>");
}

void definition(html::Out& out, const ZoneForm& form) {
  const auto& draft = form.draft;
  out(R"(<fieldset class="fieldset zone-definition" data-controller="zone" data-zone-script-value="/static/{}" data-zone-homes-value="{}" data-zone-count-value="{}" data-action="input->zone#count">)",
      ui::asset("map.js"), section_url(form.section.id, "/gestion/zones/domiciles"),
      section_url(form.section.id, "/gestion/zones/apercu"));
  out("<legend>Qui habite où</legend>");
  out(R"(<p class="soft">La zone se remplit d’elle-même&nbsp;: on y entre dès qu’on habite dans l’un de ces lieux, on en sort si l’on déménage. Sans rien ici, tu la remplis à la main.</p>)");
  ui::field(out, {.name = "postcodes",
                  .label = "Codes postaux",
                  .value = draft.postcodes,
                  .error = draft.errors["postcodes"],
                  .placeholder = "75011, 75012",
                  .inputmode = "numeric"});
  ui::textarea(out, {.name = "streets",
                     .label = "Rues",
                     .value = draft.streets,
                     .hint = "Une par ligne. Tu peux préciser les numéros ou le code postal, après une virgule.",
                     .error = draft.errors["streets"],
                     .placeholder = "rue de Charonne\nbd Voltaire, 2 à 40, pairs\nGrande Rue, 25000",
                     .rows = 4});
  drawing(out, draft);
  out(R"(<div class="zone-tally"><div id="zone-count" aria-live="polite">)");
  if (form.count) zone_count(out, *form.count, draft);
  out("</div>");
  ui::submit(out, {.label = "Compter",
                   .look = ui::Look::plain,
                   .icon = "users-round",
                   .action = section_url(form.section.id, "/gestion/zones/apercu")});
  out("</div></fieldset>");
}

void taken_out(html::Out& out, const ZoneForm& form, std::string_view csrf) {
  if (form.out.empty()) return;
  ui::panel(out, "Enlevés à la main", [&] {
    out(R"(<p class="soft">Ces personnes habitent peut-être la zone, mais n’y reviennent pas d’elles-mêmes.</p><p>)");
    for (const auto& name : form.out) {
      ui::chip(out, name);
      out(" ");
    }
    out("</p>");
    ui::form(out, {.action = section_url(form.section.id, zone_path(form, "/retour")), .csrf = csrf}, [&] {
      ui::buttons(out, [&] { ui::submit(out, {.label = "Les laisser revenir", .look = ui::Look::plain}); });
    });
  });
}

}  // namespace

void zone_count(html::Out& out, const ZoneCount& count, const ZoneDraft& draft) {
  if (count.crossed) {
    out(R"(<p class="error">{}Le tracé se croise lui-même. Retire un point ou reprends-le.</p>)",
        ui::icon("circle-alert"));
    return;
  }
  out(R"(<p><b>{}</b> {}.</p>)", french::count(count.people, "personne", "personnes"),
      count.people > 1 ? "sont dans cette zone" : "est dans cette zone");
  std::string more;
  if (count.by_hand) more += "dont " + french::number(count.by_hand) + " à la main";
  if (!draft.ground.empty() && count.rough)
    more += (more.empty() ? "" : " ; ") + french::count(count.rough, "membre est connu", "membres sont connus") +
            " par sa commune seulement";
  if (!draft.ground.empty() && count.nowhere)
    more += (more.empty() ? "" : " ; ") + french::count(count.nowhere, "membre n’a", "membres n’ont") +
            " pas d’adresse connue";
  if (!more.empty()) out(R"(<p class="soft">{}.</p>)", more);
}

void zone_candidates(html::Out& out, const std::vector<Candidate>& candidates) {
  for (const auto& candidate : candidates)
    out(R"(<li role="option" id="manager-{}" aria-selected="false" data-completion-target="option" data-pick="{}" data-words="{}" data-action="click->completion#choose">{}</li>)",
        candidate.id, candidate.id, candidate.name, candidate.name);
}

void zone_form(html::Out& out, const ZoneForm& form, std::string_view csrf) {
  const auto& draft = form.draft;
  office(out, form.section, Desk::members, [&] {
    ui::back_link(out, section_url(form.section.id, "/gestion/membres"), "Tous les membres");
    out("<h2>{}</h2>", form.list ? "Modifier la zone" : "Créer une zone");
    out(R"(<p>Une zone réunit les membres d’un quartier ou d’un canton. Tu peux en confier l’animation à quelqu’un.</p>)");
    ui::error_summary(out, draft.errors);
    ui::form(out, {.action = section_url(form.section.id, zone_path(form)), .csrf = csrf}, [&] {
      ui::hidden(out, "type", "zone");
      if (form.list) ui::hidden(out, "list", std::to_string(form.list->number()));
      list_name_fields(out, draft.name, draft.description, draft.errors, "Bastille sud");
      manager_field(out, form);
      definition(out, form);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Enregistrer"});
        if (form.list)
          ui::submit(out, {.label = "Supprimer",
                           .look = ui::Look::quiet,
                           .icon = "trash-2",
                           .confirm = "La supprimer ? Les membres restent dans la section.",
                           .action = section_url(form.section.id, zone_path(form, "/suppression"))});
      });
    });
    taken_out(out, form, csrf);
  });
}

}  // namespace sections
