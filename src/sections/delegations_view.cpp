#include "sections/delegations_view.hpp"

#include <algorithm>

#include "core/clock.hpp"
#include "core/text/french.hpp"
#include "members/card.hpp"
#include "sections/powers.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

bool among(const std::vector<std::string>& powers, std::string_view power) {
  return std::ranges::find(powers, power) != powers.end();
}

html::Url place(const DelegationsPage& page, std::string_view rest = "") {
  return section_url(page.section.id, "/gestion/delegations" + std::string(rest));
}

ui::Person face_of(const Holder& holder) {
  return {.name = holder.name, .href = members::profile_url(holder.id), .photo = images::url(holder.picture)};
}

// All that they are to hold from now on: what a form ticks, or what the button confirms.
void hold(html::Out& out, const Holder& holder, const std::vector<std::string>& powers) {
  ui::hidden(out, "member", std::to_string(holder.id.number()));
  for (const auto& power : powers) ui::hidden(out, "power", power);
}

void confirm(html::Out& out, const DelegationsPage& page, const Holder& holder, std::string_view csrf) {
  ui::notice(out, ui::Flash::Tone::warning,
             "La personne qui l’avait confié ne tient plus le secrétariat : rien n’est en vigueur tant que tu ne l’as "
             "pas confirmé.");
  ui::form(out, {.action = place(page), .csrf = csrf, .css = ""}, [&] {
    auto both = holder.powers;
    both.insert(both.end(), holder.waiting.begin(), holder.waiting.end());
    hold(out, holder, both);
    ui::submit(out, {.label = "Confirmer", .icon = "check"});
  });
}

void write(html::Out& out, const DelegationsPage& page, const Holder& holder, std::string_view csrf) {
  const bool holds = !holder.powers.empty() || !holder.waiting.empty();
  ui::panel(out, "", [&] {
    ui::person_inline(out, face_of(holder));
    out(R"(<p class="soft">{}</p><p>)", holder.role == "treasurer" ? "Trésorerie" : "Membre du bureau");
    for (const auto& power : powers()) {
      if (among(holder.powers, power.code)) ui::chip(out, power.label, ui::Tone::good);
      if (among(holder.waiting, power.code))
        ui::chip(out, std::string(power.label) + " : à confirmer", ui::Tone::warning);
      out(" ");
    }
    out("</p>");
    if (!holder.waiting.empty()) confirm(out, page, holder, csrf);
    ui::buttons(out, [&] {
      out(R"(<a class="btn" href="{}">{}{}<span class="sr"> {} {}</span></a>)",
          place(page, "?membre=" + std::to_string(holder.id.number()) + "#confier"), ui::icon("pencil"),
          holds ? "Changer" : "Confier", holds ? "ce que tient" : "à", holder.name);
      if (!holds) return;
      ui::form(out, {.action = place(page, "/retrait"), .csrf = csrf, .css = ""}, [&] {
        hold(out, holder, {});
        ui::submit(out, {.label = "Tout reprendre", .look = ui::Look::plain});
      });
    });
  });
}

void choose(html::Out& out, const DelegationsPage& page, const Holder& holder, std::string_view csrf) {
  out(R"(<div id="confier">)");
  ui::panel(out, "Confier à " + holder.name, [&] {
    ui::form(out, {.action = place(page), .csrf = csrf}, [&] {
      hold(out, holder, {});
      ui::fieldset(out, "Ce que " + holder.name + " fera à ta place", [&] {
        for (const auto& power : powers())
          ui::checkbox(out, {.name = "power",
                             .label = power.label,
                             .value = power.code,
                             .checked = among(holder.powers, power.code) || among(holder.waiting, power.code),
                             .hint = power.what,
                             .id = power.code});
      });
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Enregistrer"});
        ui::link_button(out, place(page), {.label = "Annuler", .look = ui::Look::quiet});
      });
    });
  });
  out("</div>");
}

std::string_view words(std::string_view act) {
  if (act == "section.coordinates") return "a ouvert les coordonnées d’un membre";
  if (act == "section.entry") return "a ouvert la fiche d’un membre dans le fichier de la section";
  if (act == "section.register") return "a consulté la liste des personnes à inviter";
  if (act == "section.accept") return "a accueilli quelqu’un dans la section";
  if (act == "section.remove") return "a retiré quelqu’un de la section";
  return act.starts_with("section.") ? "a consulté des données de la section" : act;
}

void log(html::Out& out, const DelegationsPage& page) {
  out(R"(<section><h2>Ce qui a été fait à ta place</h2>)");
  if (page.log.empty()) {
    out(R"(<p class="soft">Rien pour le moment. Chaque acte de tes délégués se lira ici.</p></section>)");
    return;
  }
  out(R"(<ul class="log">)");
  for (const auto& line : page.log) {
    out("<li><p>");
    if (line.who)
      out(R"(<a class="name" href="{}">{}</a>)", members::profile_url(*line.who_id), *line.who);
    else
      out(R"(<span class="name">Un membre parti</span>)");
    if (line.for_whom) out(", pour {},", *line.for_whom);
    out(" {}", words(line.act));
    if (line.about) out(" : {}", *line.about);
    out(R"(</p><p class="soft">{}</p></li>)", french::moment(std::chrono::floor<std::chrono::seconds>(line.at)));
  }
  out("</ul>");
  ui::pager(out, page.pager);
  out("</section>");
}

}  // namespace

void delegations_page(html::Out& out, const DelegationsPage& page, std::string_view csrf) {
  office(out, page.section, Desk::delegations, [&] {
    out(R"(<section class="stack"><h2>Délégations</h2><p>Confie une part de ton travail à des membres du bureau : ils agissent à ta place, et tu reprends tout d’un clic. )"
        R"(Restent toujours à toi : les rôles, la configuration, les contacts, les fichiers à importer ou à télécharger, et les délégations.</p>)");
    if (page.bureau.empty()) {
      ui::empty_state(out,
                      {.icon = "handshake",
                       .title = "Ton bureau est encore vide.",
                       .text = "Coche des membres, puis nomme-les au bureau par « Rôle » : tu pourras leur déléguer.",
                       .href = section_url(page.section.id, "/gestion/membres"),
                       .link = "Voir les membres"});
    } else {
      for (const auto& holder : page.bureau) write(out, page, holder, csrf);
    }
    for (const auto& holder : page.bureau)
      if (page.chosen == holder.id) choose(out, page, holder, csrf);
    out("</section>");
    log(out, page);
  });
}

}  // namespace sections
