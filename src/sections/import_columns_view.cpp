#include "sections/import_columns_view.hpp"

#include <algorithm>
#include <array>

#include "core/text/fold.hpp"
#include "core/text/french.hpp"
#include "core/text/phone.hpp"
#include "sections/import_view.hpp"
#include "sections/register_line.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/table.hpp"

namespace sections {
namespace {

constexpr size_t lines_previewed = 10, longest_example = 28;  // characters

std::string shortened(std::string_view cell) {
  auto words = text::tidy(cell);
  if (text::length(words) <= longest_example) return words;
  while (text::length(words) >= longest_example) {
    do words.pop_back();
    while ((words.back() & 0xC0) == 0x80);
  }
  return words + "…";
}

size_t first_row(const ColumnsView& view) {
  return static_cast<size_t>(view.columns.skip);
}

// The first thing that stands in that column, below the titles.
std::string example(const ColumnsView& view, size_t column) {
  for (auto row = first_row(view); row < view.head.rows.size(); ++row)
    if (const auto& cells = view.head.rows[row]; column < cells.size())
      if (auto words = shortened(cells[column]); !words.empty()) return words;
  return {};
}

struct Choices {
  std::vector<std::string> values, labels;
  std::vector<ui::Option> options;
};
Choices choices(const ColumnsView& view) {
  Choices all;
  const auto& titles = view.proposal.titles;
  for (size_t i = 0; i < titles.size(); ++i) {
    all.values.push_back(std::to_string(i));
    const auto seen = example(view, i);
    const auto title = view.columns.skip > 0 ? shortened(titles[i]) : "Colonne " + std::to_string(i + 1);
    all.labels.push_back(seen.empty() ? title : title + " — " + seen);
  }
  for (size_t i = 0; i < titles.size(); ++i) all.options.push_back({.value = all.values[i], .label = all.labels[i]});
  return all;
}

std::string_view advice(const ColumnsView& view, Field field) {
  if (view.import.columns || view.remembered || !view.columns.matching[field]) return {};
  return view.proposal[field] == Confidence::guessed ? "Deviné d’après le contenu : à vérifier." : "";
}

void selects(html::Out& out, const ColumnsView& view) {
  const auto all = choices(view);
  out(R"(<div class="two-up">)");
  for (const auto field : all_fields()) {
    const auto column = view.columns.matching[field];
    const auto name = column_field(field);
    ui::select(out, {.name = name,
                     .label = label(field),
                     .options = all.options,
                     .selected = column ? std::string_view(all.values[*column]) : std::string_view(),
                     .hint = advice(view, field),
                     .empty = "Pas dans mon fichier",
                     .required = is_required(field)});
  }
  out("</div>");
}

void remarks(html::Out& out, const RegisterLine& line) {
  for (const auto& finding : line.findings) {
    const bool error = finding.severity == Severity::error;
    if (finding.severity != Severity::note)
      ui::chip(out, error ? "refusée" : "à vérifier", error ? ui::Tone::bad : ui::Tone::warning);
    out(R"( <span class="soft">{}</span><br>)", finding.message);
  }
}

void state(html::Out& out, const RegisterLine& line) {
  if (line.standing() == Standing::refused) return ui::chip(out, "refusée", ui::Tone::bad);
  if (is_doubtful(line)) return ui::chip(out, "à vérifier", ui::Tone::warning);
  ui::chip(out, "prête", ui::Tone::good);
}

void counts(html::Out& out, const Check& check) {
  std::vector<ui::Stat> stats{
      {french::number(check.ready), std::string(french::plural(check.ready, "ligne prête", "lignes prêtes"))},
      {french::number(check.doubtful), "à vérifier"},
      {french::number(check.refused), std::string(french::plural(check.refused, "refusée", "refusées"))}};
  if (check.merged > 0)
    stats.push_back(
        {french::number(check.merged), std::string(french::plural(check.merged, "doublon réuni", "doublons réunis"))});
  out(R"(<section class="stack"><h3>{}</h3>)",
      check.whole ? std::string("Ce que donnera ton fichier")
                  : "Ce que donneront les " + french::number(check.lines()) + " premières lignes");
  ui::stats(out, stats);
  if (check.to_look_at.empty()) {
    out("</section>");
    return;
  }
  const std::array columns{ui::Column{.label = "Ligne"}, ui::Column{.label = "Nom"}, ui::Column{.label = "Remarques"}};
  ui::disclosure(out, "Voir pourquoi", check.refused > 0, [&] {
    ui::table(out, {.caption = "Lignes refusées ou à vérifier", .columns = columns}, [&](ui::Rows& rows) {
      for (const auto& line : check.to_look_at)
        rows.row({.tone = line.standing() == Standing::refused ? "wrong" : ""}, [&](ui::Cells& cells) {
          cells.cell("Ligne " + std::to_string(line.line));
          cells.cell(line.first_name + ' ' + line.last_name);
          cells.cell([&] { remarks(out, line); });
        });
    });
    if (const auto more = check.refused + check.doubtful - std::ssize(check.to_look_at); more > 0)
      out(R"(<p class="soft">Et {} : le compte rendu les dira toutes.</p>)",
          french::count(more, "autre ligne", "autres lignes"));
    out(R"(<p class="soft">Les lignes à vérifier sont importées. Les lignes refusées ne le sont pas : tu pourras les télécharger à la fin pour les corriger.</p>)");
  });
  out("</section>");
}

std::string place(const RegisterLine& line) {
  std::string words = line.address;
  std::ranges::replace(words, '\n', ' ');
  for (const auto& part : {line.postcode, line.city})
    if (!part.empty()) words += (words.empty() ? "" : " ") + part;
  return words;
}

void preview(html::Out& out, const ColumnsView& view) {
  const std::array columns{ui::Column{.label = "Nom"},      ui::Column{.label = "Ligne", .number = true},
                           ui::Column{.label = "Courriel"}, ui::Column{.label = "Téléphone"},
                           ui::Column{.label = "Adresse"},  ui::Column{.label = "État"}};
  out(R"(<section><h3>Voici comment seront lues les premières lignes</h3>)");
  ui::table(out, {.caption = "Premières lignes du fichier", .columns = columns}, [&](ui::Rows& rows) {
    size_t shown = 0;
    for (auto i = first_row(view); i < view.head.rows.size() && shown < lines_previewed; ++i) {
      const auto line = parse_register_line(view.head.lines[i], view.head.rows[i], view.columns.matching, view.today);
      if (!line) continue;
      ++shown;
      rows.row({.tone = line->standing() == Standing::refused ? "wrong" : ""}, [&](ui::Cells& cells) {
        cells.cell(line->first_name + ' ' + line->last_name);
        cells.cell(std::to_string(line->line));
        cells.cell(line->email);
        cells.cell(phone::shown(line->mobile.empty() ? line->phone : line->mobile));
        cells.cell(place(*line));
        cells.cell([&] { state(out, *line); });
      });
    }
  });
  out("</section>");
}

}  // namespace

std::string column_field(Field field) {
  return "column_" + std::string(key(field));
}

void columns_page(html::Out& out, const ColumnsView& view, std::string_view csrf) {
  const auto& section = view.desk.section.id;
  register_desk(out, view.desk, "Importer mon fichier de membres", [&] {
    import_steps(out, 2);
    out(R"(<p><b>{}</b> : {}. Dis-nous quelle colonne correspond à quoi ; nous avons déjà rempli ce que nous avons reconnu.</p>)",
        view.import.file_name, french::count(view.import.lines_total, "ligne", "lignes"));
    if (view.remembered)
      ui::notice(out, ui::Flash::Tone::info,
                 "Tu as déjà importé un fichier de cette forme : les colonnes sont rangées comme la dernière fois.");
    if (!view.error.empty()) ui::notice(out, ui::Flash::Tone::bad, view.error);
    ui::form(out, {.action = import_url(section, view.import.id), .csrf = csrf}, [&] {
      const auto titles = std::max(size_t{1}, view.proposal.skipped_rows);
      ui::hidden(out, "skip", std::to_string(titles));
      ui::checkbox(out, {.name = "titles",
                         .label = titles == 1 ? std::string("La première ligne est une ligne de titres")
                                              : "Les " + std::to_string(titles) + " premières lignes sont des titres",
                         .checked = view.columns.skip > 0});
      selects(out, view);
      if (!fault_of(view.columns.matching, view.proposal.titles.size())) counts(out, view.check);
      preview(out, view);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = "Importer", .icon = "check", .name = "act", .value = "import"});
        ui::submit(out, {.label = "Actualiser l’aperçu",
                         .look = ui::Look::plain,
                         .icon = "refresh-cw",
                         .name = "act",
                         .value = "preview"});
        ui::link_button(out, section_url(section, place_path(Place::import)),
                        {.label = "Choisir un autre fichier", .look = ui::Look::quiet});
      });
    });
  });
}

}  // namespace sections
