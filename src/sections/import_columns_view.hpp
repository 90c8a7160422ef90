#pragma once
// Second step of an import: which column of the file is what, and how its first lines are understood.

#include <chrono>
#include <string>

#include "sections/import_check.hpp"
#include "sections/register_desk.hpp"

namespace sections {

struct ColumnsView {
  RegisterDesk desk;
  ImportRow import;
  Head head;
  Proposal proposal;
  Columns columns;          ///< the proposal, what was chosen last time, or what the person chose
  bool remembered = false;  ///< last time's
  Check check = {};
  std::string error = {};
  std::chrono::year_month_day today;
};
void columns_page(html::Out& out, const ColumnsView& view, std::string_view csrf);

/// Name of a field's select in the form: "column_email".
std::string column_field(Field field);

}  // namespace sections
