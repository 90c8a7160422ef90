#pragma once
// One import, at whatever point it has come to: its columns to match, its progress, its report, or what is wrong (S07).

#include "gate/visit.hpp"

namespace sections {

http::Response show_import(gate::Visit& v);
/// The columns, as the person has set them: looked at once more, or imported.
http::Response match_columns(gate::Visit& v);
http::Response download_report(gate::Visit& v);

}  // namespace sections
