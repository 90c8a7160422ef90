#include "own_data/book.hpp"

#include <boost/json.hpp>

#include "core/text/french.hpp"

namespace own_data {
namespace {

constexpr int rows_of_a_leaf = 400;

constexpr std::string_view look =
    R"(:root { color-scheme: light dark; --ground: #fbf7f1; --surface: #fffdf9; --ink: #221d24; --soft: #645a67; --line: #e6dccf; --accent: #b5124f; }
@media (prefers-color-scheme: dark) { :root { --ground: #17141a; --surface: #211d25; --ink: #f3ece4; --soft: #b5abb8; --line: #39323f; --accent: #ff7ea8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 16px 0 8px; }
h2 { font-size: 1.2rem; margin: 32px 0 8px; }
h3 { font-size: 1rem; margin: 24px 0 8px; color: var(--accent); }
a { color: var(--accent); }
.soft { color: var(--soft); }
ul.pages { list-style: none; margin: 24px 0; padding: 0; }
ul.pages a { display: flex; gap: 12px; justify-content: space-between; align-items: baseline; padding: 14px 16px; background: var(--surface); border: 1px solid var(--line);
  border-radius: 14px; margin-bottom: 8px; text-decoration: none; color: var(--ink); }
ul.pages b { color: var(--accent); }
ul.pages .soft { white-space: nowrap; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 12px 16px; margin-bottom: 8px; }
dl { margin: 0; display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr; gap: 4px 16px; }
dt { color: var(--soft); font-size: .92rem; }
dd { margin: 0; }
article p { margin: 0; }
article .words { white-space: pre-wrap; margin-top: 8px; }
img { border-radius: 50%; width: 96px; height: 96px; object-fit: cover; }
nav { display: flex; gap: 16px; flex-wrap: wrap; }
nav a { padding: 10px 0; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 6px; } }
)";

std::string file_of(const Page& page, int leaf) {
  return std::string(page.name) + (leaf > 1 ? '-' + std::to_string(leaf) : std::string()) + ".html";
}

bool in_full(std::string_view key) {
  return key == "Texte" || key == "Description" || key.starts_with("Texte de ");
}

}  // namespace

void Book::head(std::string_view title) {
  out_(
      R"(<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">)"
      R"(<title>{}</title><link rel="stylesheet" href="style.css"></head><body><main>)",
      title);
}

void Book::leave(const std::string& file) {
  out_("</main></body></html>");
  zip_.file(file, now_);
  zip_.write(out_.finish());
  out_ = html::Out();
}

void Book::open(const Page& page) {
  page_ = &page;
  leaf_ = 1;
  rows_on_leaf_ = 0;
  head(page.title);
  out_(R"(<nav><a href="index.html">Toutes mes données</a></nav><h1>{}</h1><p class="soft">{}</p>)", page.title,
       page.words);
}

void Book::part(const Part& part) {
  part_ = &part;
  group_.clear();
  out_("<h2>{}</h2>", part.title);
}

void Book::next_leaf() {
  out_(R"(<nav><a href="{}">La suite</a></nav>)", html::Url::beside(file_of(*page_, leaf_ + 1)));
  leave(file_of(*page_, leaf_));
  ++leaf_;
  rows_on_leaf_ = 0;
  group_.clear();
  head(page_->title);
  out_(R"(<nav><a href="index.html">Toutes mes données</a><a href="{}">Ce qui précède</a></nav><h1>{}</h1><h2>{}</h2>)",
       html::Url::beside(file_of(*page_, leaf_ - 1)), page_->title, part_->title);
}

void Book::row(const std::string& json) {
  if (rows_on_leaf_ >= rows_of_a_leaf) next_leaf();
  ++rows_on_leaf_;
  const auto parsed = boost::json::parse(json);
  const auto& row = parsed.as_object();
  std::vector<std::pair<std::string, std::string>> lines, words;
  std::string photo;
  for (const auto& [name, value] : row) {
    const std::string key(name);
    const auto text = shown(key, value);
    if (text.empty()) continue;
    if (key == "Photo")
      photo = text;
    else
      (in_full(key) ? words : lines).emplace_back(key, text);
  }
  if (part_->grouped && lines.size() >= 2) {
    if (lines.front().second + lines[1].second != group_) out_("<h3>{}</h3>", lines.front().second);
    group_ = lines.front().second + lines[1].second;  // two may have one name
    lines.erase(lines.begin(), lines.begin() + 2);
  }
  out_("<article>");
  if (part_->grouped && lines.size() == 2) {  // when, who
    out_(R"(<p class="soft"><b>{}</b>, {}</p>)", lines[1].second, lines[0].second);
    lines.clear();
  }
  if (!photo.empty()) out_(R"(<p><img src="{}" alt="Ma photo"></p>)", html::Url::beside(photo));
  if (!lines.empty()) out_("<dl>");
  for (const auto& [key, text] : lines) out_("<dt>{}</dt><dd>{}</dd>", key, text);
  if (!lines.empty()) out_("</dl>");
  for (const auto& [key, text] : words) out_(R"(<p class="words">{}</p>)", text);
  out_("</article>");
}

void Book::close() {
  leave(file_of(*page_, leaf_));
}

void Book::cover(const std::string& name, const std::vector<std::int64_t>& rows) {
  zip_.file("style.css", now_);
  zip_.write(look);
  head("Mes données");
  out_(
      R"(<h1>Les données de {}</h1>)"
      R"(<p>Voici tout ce que la coopol gardait de toi le {}. Ces pages s’ouvrent sans réseau. Range-les à l’abri : elles disent tes opinions, et les mots de personnes qui t’ont écrit.</p><ul class="pages">)",
      name, french::long_day(paris::day(now_)));
  for (const auto& page : pages()) {
    std::int64_t count = 0;
    for (size_t i = 0; i < rows.size(); ++i)
      if (parts()[i].page == page.name) count += rows[i];
    out_(R"(<li><a href="{}"><b>{}</b><span class="soft">{}</span></a></li>)", html::Url::beside(file_of(page, 1)),
         page.title, french::count(count, "ligne", "lignes"));
  }
  out_(
      R"(</ul><p class="soft">Le dossier « donnees » contient la même chose pour les programmes, en JSON : un fichier par sujet. Ce que d’autres ont écrit de toi ailleurs, et que tu ne peux pas lire ici, reste à eux. )"
      R"(Ni mot de passe, ni code, ni clé n’est dans cette archive.</p>)");
  leave("index.html");
}

}  // namespace own_data
