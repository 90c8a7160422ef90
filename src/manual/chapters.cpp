#include "manual/chapters.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "core/text/fold.hpp"

namespace manual {
namespace {

constexpr std::string_view contents = "Sommaire";

std::string anchor(std::string_view title) {
  const auto words = icu::UnicodeString::fromUTF8({title.data(), static_cast<int32_t>(title.size())}).toLower();
  icu::UnicodeString kept;
  for (int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
    const auto c = words.char32At(at);
    if (c == ' ') kept.append(UChar32('-'));
    if (c == '-' || c == '_' || u_isalnum(c)) kept.append(c);
  }
  std::string utf8;
  return kept.toUTF8String(utf8);
}

std::string name(std::string_view title) {
  auto words = text::fold(title);
  std::ranges::replace(words, ' ', '-');
  return words;
}

/// What every line until the next title is added to.
struct Reader {
  Book book;
  std::string* text = &book.preface;

  void line(std::string_view line) {
    if (line.starts_with("### ") && !book.chapters.empty()) {
      const auto title = line.substr(4);
      text = &book.chapters.back().parts.emplace_back(Part{anchor(title), std::string(title), ""}).text;
    } else if (line.starts_with("## ")) {
      const auto title = line.substr(3);
      text = &book.chapters.emplace_back(Chapter{name(title), std::string(title), "", {}}).text;
    } else if (!line.starts_with("# ")) {
      text->append(line) += '\n';
    }
  }
};

using Targets = std::map<std::string, std::string, std::less<>>;

void lead(std::string& text, const Targets& targets) {
  constexpr std::string_view opening = "](#";
  for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
    const auto from = at + opening.size() - 1, to = text.find(')', from);
    if (to == std::string::npos) return;
    if (const auto found = targets.find(std::string_view(text).substr(from + 1, to - from - 1)); found != targets.end())
      text.replace(from, to - from, found->second);
  }
}

}  // namespace

Book read(std::string_view markdown) {
  Reader reader;
  while (!markdown.empty()) {
    const auto end = std::min(markdown.find('\n'), markdown.size());
    reader.line(markdown.substr(0, end));
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  auto book = std::move(reader.book);
  std::erase_if(book.chapters, [](const Chapter& chapter) { return chapter.title == contents; });

  Targets targets;
  for (const auto& chapter : book.chapters) {
    const auto page = "/mode-d-emploi/" + chapter.name;
    targets[anchor(chapter.title)] = page;
    for (const auto& part : chapter.parts) targets[part.anchor] = page + "#" + part.anchor;
  }
  lead(book.preface, targets);
  for (auto& chapter : book.chapters) {
    lead(chapter.text, targets);
    for (auto& part : chapter.parts) lead(part.text, targets);
  }
  return book;
}

}  // namespace manual
