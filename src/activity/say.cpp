#include "activity/say.hpp"

#include <algorithm>

#include "core/text/web_address.hpp"
#include "core/utf8.hpp"

namespace activity {
namespace {

constexpr int longest_text = 2000;  // characters, as the table has them
constexpr int longest_link = 1000;
constexpr size_t most_removed = 200;

const pg::Statement<void(std::vector<std::int64_t>)> remove_entries{"activity.remove",
                                                                    "delete from activity where id = any($1)"};

}  // namespace

const pg::Statement<void(std::optional<MemberId>, std::string, std::string)> say{"activity.say", R"(
  insert into activity (kind, member_id, other_id, body, link)
  select case when $1::bigint is null then 'status' else 'wall' end, viewer_id(), $1, $2, $3 where $1::bigint is null or wall_open($1))"};

Words read_words(const gate::Visit& v) {
  Words words{.text = v.field("text"), .link = v.field("link")};
  if (words.text.empty() && words.link.empty()) words.errors.add("text", "Écris quelque chose, ou donne un lien.");
  if (utf8::length(words.text) > longest_text)
    words.errors.add("text", "C’est un peu long : 2 000 caractères au plus.");
  if (words.link.empty()) return words;
  if (const auto whole = text::web_address(words.link, longest_link))
    words.link = *whole;
  else
    words.errors.add("link", "Vérifie ce lien : il s’écrit comme https://exemple.fr/page.");
  return words;
}

void write_say_form(html::Out& out, const SayForm& form, const Words& words, std::string_view csrf) {
  ui::form(out, {.action = html::Url::local(form.action), .csrf = csrf, .css = "say"}, [&] {
    if (!form.back.empty()) ui::hidden(out, "retour", form.back);
    ui::textarea(out, {.name = "text",
                       .label = form.label,
                       .value = words.text,
                       .error = words.errors["text"],
                       .placeholder = form.label,
                       .rows = 2,
                       .max_length = longest_text,
                       .hide_label = true});
    const bool open = !words.link.empty() || !words.errors["link"].empty();
    out(R"(<details class="more-fields" {}><summary>Ajouter un lien</summary>)", html::Flag("open", open));
    ui::field(out, {.name = "link",
                    .label = "Un lien",
                    .value = words.link,
                    .error = words.errors["link"],
                    .placeholder = "https://…",
                    .inputmode = "url",
                    .max_length = longest_link,
                    .hide_label = true});
    out("</details>");
    ui::submit(out, {.label = form.button});
  });
}

std::string back(const gate::Visit& v, const std::string& otherwise) {
  const auto asked = v.field("retour");
  constexpr std::string_view wall = "/membres/";
  const bool ours =
      asked == "/" || asked == "/fil" ||
      (asked.starts_with(wall) && asked.find_first_not_of("0123456789/mur", wall.size()) == std::string::npos);
  return ours ? asked : otherwise;
}

http::Response remove(gate::Visit& v) {
  auto ids = v.field_ids("activity");
  if (ids.size() > most_removed) ids.resize(most_removed);
  const auto removed = v.run(remove_entries, ids);
  v.ask();
  if (*removed == 0) return v.redirect(back(v, "/fil"), ui::Flash{ui::Flash::Tone::info, "Ce n’est plus là."});
  return v.redirect(back(v, "/fil"), "C’est retiré.");
}

}  // namespace activity
