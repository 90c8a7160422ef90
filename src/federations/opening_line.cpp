#include "federations/opening_line.hpp"

#include <array>
#include <span>
#include <unordered_map>

#include "core/tables/read.hpp"
#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "sections/register_name.hpp"
#include "sections/register_place.hpp"
#include "sections/register_titles.hpp"

namespace federations {
namespace {

constexpr size_t longest_name = 120, longest_person = 80, longest_city = 120;  // characters
constexpr std::string_view no_titles =
    "La première ligne doit dire ce que contient chaque colonne : Section, Code postal, Ville, Prénom, Nom, Courriel. "
    "Seule « Section » est obligatoire.";

enum Part : size_t { name, postcode, city, first_name, last_name, email_address, part_count };
using Columns = std::array<std::optional<size_t>, part_count>;
using Cells = std::array<std::string, part_count>;

bool holds(std::string_view words, std::string_view word) {
  return (" " + std::string(words) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// «Nom du ou de la secrétaire» is «Nom», of somebody.
std::string of_the_secretary(const std::string& folded) {
  std::string left;
  size_t from = 0;
  while (from < folded.size()) {
    const auto end = std::min(folded.find(' ', from), folded.size());
    const auto word = folded.substr(from, end - from);
    if (word != "secretaire" && word != "du" && word != "de" && word != "la" && word != "le" && word != "ou")
      left += (left.empty() ? "" : " ") + word;
    from = end + 1;
  }
  return left;
}

void place(Columns& columns, size_t column, const std::string& title) {
  const auto folded = text::fold(title);
  const bool person = holds(folded, "secretaire");
  const auto put = [&](Part part) {
    if (!columns[part]) columns[part] = column;
  };
  if (holds(folded, "section") && !person) {
    if (folded == "section" || holds(folded, "nom") || holds(folded, "libelle") || holds(folded, "intitule")) put(name);
    return;
  }
  const auto words = person ? of_the_secretary(folded) : folded;
  using sections::Field;
  for (const auto& [part, field] : {std::pair{first_name, Field::first_name},
                                    {last_name, Field::last_name},
                                    {email_address, Field::email},
                                    {postcode, Field::postcode},
                                    {city, Field::city}})
    if (sections::fit(words, field) >= sections::TitleFit::close &&
        sections::fit(words, field) != sections::TitleFit::other)
      return put(part);
  if (holds(words, "codes") && holds(words, "postaux")) put(postcode);
}

Columns read_titles(std::span<const std::string> cells) {
  Columns columns;
  for (size_t i = 0; i < cells.size(); ++i) place(columns, i, cells[i]);
  return columns;
}

// Of «25000, 25030» the first: where the section is.
std::string first_postcode(std::string_view typed) {
  const auto end = typed.find_first_of(",;/");
  return text::tidy(typed.substr(0, end));
}

OpeningLine check(size_t number, Cells cells) {
  OpeningLine line{.number = number};
  const auto fault = [&](std::string words) {
    if (line.fault.empty()) line.fault = std::move(words);
  };
  for (auto& cell : cells) cell = text::tidy(cell);
  line.name = cells[name];
  line.city = cells[city];
  line.first_name = sections::readable_name(cells[first_name]);
  line.last_name = sections::readable_name(cells[last_name]);
  if (line.name.empty()) fault("Le nom de la section manque.");
  if (text::length(line.name) > longest_name) fault("Le nom de la section dépasse 120 caractères.");
  if (text::length(line.city) > longest_city) fault("Le nom de la ville est trop long.");
  const auto code = sections::read_postcode(first_postcode(cells[postcode]), "");
  line.postcode = code.postcode;
  if (!code.valid) fault("« " + cells[postcode] + " » n’est pas un code postal.");
  if (cells[email_address].empty()) return line;
  const auto address = email::read(cells[email_address]);
  if (address.fault != email::Fault::none)
    fault("« " + cells[email_address] + " » n’est pas une adresse complète.");
  else
    line.email = address.address;
  if (line.first_name.empty() || line.last_name.empty())
    fault("Pour inviter son secrétaire, il faut aussi un prénom et un nom.");
  else if (text::length(line.first_name) > longest_person || text::length(line.last_name) > longest_person)
    fault("Le prénom ou le nom dépasse 80 caractères.");
  return line;
}

// The same section twice, or one person for two of them: nobody can tell which was meant.
void find_twins(OpeningFile& file) {
  std::unordered_map<std::string, size_t> names, addresses;
  for (auto& line : file.lines) {
    if (!line.fault.empty()) continue;
    const auto [same, fresh] = names.emplace(text::fold(line.name), line.number);
    if (!fresh) {
      line.fault = "La section est déjà à la ligne " + std::to_string(same->second) + ".";
      continue;
    }
    if (!line.invites()) continue;
    const auto [twin, alone] = addresses.emplace(line.email, line.number);
    if (!alone) line.fault = "Cette adresse est déjà à la ligne " + std::to_string(twin->second) + ".";
  }
}

}  // namespace

OpeningFile read_opening_file(std::string_view bytes) {
  OpeningFile file;
  std::optional<Columns> columns;
  const auto summary = tables::read(bytes, [&](const tables::Row& row) {
    if (!columns) {
      columns = read_titles(row.cells);
      return (*columns)[name].has_value();
    }
    if (file.lines.size() == most_lines) {
      file.problem = "Ton fichier a plus de 1 000 lignes : envoie-le en plusieurs fois.";
      return false;
    }
    Cells cells;
    for (size_t part = 0; part < part_count; ++part)
      if (const auto column = (*columns)[part]; column && *column < row.cells.size()) cells[part] = row.cells[*column];
    file.lines.push_back(check(row.line, std::move(cells)));
    return true;
  });
  if (summary.problem)
    file.problem = tables::message(*summary.problem);
  else if (columns && !(*columns)[name])
    file.problem = no_titles;
  else if (file.lines.empty() && file.problem.empty())
    file.problem = "Ton fichier n’a que des titres : il y manque les sections.";
  find_twins(file);
  return file;
}

std::string packed(const OpeningLine& line) {
  std::string text;
  for (const auto* part : {&line.name, &line.postcode, &line.city, &line.first_name, &line.last_name, &line.email})
    text += (text.empty() ? "" : "\t") + *part;
  return text;
}

OpeningFile unpacked(const std::vector<std::string_view>& lines) {
  OpeningFile file;
  for (const auto text : lines) {
    Cells cells;
    size_t from = 0;
    for (size_t part = 0; part < part_count && from <= text.size(); ++part) {
      const auto end = std::min(text.find('\t', from), text.size());
      cells[part] = text.substr(from, end - from);
      from = end + 1;
    }
    if (file.lines.size() < most_lines) file.lines.push_back(check(file.lines.size() + 1, std::move(cells)));
  }
  find_twins(file);
  return file;
}

}  // namespace federations
