#pragma once
#include "reports/report_view.hpp"

namespace reports {

/// What each noted, within the report's form: which are counted, which may tell the same work twice, which came later.
void write_parts(html::Out& out, const ReportPage& page);

}  // namespace reports
