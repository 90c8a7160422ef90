#include "ui/news.hpp"

#include <string>

#include "ui/icon.hpp"

namespace ui {
namespace {

std::string spaced(const std::vector<std::int64_t>& numbers) {
  std::string text;
  for (const auto number : numbers) text += (text.empty() ? "" : " ") + std::to_string(number);
  return text;
}

}  // namespace

void news(html::Out& out, std::string_view page, const std::vector<std::int64_t>& known) {
  out(R"(<div class="news" data-controller="news" data-news-known-value="{}"><p aria-live="polite"><a class="btn" href="{}" hidden data-news-target="link">{}<span data-news-target="words"></span></a></p>)",
      spaced(known), html::Url::local(page), icon("refresh-cw"));
  out(R"(<div id="news-latest" hidden></div></div>)");
}

void news_stream(html::Out& out, const std::vector<std::int64_t>& latest) {
  out(R"(<turbo-stream action="update" target="news-latest"><template><data data-news-target="latest" value="{}"></data></template></turbo-stream>)",
      spaced(latest));
}

}  // namespace ui
