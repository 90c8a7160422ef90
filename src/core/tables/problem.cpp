#include "core/tables/problem.hpp"

namespace tables {

namespace {

std::string at(size_t line) {
  return line ? " (ligne " + std::to_string(line) + ")" : std::string();
}

}  // namespace

std::string message(const Problem& problem) {
  const auto where = at(problem.line);
  switch (problem.fault) {
    case Fault::file_too_big:
      return "Ton fichier pèse plus de 32 Mo. Enregistre la feuille en .csv, sans images, ou partage-la en plusieurs "
             "fichiers.";
    case Fault::too_many_rows:
      return "Ta feuille a plus de 200 000 lignes. Partage-la en plusieurs fichiers.";
    case Fault::too_many_columns:
      return "Ta feuille a " + std::to_string(problem.found) + " colonnes" + where + " ; garde au plus 200.";
    case Fault::cell_too_long:
      return "Une cellule dépasse 10 000 caractères" + where +
             ". Raccourcis-la, ou cherche un guillemet ouvert qui n’est jamais refermé.";
    case Fault::empty:
      return "Ton fichier est vide. Choisis celui où se trouve ta liste ; dans un classeur, elle doit être sur la "
             "première feuille.";
    case Fault::unclosed_quote:
      return "Un guillemet ouvert" + where +
             " n’est jamais refermé : la fin du fichier manque peut-être. "
             "Enregistre-le à nouveau en .csv.";
    case Fault::binary:
      return "Ton fichier contient des caractères illisibles" + where +
             ". Ouvre-le dans ton tableur et enregistre-le à nouveau en .csv ou .xlsx.";
    case Fault::old_excel:
      return "Ce fichier est un ancien classeur Excel (.xls), ou un mot de passe le protège. Dans Excel, enregistre-le "
             "sous .xlsx ou .csv, sans mot de passe.";
    case Fault::open_document:
      return "Ce fichier est un classeur LibreOffice (.ods). Dans LibreOffice, enregistre-le sous .csv ou .xlsx.";
    case Fault::other_format:
      return "Ce fichier n’est pas un tableau. Choisis un fichier .csv ou .xlsx.";
    case Fault::workbook_damaged:
      return "Ce classeur .xlsx est abîmé. Ouvre-le dans ton tableur et enregistre la feuille en .csv.";
    case Fault::workbook_too_heavy:
      return "Ce classeur .xlsx est trop lourd à lire. Dans ton tableur, enregistre la feuille en .csv.";
  }
  return {};
}

}  // namespace tables
