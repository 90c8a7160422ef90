#include "foot/editing.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/fold.hpp"
#include "core/text/french.hpp"
#include "ui/feedback.hpp"

namespace foot {

using html::Url;

namespace {

constexpr int longest_body = 60'000, longest_note = 500;  // characters
constexpr std::array houses{House{"charte", "Charte de la coopol", "/charte"},
                            House{"mentions-legales", "Mentions légales", "/mentions-legales"}};

const pg::Statement<std::optional<std::int64_t>(std::string, std::int64_t, std::string, std::string, bool)> publish{
    "foot.publish_text", "select publish_text($1, $2, $3, $4, $5)"};

std::string path(const House& text) {
  return "/coopilote/textes/" + std::string(text.code);
}

// Browsers send CR LF, and fields are trimmed.
std::string plain(std::string words) {
  std::erase(words, '\r');
  const auto first = words.find_first_not_of(" \n\t");
  return first == std::string::npos ? "" : words.substr(first, words.find_last_not_of(" \n\t") - first + 1);
}

Draft read(const gate::Visit& v, const House& text) {
  Draft draft{.body = plain(v.field("body")),
              .note = v.field("note"),
              .asks_again = text.code == houses[0].code && !v.field("asks_again").empty(),
              .preview = !v.field("preview").empty()};
  const auto former = v.field("former");
  std::from_chars(former.data(), former.data() + former.size(), draft.former);
  if (draft.body.empty()) draft.errors.add("body", "Le texte ne peut pas être vide.");
  if (text::length(draft.body) > longest_body) draft.errors.add("body", "Soixante mille signes au plus.");
  if (text::length(draft.note) > longest_note) draft.errors.add("note", "Cinq cents signes au plus.");
  if (draft.asks_again && draft.note.empty())
    draft.errors.add("note", "Dis en une phrase ce qui change : chaque membre le lira.");
  return draft;
}

http::Response edit(gate::Visit& v, const House& text, const Edition& current, const Draft& draft, int status) {
  return v.page(
      {.title = text.title},
      [&](html::Out& out) { edit_page(out, text, current, draft, v.services.settings, v.csrf()); }, status);
}

}  // namespace

const pg::Statement<Edition(std::string)> editions{"foot.text_versions", "select * from text_versions($1)"};

const House& house_text(const gate::Visit& v) {
  const auto found = std::ranges::find(houses, v.text("text"), &House::code);
  if (found == houses.end()) throw http::Error(404);
  return *found;
}

http::Response show_texts(gate::Visit& v) {
  std::array<pg::Reply<std::vector<Edition>>, houses.size()> all{v.all(editions, std::string(houses[0].code)),
                                                                 v.all(editions, std::string(houses[1].code))};
  v.ask();
  return v.page({.title = "Textes de la maison"}, [&](html::Out& out) {
    out(R"(<div class="stack"><h1>Textes de la maison</h1>)"
        R"(<p class="lead">Ce que chacun accepte en entrant, et ce que la loi demande de dire. Chaque version est gardée.</p>)");
    for (size_t i = 0; i < houses.size(); ++i)
      ui::panel(out, houses[i].title, [&] {
        const auto& now = all[i]->front();
        out(R"(<p class="soft">Version du {}{}{}</p>)",
            french::day_and_year(paris::day(std::chrono::floor<std::chrono::seconds>(now.published_at))),
            now.author ? ", par " : "", now.author.value_or(""));
        ui::buttons(out, [&] {
          ui::link_button(out, Url::local(path(houses[i])), {.label = "Modifier", .icon = "pencil"});
          ui::link_button(out, Url::local(path(houses[i]) + "/versions"),
                          {.label = "Versions", .look = ui::Look::plain, .icon = "list"});
        });
      });
    out("</div>");
  });
}

http::Response edit_text(gate::Visit& v) {
  const auto& text = house_text(v);
  const auto all = v.all(editions, std::string(text.code));
  v.ask();
  const auto& now = all->front();
  return edit(v, text, now, {.former = now.id, .body = plain(now.body)}, 200);
}

http::Response publish_text(gate::Visit& v) {
  const auto& text = house_text(v);
  auto draft = read(v, text);
  const auto all = v.all(editions, std::string(text.code));
  v.ask();
  const auto& now = all->front();
  if (draft.former != now.id) {
    draft.errors.add("body", "Une autre version vient d’être publiée. Relis ce qui change ci-dessous, puis publie.");
    draft.former = now.id;
  } else if (draft.errors.empty() && draft.body == plain(now.body)) {
    draft.errors.add("body", "Rien n’a changé : le texte est celui qui est en ligne.");
  }
  if (!draft.errors.empty() || draft.preview) {
    draft.preview = true;
    return edit(v, text, now, draft, 422);
  }
  const auto made = v.one(publish, std::string(text.code), draft.former, draft.body, draft.note, draft.asks_again);
  v.ask();
  if (!*made)
    return v.redirect(path(text), ui::Flash{ui::Flash::Tone::warning, "Une autre version vient d’être publiée."});
  return v.redirect(path(text) + "/versions",
                    draft.asks_again ? "C’est publié. Chaque membre la lira à sa prochaine page." : "C’est publié.");
}

http::Response show_editions(gate::Visit& v) {
  const auto& text = house_text(v);
  const auto all = v.all(editions, std::string(text.code));
  v.ask();
  return v.page({.title = "Versions"}, [&](html::Out& out) { editions_page(out, text, *all); });
}

}  // namespace foot
