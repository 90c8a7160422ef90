#pragma once
// What came to the feed since the page was made (ui/news.hpp).

#include "activity/entry.hpp"
#include "core/html.hpp"

namespace activity {

/// Stands above the list; `page` shows it anew. Filled by the live stream of news_stream().
void write_news(html::Out& out, std::string_view page, const Window& window);

/// The Turbo Stream that says which entries there are now, for the page to count those that it does not know.
void news_stream(html::Out& out, const Window& window, MemberId viewer);

}  // namespace activity
