#pragma once
// «3 nouveautés»: what came since the page was made is announced and counted, never put in under the reader's eyes. The
// live stream says what there is now, and the page counts what it does not know: so a stream sent twice, or too early,
// announces nothing (web/controllers/news_controller.ts).

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/html.hpp"

namespace ui {

/// Stands above what is listed; `page` shows it anew. `known`: numbers of what is listed, which rise with time.
void news(html::Out& out, std::string_view page, const std::vector<std::int64_t>& known);

/// The Turbo Stream with the numbers of what there is now.
void news_stream(html::Out& out, const std::vector<std::int64_t>& latest);

}  // namespace ui
