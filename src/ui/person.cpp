#include "ui/person.hpp"

#include <cstdint>
#include <vector>

#include "core/text/french.hpp"

namespace ui {

namespace {
// The first character of a word: one UTF-8 sequence.
std::string_view first_letter(std::string_view word) {
  size_t length = 1;
  while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80) ++length;
  return word.substr(0, length);
}

std::string_view css(FaceSize size) {
  switch (size) {
    case FaceSize::small:
      return "face s";
    case FaceSize::large:
      return "face l";
    case FaceSize::medium:
      break;
  }
  return "face";
}

bool leads_somewhere(const Person& person) {
  return person.href.text() != "#";
}

void name(html::Out& out, const Person& person) {
  if (leads_somewhere(person))
    out(R"(<a class="name" href="{}">{}</a>)", person.href, person.name);
  else
    out(R"(<span class="name">{}</span>)", person.name);
}
}  // namespace

std::string initials(std::string_view full_name) {
  std::vector<std::string_view> words;
  while (!full_name.empty()) {
    const auto end = std::min(full_name.find(' '), full_name.size());
    if (end > 0) words.push_back(full_name.substr(0, end));
    full_name.remove_prefix(std::min(end + 1, full_name.size()));
  }
  if (words.empty()) return "?";
  std::string letters(first_letter(words.front()));
  if (words.size() > 1) letters += first_letter(words.back());
  return letters;
}

int face_colour(std::string_view name) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return static_cast<int>((hash ^ (hash >> 15)) % 12);
}

void face(html::Out& out, const Person& person, FaceSize size) {
  if (person.photo)
    out(R"(<img class="{}" src="{}" alt="" width="96" height="96" loading="lazy" decoding="async">)", css(size),
        *person.photo);
  else
    out(R"(<span class="{} face-{}" aria-hidden="true">{}</span>)", css(size), face_colour(person.name),
        initials(person.name));
}

void faces(html::Out& out, std::span<const Person> people, int total) {
  if (people.empty()) return;
  std::vector<std::string> names;
  for (const auto& person : people) names.push_back(person.name);
  const int others = total - static_cast<int>(people.size());
  if (others > 0) names.push_back(french::count(others, "autre", "autres"));
  out(R"(<div class="faces"><span class="sr">{}</span>)", french::list(names));
  for (const auto& person : people) face(out, person);
  if (others > 0)
    out(R"(<span class="soft" aria-hidden="true">et {}</span>)", french::count(others, "autre", "autres"));
  out("</div>");
}

void open_person_row(html::Out& out, const Person& person) {
  out(R"(<li class="person">)");
  face(out, person);
  out("<div>");
  name(out, person);
  if (!person.note.empty()) out(R"(<p class="soft">{}</p>)", person.note);
  out("</div>");
}

void person_row(html::Out& out, const Person& person) {
  open_person_row(out, person);
  out("</li>");
}

void person_inline(html::Out& out, const Person& person) {
  out(R"(<span class="who">)");
  face(out, person, FaceSize::small);
  name(out, person);
  out("</span>");
}

}  // namespace ui
