#pragma once
// Writes .csv for people's spreadsheets: UTF-8 with a byte-order mark, semicolons, CRLF, which French Excel and
// LibreOffice open by a double click. A cell that a spreadsheet could take for a formula gets an apostrophe in front
// (OWASP, "CSV Injection").

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

/// Appends one row. A telephone number such as +33612345678 or a plain number stays as it is: neither can call
/// anything.
void append_csv_row(std::string& to, std::span<const std::string> cells);

/// A whole file.
std::string write_csv(std::span<const std::vector<std::string>> rows);

}  // namespace tables
