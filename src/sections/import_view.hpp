#pragma once
// What the steps of an import share.

#include "sections/ids.hpp"
#include "sections/register_desk.hpp"

namespace sections {

std::string import_path(SpaceId section, ImportId import, std::string_view rest = "");
html::Url import_url(SpaceId section, ImportId import, std::string_view rest = "");
/// Counted from 1: file, columns, report.
void import_steps(html::Out& out, int current);

}  // namespace sections
