#include "foot/changes.hpp"

#include <algorithm>

#include "core/text/difference.hpp"

namespace foot {
namespace {

constexpr std::string_view blank = " \t";

// Signs of Markdown are for whoever writes it.
struct Shown {
  std::string_view words;
  bool heading;
};
Shown shown(std::string_view line) {
  const auto after = [&](std::string_view signs) {
    const auto at = line.find_first_not_of(signs);
    return at == std::string_view::npos ? std::string_view() : line.substr(at);
  };
  if (line.starts_with('#')) return {after("# "), true};
  if (line.starts_with("- ") || line.starts_with("* ")) return {after("-* "), false};
  return {line, false};
}

void write(html::Out& out, std::string_view line) {
  const auto [words, heading] = shown(line);
  if (heading)
    out("<b>{}</b>", words);
  else
    out("{}", words);
}

}  // namespace

void changes(html::Out& out, std::string_view before, std::string_view after) {
  using enum text::Line::Kind;
  auto lines = text::difference(before, after);
  std::erase_if(lines, [](const text::Line& line) {
    return line.kind == kept || line.words.find_first_not_of(blank) == std::string_view::npos;
  });
  if (lines.empty()) {
    out(R"(<p class="soft">Le texte est le même.</p>)");
    return;
  }
  out(R"(<ul class="changes">)");
  for (const auto& line : lines) {
    if (line.kind == removed) {
      out(R"(<li><del><span class="sr">Retiré : </span>)");
      write(out, line.words);
      out("</del></li>");
    } else {
      out(R"(<li><ins><span class="sr">Ajouté : </span>)");
      write(out, line.words);
      out("</ins></li>");
    }
  }
  out("</ul>");
}

}  // namespace foot
