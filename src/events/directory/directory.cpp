#include "events/directory/directory.hpp"

#include "core/utf8.hpp"
#include "events/directory/directory_view.hpp"
#include "events/filter.hpp"

namespace events {
namespace {

constexpr size_t longest = 80;        // characters of what is typed
constexpr int usual_kilometres = 25;  // around a commune that was named without them

// What was typed leads to the commune that is meant; where several may be, one chooses.
http::Response find(gate::Visit& v, Asked asked, const std::string& typed) {
  const auto found = v.all(near::communes_named, typed, near::most_communes);
  v.ask();
  if (asked.kilometres == 0) asked.kilometres = usual_kilometres;
  if (const auto one = near::meant(*found)) {
    asked.commune = one->code;
    return v.redirect(url(asked).text());
  }
  return v.page({.title = "Tous les événements", .here = ui::Key::events},
                [&](html::Out& out) { write_choice(out, asked, *found); });
}

}  // namespace

http::Response directory(gate::Visit& v) {
  const auto asked = events::asked(v);
  if (const auto typed = v.query("lieu"); !typed.empty() && utf8::length(typed) <= longest)
    return find(v, asked, typed);
  const auto after = page_start(v);
  const auto time = now();
  const auto condition = events::condition(asked, time);
  auto cards = v.all(directory_cards, condition, after);
  const auto tally = v.one(directory_tally, condition);
  const auto origin = v.maybe(near::origin, asked.commune);
  v.ask();
  DirectoryPage page{.asked = asked,
                     .tally = *tally,
                     .origin = *origin,
                     .cards = cards.take(),
                     .pager = {},
                     .now = time,
                     .csrf = v.csrf()};
  if (after > 0) page.pager.previous = url(asked);
  if (std::ssize(page.cards) > page_size) {
    page.cards.pop_back();
    page.pager.next = url(asked, page.cards.back().id.number());
  }
  return v.page({.title = "Tous les événements", .here = ui::Key::events}, [&](html::Out& out) { write(out, page); });
}

}  // namespace events
