#include "core/tables/separator.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace tables {

namespace {

constexpr std::array candidates{';', ',', '\t', '|'};
constexpr size_t rows_looked_at = 100;

using Counts = std::array<size_t, candidates.size()>;

// Excel writes and reads `sep=;` as the first line, whatever stands for the semicolon.
std::optional<Separator> announced(std::string_view start) {
  constexpr std::string_view word = "sep=";
  constexpr auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  if (start.starts_with('"')) start.remove_prefix(1);
  if (start.size() < word.size() + 2 || !std::ranges::equal(start.substr(0, word.size()), word, same)) return {};
  const auto end = start.find_first_of("\r\n");
  const char character = start[word.size()];
  if (end > word.size() + 2 || character == '"' || character & 0x80) return {};
  return Separator{character, end + (start.substr(end).starts_with("\r\n") ? 2 : 1)};
}

// How often each candidate stands outside of quotes, row by row.
std::vector<Counts> count(std::string_view start) {
  std::vector<Counts> rows;
  Counts row{};
  bool quoted = false, blank = true;
  for (const char c : start) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) {
      if (!blank) rows.push_back(row);
      if (rows.size() == rows_looked_at) return rows;
      row = {};
      blank = true;
      continue;
    }
    blank = false;
    if (quoted) continue;
    if (const auto* found = std::ranges::find(candidates, c); found != candidates.end())
      ++row[static_cast<size_t>(found - candidates.begin())];
  }
  if (rows.empty() && !blank) rows.push_back(row);
  return rows;
}

// A separator stands equally often in nearly every row; a comma in addresses does not.
double score(const std::vector<Counts>& rows, size_t candidate) {
  std::map<size_t, size_t> frequency;
  for (const auto& row : rows) ++frequency[row[candidate]];
  double best = 0;
  for (const auto& [times, count] : frequency) {
    const double share = static_cast<double>(count) / static_cast<double>(rows.size());
    best = std::max(best, static_cast<double>(times) * share * share);
  }
  return best;
}

}  // namespace

Separator detect_separator(std::string_view start) {
  if (const auto said = announced(start)) return *said;
  const auto rows = count(start);
  Separator best;
  double best_score = 0;
  for (size_t i = 0; i < candidates.size(); ++i)
    if (const auto s = score(rows, i); s > best_score) {
      best.character = candidates[i];
      best_score = s;
    }
  return best;
}

}  // namespace tables
