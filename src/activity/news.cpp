#include "activity/news.hpp"

#include "ui/news.hpp"

namespace activity {
namespace {

template <class Keep>
std::vector<std::int64_t> numbers(const Window& window, Keep keep) {
  std::vector<std::int64_t> kept;
  for (const auto& entry : window.entries)
    if (keep(entry)) kept.push_back(entry.id.number());
  return kept;
}

}  // namespace

void write_news(html::Out& out, std::string_view page, const Window& window) {
  ui::news(out, page, numbers(window, [](const Entry&) { return true; }));
}

void news_stream(html::Out& out, const Window& window, MemberId viewer) {
  ui::news_stream(out, numbers(window, [&](const Entry& entry) { return entry.member.id != viewer; }));
}

}  // namespace activity
