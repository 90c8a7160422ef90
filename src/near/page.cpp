#include "near/page.hpp"

#include "core/utf8.hpp"
#include "near/page_view.hpp"
#include "ui/icon.hpp"

namespace near {
namespace {

constexpr std::int32_t most_of_each = 20, most_of_one = 100;  // shown of both kinds, and of one that was chosen
constexpr std::int32_t most_beyond = 10;                      // of what is farther than asked for
constexpr std::int64_t most_proposals = 7;
constexpr size_t longest = 80;  // characters of what is typed

constexpr double metres_in_km = 1000;

// What was typed leads to the commune that is meant; where several may be, one chooses.
http::Response find(gate::Visit& v, Asked asked, const std::string& typed) {
  const auto found = v.all(communes_named, typed, most_communes);
  v.ask();
  if (const auto one = meant(*found)) {
    asked.commune = one->code;
    return v.redirect(url(asked).text());
  }
  return v.page({.title = "Près de chez moi"}, [&](html::Out& out) { write_choice(out, asked, typed, *found); });
}

}  // namespace

http::Response page(gate::Visit& v) {
  const auto asked = near::asked(v);
  const auto typed = v.query("lieu");
  if (!typed.empty() && utf8::length(typed) <= longest) return find(v, asked, typed);
  const auto most = asked.what == What::all ? most_of_each : most_of_one;
  const double within = asked.kilometres * metres_in_km;
  const auto from = v.maybe(origin, asked.commune);
  std::optional<pg::Reply<std::vector<Event>>> events;
  std::optional<pg::Reply<std::vector<Section>>> sections;
  if (asked.what != What::sections) events = v.all(events_near, asked.commune, within, most + 1, most_beyond);
  if (asked.what != What::events) sections = v.all(sections_near, asked.commune, within, most + 1, most_beyond);
  v.ask();
  View view{.asked = asked, .origin = *from, .most = static_cast<size_t>(most)};
  if (events) view.events = events->take();
  if (sections) view.sections = sections->take();
  return v.page({.title = "Près de chez moi"}, [&](html::Out& out) { write(out, view); });
}

http::Response proposals(gate::Visit& v) {
  auto asked = near::asked(v);
  const auto typed = v.query("q");
  v.no_frame();
  if (typed.empty() || utf8::length(typed) > longest) {
    v.ask();
    return http::Response::html("");
  }
  const auto found = v.all(communes_named, typed, most_proposals);
  v.ask();
  html::Out out;
  int number = 0;
  for (const auto& commune : *found) {
    asked.commune = commune.code;
    out(R"(<li role="option" id="commune-{}" aria-selected="false" data-completion-target="option" data-href="{}" data-action="click->completion#choose">{}<span>{}</span></li>)",
        number++, url(asked), ui::icon("map-pin"), words(commune));
  }
  return http::Response::html(out.finish());
}

}  // namespace near
