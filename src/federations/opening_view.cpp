#include "federations/opening_view.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "federations/party_view.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/table.hpp"

namespace federations {
namespace {

constexpr int most_megabytes = 1;

// What taking a line would do.
struct Outcome {
  bool opens = false, invites = false;
  std::string words;
  ui::Tone tone = ui::Tone::plain;
};

Outcome outcome(const OpeningLine& line, const Known* known) {
  if (!line.fault.empty()) return {.words = "à corriger", .tone = ui::Tone::bad};
  Outcome it;
  it.opens = !known;
  it.invites = line.invites() && (!known || (!known->run && !known->invited));
  it.words = it.opens ? "nouvelle" : "déjà là";
  it.tone = it.opens ? ui::Tone::good : ui::Tone::plain;
  return it;
}

const Known* find(const Preview& preview, size_t index) {
  const auto found = preview.known.find(static_cast<std::int64_t>(index) + 1);
  return found == preview.known.end() ? nullptr : &found->second;
}

void secretary(html::Out& out, const OpeningLine& line, const Known* known, const Outcome& what) {
  if (!line.invites()) {
    if (line.fault.empty()) out(R"(<span class="soft">à inviter plus tard</span>)");
    return;
  }
  out(R"({} {}<br><span class="soft">{}</span>)", line.first_name, line.last_name, line.email);
  if (what.invites || !line.fault.empty()) return;
  out(R"(<br><span class="soft">{}</span>)",
      known && known->run ? "pas invité·e : la section a déjà quelqu’un" : "pas invité·e : une invitation attend déjà");
}

void table(html::Out& out, const Preview& preview) {
  const std::array columns{ui::Column{.label = "Section"}, ui::Column{.label = "Où"}, ui::Column{.label = "Secrétaire"},
                           ui::Column{.label = "Ce qui se passe"}};
  ui::table(out, {.caption = "Lignes du fichier", .columns = columns}, [&](ui::Rows& rows) {
    for (size_t i = 0; i < preview.lines.size(); ++i) {
      const auto& line = preview.lines[i];
      const auto* known = find(preview, i);
      const auto what = outcome(line, known);
      rows.row({.tone = line.fault.empty() ? "" : "wrong"}, [&](ui::Cells& cells) {
        cells.cell([&] {
          out(R"({}<br><span class="soft">ligne {}</span>)", line.name.empty() ? "—" : line.name, line.number);
        });
        cells.cell(line.postcode + (line.postcode.empty() || line.city.empty() ? "" : " ") + line.city);
        cells.cell([&] { secretary(out, line, known, what); });
        cells.cell([&] {
          ui::chip(out, what.words, what.tone);
          if (!line.fault.empty()) out("<br>{}", line.fault);
        });
      });
    }
  });
}

std::string confirmation(std::int64_t fresh, std::int64_t invitations) {
  std::string words = fresh > 0 ? "Ouvrir " + french::count(fresh, "section", "sections") + " ?"
                                : "Compléter les sections qui sont déjà là ?";
  if (invitations > 0)
    words +=
        " Si la case est cochée, " + french::count(invitations, "invitation partira", "invitations partiront") + ".";
  return words;
}

}  // namespace

void write_choose(html::Out& out, SpaceId federation, std::string_view csrf, const std::string& error) {
  out(R"(<p>Une ligne par section : son nom, son code postal, sa ville ; et, si tu les connais, le prénom, le nom et le courriel de son ou sa secrétaire. )"
      R"(Rien n’est créé avant que tu aies vu le résultat.</p>)");
  ui::form(out,
           {.action = html::Url::local(federation_path(federation, "/gestion/fichier")),
            .csrf = csrf,
            .upload = true,
            .whole_page = true},
           [&] {
             ui::file_field(
                 out, {.name = "file",
                       .label = "Le fichier des sections",
                       .accept = ".csv,.xlsx",
                       .hint = ".csv ou .xlsx, mille lignes au plus. La première dit ce que contient chaque colonne.",
                       .error = error,
                       .required = true,
                       .most_megabytes = most_megabytes,
                       .too_heavy = "Ce fichier pèse plus d’un mégaoctet : envoie-le en plusieurs fois."});
             ui::buttons(out, [&] {
               ui::submit(out, {.label = "Vérifier le fichier", .icon = "upload"});
               ui::link_button(out, html::Url::local(federation_path(federation, "/gestion/fichier/modele.csv")),
                               {.label = "Télécharger un modèle", .look = ui::Look::plain, .icon = "download"});
             });
           });
  out(R"(<p class="soft">Le même fichier envoyé deux fois n’ouvre rien deux fois et n’invite personne deux fois : une section se reconnaît à son nom.</p>)");
}

void write_preview(html::Out& out, const Preview& preview, std::string_view csrf) {
  std::int64_t fresh = 0, invitations = 0, wrong = 0;
  for (size_t i = 0; i < preview.lines.size(); ++i) {
    const auto what = outcome(preview.lines[i], find(preview, i));
    fresh += what.opens;
    invitations += what.invites;
    wrong += !preview.lines[i].fault.empty();
  }
  out("<h2>Vérifie avant d’ouvrir</h2>");
  const auto known = static_cast<std::int64_t>(preview.lines.size()) - fresh - wrong;
  const std::array stats{ui::Stat{french::number(fresh), "à ouvrir"}, ui::Stat{french::number(known), "déjà là"},
                         ui::Stat{french::number(invitations), "à inviter"},
                         ui::Stat{french::number(wrong), "à corriger"}};
  ui::stats(out, stats);
  if (wrong > 0)
    ui::notice(out, ui::Flash::Tone::warning,
               "Les lignes à corriger sont laissées de côté. Corrige-les dans ton fichier, puis renvoie-le en entier : "
               "ce qui est déjà là ne bougera pas.");
  const auto again = html::Url::local(federation_path(preview.federation, "/gestion/fichier"));
  if (fresh + invitations + known > 0)
    ui::form(
        out,
        {.action = html::Url::local(federation_path(preview.federation, "/gestion/fichier/ouverture")), .csrf = csrf},
        [&] {
          for (const auto& line : preview.lines)
            if (line.fault.empty()) ui::hidden(out, "line", packed(line));
          if (invitations > 0)
            ui::checkbox(out, {.name = "invite",
                               .label = "Inviter aussi les secrétaires",
                               .checked = true,
                               .hint = "Les courriels partent peu à peu, pour ne pas passer pour des indésirables."});
          ui::buttons(out, [&] {
            ui::submit(out,
                       {.label = fresh > 0 ? "Ouvrir " + french::count(fresh, "section", "sections") : "Mettre à jour",
                        .icon = "check",
                        .confirm = confirmation(fresh, invitations)});
            ui::link_button(out, again, {.label = "Choisir un autre fichier", .look = ui::Look::plain});
          });
        });
  else
    ui::link_button(out, again, {.label = "Choisir un autre fichier"});
  table(out, preview);
}

}  // namespace federations
