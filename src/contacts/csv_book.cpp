#include "contacts/csv_book.hpp"

#include <algorithm>
#include <span>

#include "contacts/columns.hpp"
#include "core/tables/read.hpp"
#include "core/text/fold.hpp"

namespace contacts {
namespace {

using Cells = std::span<const std::string>;

bool holds_address(const std::string& cell) {
  return cell.find('@') != cell.npos;
}

class Reader {
 public:
  bool take(Cells cells) {
    if (!begun_) {
      begun_ = true;
      if (std::ranges::none_of(cells, holds_address)) {
        for (const auto& cell : cells) parts_.push_back(part_of(cell));
        addressed_ = std::ranges::find(parts_, Part::address) != parts_.end();
        return true;
      }
    }
    return add(cells);
  }
  Collector collector;

 private:
  // Where no title says which cells are addresses, whatever has an @ may be one.
  bool add(Cells cells) {
    std::string whole, first, last, organisation;
    std::vector<std::string> addresses;
    for (size_t i = 0; i < cells.size(); ++i) {
      const auto part = i < parts_.size() ? parts_[i] : Part::none;
      if (part == Part::whole && whole.empty()) whole = cells[i];
      if (part == Part::first && first.empty()) first = cells[i];
      if (part == Part::last && last.empty()) last = cells[i];
      if (part == Part::organisation && organisation.empty()) organisation = cells[i];
      if ((part == Part::address || !addressed_) && holds_address(cells[i])) addresses.push_back(cells[i]);
    }
    const auto parts = first + (first.empty() || last.empty() ? "" : " ") + last;
    return collector.add(!whole.empty() ? whole : !parts.empty() ? parts : organisation, addresses);
  }

  std::vector<Part> parts_;
  bool begun_ = false, addressed_ = false;
};

std::string words(const tables::Problem& problem) {
  switch (problem.fault) {
    case tables::Fault::binary:
    case tables::Fault::old_excel:
    case tables::Fault::open_document:
    case tables::Fault::other_format:
      return "Ce fichier n’est pas un carnet d’adresses. Exporte tes contacts en .vcf ou en .csv.";
    default:
      return tables::message(problem);
  }
}

}  // namespace

Book read_csv(std::string_view bytes) {
  // A workbook is read by a program of its own, which no page waits for.
  if (bytes.starts_with("PK"))
    return {.problem = "Ce fichier est un classeur ou une archive. Enregistre tes contacts en .csv ou en .vcf."};
  Reader reader;
  const auto summary = tables::read(bytes, [&](const tables::Row& row) { return reader.take(row.cells); });
  if (summary.problem) return {.problem = words(*summary.problem)};
  return reader.collector.finish();
}

}  // namespace contacts
