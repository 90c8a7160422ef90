#include "manual/page.hpp"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <fstream>
#include <iterator>

#include "core/markdown.hpp"
#include "foot/page.hpp"
#include "manual/chapters.hpp"
#include "ui/assets.hpp"
#include "ui/navigation.hpp"

namespace manual {
namespace {

// Its file comes with the program and has a digest in its name, so it is read once.
const Book& book(const Settings& settings) {
  static const auto all = [&] {
    std::ifstream file(settings.static_folder / ui::asset("mode-d-emploi.md"));
    return read(std::string(std::istreambuf_iterator<char>(file), {}));
  }();
  return all;
}

html::Url address(const Chapter& chapter) {
  return html::Url::local("/mode-d-emploi/" + chapter.name);
}

// Pictures are read when they come into sight, and their place is known before: the screen of a phone, as tests/manual
// takes it. A table that is too wide moves sideways, by the keyboard too.
html::Safe rendered(std::string_view text) {
  auto safe = markdown::render(text);
  boost::replace_all(safe.markup, "<img ", R"(<img loading="lazy" width="390" height="720" )");
  boost::replace_all(safe.markup, "<table>", R"(<div class="wide-table" tabindex="0"><table>)");
  boost::replace_all(safe.markup, "</table>", "</table></div>");
  return safe;
}

void write_chapter(html::Out& out, const Chapter& chapter) {
  out(R"(<h1>{}</h1><div class="prose">{}</div>)", chapter.title, rendered(chapter.text));
  if (chapter.parts.size() > 1) {
    out(R"(<nav class="see-also" aria-label="Dans ce chapitre">)");
    for (const auto& part : chapter.parts)
      out(R"(<a href="{}">{}</a> )", html::Url::local("/mode-d-emploi/" + chapter.name + "#" + part.anchor),
          part.title);
    out("</nav>");
  }
  for (const auto& part : chapter.parts)
    out(R"(<section class="prose" id="{}"><h2>{}</h2>{}</section>)", part.anchor, part.title, rendered(part.text));
}

}  // namespace

http::Response contents(gate::Visit& v) {
  v.ask();
  const auto& all = book(v.services.settings);
  return foot::page(v, "Mode d’emploi", [&](html::Out& out) {
    out(R"(<div class="stack manual"><h1>Mode d’emploi</h1><div class="prose">{}</div><div class="cards">)",
        rendered(all.preface));
    for (const auto& chapter : all.chapters) {
      out(R"(<article class="card"><h2><a href="{}">{}</a></h2>)", address(chapter), chapter.title);
      if (!chapter.parts.empty()) {
        out("<p class=\"soft\">");
        for (const auto& part : chapter.parts) out("{}{}", &part == chapter.parts.data() ? "" : " · ", part.title);
        out("</p>");
      }
      out("</article>");
    }
    out("</div></div>");
  });
}

http::Response chapter(gate::Visit& v) {
  v.ask();
  const auto& all = book(v.services.settings);
  const auto found = std::ranges::find(all.chapters, v.text("chapter"), &Chapter::name);
  if (found == all.chapters.end()) throw http::Error(404);
  return foot::page(v, found->title + " · Mode d’emploi", [&](html::Out& out) {
    out(R"(<div class="stack manual">)");
    ui::back_link(out, html::Url::local("/mode-d-emploi"), "Mode d’emploi");
    write_chapter(out, *found);
    if (const auto next = std::next(found); next != all.chapters.end())
      out(R"(<p>Ensuite : <a href="{}">{}</a></p>)", address(*next), next->title);
    out("</div>");
  });
}

}  // namespace manual
