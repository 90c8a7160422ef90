#include "sections/join.hpp"

#include "core/utf8.hpp"
#include "sections/door_view.hpp"
#include "sections/office.hpp"
#include "sections/public_page.hpp"

namespace sections {
namespace {

// The join with `space` is what makes a section that is none a 404.
struct Asked {
  std::string name, outcome;
};
const pg::Statement<Asked(SpaceId, std::string, std::int64_t)> ask{
    "sections.ask", "select s.name, section_ask(s.id, $2, $3) from space s where s.id = $1 and s.kind = 'section'"};
const pg::Statement<bool(SpaceId)> withdraw{
    "sections.withdraw", "select section_withdraw(s.id) from space s where s.id = $1 and s.kind = 'section'"};

ui::Flash told(const Asked& asked) {
  using Tone = ui::Flash::Tone;
  // Asked twice is asked once.
  if (asked.outcome == "asked") return {Tone::good, "Demande envoyée à la " + section_words_inside(asked.name) + "."};
  if (asked.outcome == "insider") return {Tone::good, "Tu fais déjà partie de la section."};
  if (asked.outcome == "changed")
    return {Tone::warning, "Ta section a changé entre-temps : relis ce qui suit, puis demande de nouveau."};
  return {Tone::info, "Ta demande n’a pas été envoyée : voici pourquoi."};
}

}  // namespace

http::Response ask_to_join(gate::Visit& v) {
  auto words = v.field("words");
  std::erase(words, '\r');  // forms end lines with two characters
  if (utf8::length(words) > longest_request) {
    ui::Errors errors;
    errors.add("words", "Raccourcis ton message : 500 caractères au plus.");
    return show_section(v, words, errors);
  }
  const auto id = v.id<SpaceId>("section");
  const auto leaves = v.field_ids("leaves");
  const auto asked = v.one(ask, id, words, leaves.empty() ? 0 : leaves.front());
  v.ask();
  return v.redirect(section_path(id), told(*asked));
}

http::Response withdraw_request(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto done = v.one(withdraw, id);
  v.ask();
  return v.redirect(section_path(id), *done ? ui::Flash{ui::Flash::Tone::good, "Demande annulée."}
                                            : ui::Flash{ui::Flash::Tone::info, "Cette demande avait déjà sa réponse."});
}

}  // namespace sections
