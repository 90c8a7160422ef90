#include "sections/import_report_view.hpp"

#include <array>

#include "core/text/french.hpp"
#include "sections/import_view.hpp"
#include "sections/waiting.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/table.hpp"

namespace sections {
namespace {

ui::Tone tone(std::string_view severity) {
  if (severity == "error") return ui::Tone::bad;
  return severity == "warning" ? ui::Tone::warning : ui::Tone::plain;
}

void sums(html::Out& out, const ReportCounts& c) {
  std::vector<ui::Stat> stats{
      {french::number(c.added), std::string(french::plural(c.added, "nouvelle personne", "nouvelles personnes"))},
      {french::number(c.changed), std::string(french::plural(c.changed, "mise à jour", "mises à jour"))},
      {french::number(c.same), std::string(french::plural(c.same, "inchangée", "inchangées"))}};
  if (c.incomplete > 0)
    stats.push_back({french::number(c.incomplete),
                     std::string(french::plural(c.incomplete, "profil incomplet", "profils incomplets"))});
  if (c.merged > 0)
    stats.push_back(
        {french::number(c.merged), std::string(french::plural(c.merged, "doublon réuni", "doublons réunis"))});
  if (c.refused > 0)
    stats.push_back(
        {french::number(c.refused), std::string(french::plural(c.refused, "ligne refusée", "lignes refusées"))});
  ui::stats(out, stats);
}

std::string summary(const ReportCounts& c) {
  if (c.added + c.changed == 0 && c.same > 0)
    return "Ton fichier ne contient rien de nouveau : rien n’a changé, et personne ne sera invité deux fois.";
  return "Ton fichier est importé. Personne n’a encore reçu de courriel : c’est toi qui envoies les invitations.";
}

void next(html::Out& out, const ReportView& view) {
  const auto id = view.desk.section.id;
  const auto& counts = view.desk.counts;
  ui::buttons(out, [&] {
    if (counts.ready > 0)
      ui::link_button(out, section_url(id, place_path(Place::ready)),
                      {.label = "Voir les " + french::count(counts.ready, "personne à inviter", "personnes à inviter"),
                       .icon = "arrow-right"});
    if (counts.incomplete > 0)
      ui::link_button(out, section_url(id, place_path(Place::incomplete)),
                      {.label = "Compléter " + french::count(counts.incomplete, "profil", "profils"),
                       .look = counts.ready > 0 ? ui::Look::plain : ui::Look::main,
                       .icon = "pencil"});
  });
}

void to_correct(html::Out& out, const ReportView& view) {
  if (!view.counts.to_correct) return;
  ui::panel(out, french::count(view.counts.refused, "ligne à corriger", "lignes à corriger"), [&] {
    out(R"(<p>Elles n’ont pas été importées. Télécharge-les, corrige-les dans ton tableur (la dernière colonne dit ce qui ne va pas), puis importe ce fichier-là. Elles restent ici une semaine.</p>)");
    ui::link_button(out, import_url(view.desk.section.id, view.import.id, "/a-corriger.csv"),
                    {.label = "Télécharger les lignes refusées", .look = ui::Look::plain, .icon = "download"});
  });
}

void undo(html::Out& out, const ReportView& view, std::string_view csrf) {
  const auto& bar = view.counts.undo_bar;
  if (bar == "left")
    out(R"(<p class="soft">Des invitations sont parties depuis : cet import ne peut plus être annulé. Tu peux encore corriger ou retirer chaque personne.</p>)");
  if (!bar.empty() || view.counts.added + view.counts.changed == 0) return;
  ui::panel(out, "Ce n’était pas le bon fichier ?", [&] {
    out(R"(<p>Tant qu’aucune invitation n’est partie, tu peux tout annuler : ta liste redevient exactement comme avant. Ce que tu as corrigé depuis chez ces personnes part aussi.</p>)");
    ui::post_button(out, import_url(view.desk.section.id, view.import.id, "/annulation"), csrf,
                    {.label = "Annuler tout l’import",
                     .look = ui::Look::plain,
                     .icon = "undo-2",
                     .confirm = "Annuler cet import ? Ta liste redevient comme avant."});
  });
}

void filters(html::Out& out, const ReportView& view) {
  const auto pill = [&](std::string words, std::string_view severity) {
    const auto query = severity.empty() ? "" : "?gravite=" + std::string(severity);
    return ui::Tab{std::move(words), import_url(view.desk.section.id, view.import.id, query),
                   view.severity == severity};
  };
  const std::array pills{pill("Toutes", ""), pill("Lignes refusées", "error"), pill("À vérifier", "warning"),
                         pill("Corrigées", "note")};
  ui::pills(out, "Remarques à montrer", pills);
}

void findings(html::Out& out, const ReportView& view) {
  if (view.counts.findings == 0) return;
  out("<section>");
  ui::head(out, {.title = "Remarques, ligne par ligne",
                 .href = import_url(view.desk.section.id, view.import.id, "/rapport.csv"),
                 .link = "Télécharger",
                 .icon = "download"});
  filters(out, view);
  if (view.lines.empty()) out(R"(<p class="soft">Aucune remarque de cette sorte.</p>)");
  const std::array columns{ui::Column{.label = "Ligne"}, ui::Column{.label = "État"}, ui::Column{.label = "Remarque"}};
  if (!view.lines.empty())
    ui::table(out, {.caption = "Remarques par ligne", .columns = columns}, [&](ui::Rows& rows) {
      for (const auto& line : view.lines)
        rows.row({}, [&](ui::Cells& cells) {
          cells.cell("Ligne " + std::to_string(line.line));
          cells.cell([&] { ui::chip(out, severity_words(line.severity), tone(line.severity)); });
          cells.cell(line.message);
        });
    });
  ui::pager(out, view.pager);
  out("</section>");
}

}  // namespace

std::string_view severity_words(std::string_view severity) {
  if (severity == "error") return "refusée";
  return severity == "warning" ? "à vérifier" : "corrigée";
}

void waiting_page(html::Out& out, const WaitingView& view) {
  const auto& import = view.import;
  register_desk(out, view.desk, "Importer mon fichier de membres", [&] {
    import_steps(out, import.state == "reading" ? 2 : 3);
    waiting(out, false, [&] {
      ui::progress(out, {.id = "import",
                         .label = import.state == "reading" ? "Lecture du classeur…" : "Import de " + import.file_name,
                         .done = import.lines_done,
                         .total = import.state == "reading" ? 0 : import.lines_total});
    });
    out(R"(<p class="soft">Cette page se met à jour toute seule. Tu peux aussi la fermer et revenir plus tard.</p>)");
  });
}

void failed_page(html::Out& out, const WaitingView& view) {
  register_desk(out, view.desk, "Importer mon fichier de membres", [&] {
    ui::notice(out, ui::Flash::Tone::bad,
               view.import.problem.value_or("Quelque chose s’est mal passé de notre côté. Réessaie dans un moment."));
    out(R"(<p>Rien n’a été enregistré : ta liste est restée comme avant.</p>)");
    ui::buttons(out, [&] {
      ui::link_button(out, section_url(view.desk.section.id, place_path(Place::import)),
                      {.label = "Choisir un autre fichier", .icon = "upload"});
    });
  });
}

void report_page(html::Out& out, const ReportView& view, std::string_view csrf) {
  register_desk(out, view.desk, "Importer mon fichier de membres", [&] {
    if (view.import.state == "undone") {
      ui::notice(out, ui::Flash::Tone::info, "Cet import a été annulé : ta liste est redevenue comme avant.");
      return findings(out, view);
    }
    import_steps(out, 3);
    ui::notice(out, ui::Flash::Tone::good, summary(view.counts));
    sums(out, view.counts);
    if (view.counts.members > 0)
      out(R"(<p class="soft">{}</p>)",
          french::count(view.counts.members, "personne est déjà membre de la section sur La Coopol",
                        "personnes sont déjà membres de la section sur La Coopol") +
              " : elles ne seront pas invitées.");
    next(out, view);
    to_correct(out, view);
    findings(out, view);
    undo(out, view, csrf);
  });
}

}  // namespace sections
