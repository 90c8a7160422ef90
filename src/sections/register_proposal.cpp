#include <algorithm>

#include "core/text/fold.hpp"
#include "sections/register_columns.hpp"
#include "sections/register_content.hpp"
#include "sections/register_titles.hpp"

namespace sections {

namespace {

using Rows = std::span<const std::vector<std::string>>;

constexpr double contradicted = 0.3;  // under this the cells speak against the title
constexpr double name_like = 0.8;
constexpr size_t deepest_titles = 10;  // rows

// How much of a column must look like a field to propose it without a title. What is missing looks like something else
// too.
constexpr std::array<std::pair<Field, double>, 11> tellable{{{Field::email, 0.6},
                                                             {Field::mobile, 0.6},
                                                             {Field::phone, 0.6},
                                                             {Field::born_on, 0.6},
                                                             {Field::joined_on, 0.6},
                                                             {Field::postcode, 0.6},
                                                             {Field::address, 0.5},
                                                             {Field::first_name, 0.5},
                                                             {Field::sex, 0.9},
                                                             {Field::country, 0.9},
                                                             {Field::number, 0.9}}};
// Under a title that we do not know only these are proposed: a date there may be any date.
constexpr std::array unmistakable{Field::email, Field::mobile, Field::phone, Field::postcode};

struct Candidate {
  Field field;
  size_t column;
  Confidence confidence;
  double likeness;
};

std::string_view cell(const std::vector<std::string>& row, size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

bool is_known(const std::string& title) {
  return std::ranges::any_of(all_fields(), [&](Field field) { return fit(title, field) != TitleFit::unknown; });
}

bool is_filled(const std::string& typed) {
  return !text::fold(typed).empty();
}

// Words above cells that are none.
bool stands_above_data(Rows rows, size_t columns) {
  const auto body = rows.subspan(1);
  for (size_t column = 0; column < columns; ++column) {
    if (text::fold(cell(rows[0], column)).empty()) continue;
    const auto data = std::ranges::count_if(body, [&](const auto& row) { return is_data(cell(row, column)); });
    if (data * 2 > std::ssize(body)) return true;
  }
  return false;
}

// How many rows the titles and what stands above them take: «Liste des adhérents au 1er mars», a blank, the titles.
size_t rows_before_people(Rows rows, size_t columns) {
  for (size_t i = 0; i < std::min(rows.size(), deepest_titles); ++i) {
    if (std::ranges::any_of(rows[i], is_data)) continue;
    const auto known = std::ranges::count_if(rows[i], is_known);
    if (i == 0 && (known > 1 || (known == 1 && columns == 1) || stands_above_data(rows, columns))) return 1;
    const bool only_headings = std::ranges::all_of(
        rows.first(i), [&](const auto& row) { return std::ranges::count_if(row, is_filled) < known; });
    if (known > 2 && only_headings) return i + 1;
  }
  return 0;
}

bool speaks_against(const Likeness& cells, Field field) {
  if (cells.filled == 0) return false;
  switch (field) {
    case Field::email:
    case Field::postcode:
    case Field::sex:
      return cells[field] < contradicted;
    case Field::phone:
    case Field::mobile:
      return std::max(cells[Field::phone], cells[Field::mobile]) < contradicted;
    case Field::first_name:
    case Field::last_name:
    case Field::city:
      return cells[Field::last_name] < contradicted;
    default:
      return false;
  }
}

void add_by_title(std::vector<Candidate>& candidates, std::string_view title, size_t column, const Likeness& cells) {
  for (const Field field : all_fields()) {
    const auto how = fit(title, field);
    if (how != TitleFit::exact && how != TitleFit::close) continue;
    const bool sure = how == TitleFit::exact && !speaks_against(cells, field);
    candidates.push_back({field, column, sure ? Confidence::certain : Confidence::likely, cells[field]});
  }
}

void add_by_content(std::vector<Candidate>& candidates, std::string_view title, size_t column, const Likeness& cells) {
  if (std::ranges::any_of(all_fields(), [&](Field field) { return fit(title, field) == TitleFit::other; })) return;
  const bool titled = !text::fold(title).empty();
  for (const auto& [field, least] : tellable) {
    if (titled && std::ranges::find(unmistakable, field) == unmistakable.end()) continue;
    if (cells[field] >= least) candidates.push_back({field, column, Confidence::guessed, cells[field]});
  }
}

class Assignment {
 public:
  Assignment(Proposal& proposal, size_t columns) : proposal_(proposal), taken_(columns) {}

  bool give(Field field, size_t column, Confidence confidence) {
    if (taken_[column] || proposal_.matching[field]) return false;
    taken_[column] = true;
    proposal_.matching.set(field, column);
    proposal_.confidence[static_cast<size_t>(field)] = confidence;
    return true;
  }

 private:
  Proposal& proposal_;
  std::vector<bool> taken_;
};

// A last name stands beside the first name, a city beside the postcode.
void give_neighbour(Assignment& assignment, const Proposal& proposal, const std::vector<Likeness>& cells, Field field,
                    Field beside) {
  const auto anchor = proposal.matching[beside];
  if (!anchor) return;
  for (const auto column : {*anchor + 1, *anchor - 1}) {  // one below 0 is above all columns
    if (column >= cells.size() || cells[column][field] < name_like || cells[column].filled == 0) continue;
    if (proposal.has_titles() && !proposal.titles[column].empty()) continue;
    if (assignment.give(field, column, Confidence::guessed)) return;
  }
}

}  // namespace

Proposal propose_matching(Rows rows) {
  size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, row.size());
  Proposal proposal{.skipped_rows = rows_before_people(rows, columns)};
  const auto body = rows.subspan(proposal.skipped_rows);

  std::vector<Likeness> cells;
  std::vector<Candidate> candidates;
  for (size_t column = 0; column < columns; ++column) {
    cells.push_back(likeness(body, column));
    proposal.titles.push_back(proposal.has_titles() ? text::tidy(cell(rows[proposal.skipped_rows - 1], column))
                                                    : std::string());
    add_by_title(candidates, proposal.titles[column], column, cells[column]);
    add_by_content(candidates, proposal.titles[column], column, cells[column]);
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.confidence != b.confidence ? a.confidence > b.confidence : a.likeness > b.likeness;
  });
  Assignment assignment(proposal, columns);
  for (const auto& candidate : candidates) assignment.give(candidate.field, candidate.column, candidate.confidence);
  give_neighbour(assignment, proposal, cells, Field::last_name, Field::first_name);
  give_neighbour(assignment, proposal, cells, Field::city, Field::postcode);

  for (size_t column = 0; column < columns; ++column)
    if (proposal.titles[column].empty()) proposal.titles[column] = "Colonne " + std::to_string(column + 1);
  return proposal;
}

}  // namespace sections
