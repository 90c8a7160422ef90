#include "activity/news.hpp"

#include "ui/icon.hpp"

namespace activity {
namespace {

template <class Keep>
std::string numbers(const Window& window, Keep keep) {
  std::string text;
  for (const auto& entry : window.entries)
    if (keep(entry)) text += (text.empty() ? "" : " ") + std::to_string(entry.id.number());
  return text;
}

}  // namespace

void write_news(html::Out& out, std::string_view page, const Window& window) {
  out(R"(<div class="news" data-controller="news" data-news-known-value="{}"><p aria-live="polite"><a class="btn" href="{}" hidden data-news-target="link">{}<span data-news-target="words"></span></a></p>)",
      numbers(window, [](const Entry&) { return true; }), html::Url::local(page), ui::icon("refresh-cw"));
  out(R"(<div id="news-latest" hidden></div></div>)");
}

void news_stream(html::Out& out, const Window& window, MemberId viewer) {
  const auto ids = numbers(window, [&](const Entry& entry) { return entry.member.id != viewer; });
  out(R"(<turbo-stream action="update" target="news-latest"><template><data data-news-target="latest" value="{}"></data></template></turbo-stream>)",
      ids);
}

}  // namespace activity
