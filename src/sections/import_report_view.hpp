#pragma once
// Third step of an import: how far it has come, then what it made of each line.

#include <string>
#include <vector>

#include "sections/import.hpp"
#include "sections/register_desk.hpp"

namespace sections {

struct ReportCounts {
  std::int64_t lines, added, changed, same, incomplete, members, refused, merged, findings;
  bool to_correct;       ///< the refused lines can be downloaded
  std::string undo_bar;  ///< why it cannot be undone: as register_undo_bar() says; empty when it can
};
struct ReportLine {
  std::int64_t nth;  ///< place in the report, for paging
  std::int32_t line;
  std::string field, severity, message;
};

/// While it is being read; or with `problem`, when it could not be.
struct WaitingView {
  RegisterDesk desk;
  ImportRow import;
};
void waiting_page(html::Out& out, const WaitingView& view);
void failed_page(html::Out& out, const WaitingView& view);

struct ReportView {
  RegisterDesk desk;
  ImportRow import;
  ReportCounts counts;
  std::string severity;  ///< shown alone: error, warning, note; empty: all
  std::vector<ReportLine> lines;
  ui::Pager pager;
};
void report_page(html::Out& out, const ReportView& view, std::string_view csrf);

/// «refusée», «à vérifier», «corrigée».
std::string_view severity_words(std::string_view severity);

}  // namespace sections
