#include "search/completion.hpp"

#include "core/text/french.hpp"
#include "core/text/when.hpp"
#include "search/found.hpp"
#include "ui/icon.hpp"

namespace search {
namespace {

const Wanted wanted{.people = 5, .events = 2, .space_kinds = {"section", "group", "federation"}, .spaces = 2};

// An option is no link (it is chosen through the box, which keeps the focus); the script goes where it says.
void option(html::Out& out, int& number, ui::Icon icon, const html::Url& href, std::string_view name,
            std::string_view note) {
  out(R"(<li role="option" id="found-{}" aria-selected="false" data-completion-target="option" data-href="{}" data-action="click->completion#choose">)",
      number++, href);
  out(R"({}<span>{} <span class="soft">{}</span></span></li>)", ui::icon(icon), name, note);
}

}  // namespace

http::Response completion(gate::Visit& v) {
  const auto words = v.query("q");
  v.no_frame();
  if (words.empty() || words.size() > longest) {
    v.ask();
    return http::Response::html("");
  }
  const auto found = find(v, words, wanted);
  html::Out out(2048);
  int number = 0;
  for (const auto& card : found.people)
    option(out, number, "user-round", members::profile_url(card.id), card.name(),
           card.section.value_or(card.city.value_or("")));
  for (const auto& space : found.spaces)
    option(out, number, space.kind == "group" ? ui::Icon("messages-square") : ui::Icon("users-round"), url(space),
           space.name, space.kind == "section" ? space.above : "");
  for (const auto& event : found.events)
    option(out, number, "calendar-days", url(event), event.title, french::moment(french::when(event)));
  return http::Response::html(out.finish());
}

}  // namespace search
