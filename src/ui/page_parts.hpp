#pragma once
// What the document is made of. Only for the files of ui/.

#include "ui/page.hpp"

namespace ui::parts {

void mark(html::Out& out, const Theme& theme);
void top_bar(html::Out& out, const Frame& frame, const Page& page);
void remote(html::Out& out, const Frame& frame, const Page& page);

}  // namespace ui::parts
