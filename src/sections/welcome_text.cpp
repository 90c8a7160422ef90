#include "sections/welcome_text.hpp"

#include <array>
#include <optional>
#include <utility>

#include "core/text/fold.hpp"
#include "sections/office.hpp"

namespace sections {
namespace {

// With or without accents and capitals: «{Prenom}» is meant as well.
constexpr std::array<std::pair<std::string_view, std::string WelcomeNames::*>, 3> places{
    {{"prenom", &WelcomeNames::first_name},
     {"section", &WelcomeNames::section},
     {"secretaire", &WelcomeNames::secretary}}};

std::optional<std::string> at(std::string_view word, const WelcomeNames& names) {
  for (const auto& [place, name] : places)
    if (text::fold(word) == place)
      return place == "section" ? section_words_inside(names.*name) : std::string(names.*name);
  return std::nullopt;
}

// Calls `words` with what stands between places, `place` with what stands in braces.
template <class Words, class Place>
void walk(std::string_view body, Words&& words, Place&& place) {
  while (true) {
    const auto opens = body.find('{');
    const auto closes = opens == body.npos ? body.npos : body.find_first_of("{}\n", opens + 1);
    if (closes == body.npos) return words(body);
    words(body.substr(0, opens));
    if (body[closes] == '}')
      place(body.substr(opens + 1, closes - opens - 1));
    else
      words(body.substr(opens, closes - opens));
    body.remove_prefix(body[closes] == '}' ? closes + 1 : closes);
  }
}

}  // namespace

std::string proposed_welcome() {
  return "Bonjour {prénom},\n\n"
         "Bienvenue dans la {section}\u00a0! Je suis {secrétaire}, secrétaire de la section.\n\n"
         "Pour commencer, complète ton profil, puis regarde l’agenda\u00a0: nos prochains rendez-vous y sont, et il "
         "suffit d’un clic pour dire que tu viens.\n\n"
         "Une question, une idée, un peu de temps à donner\u00a0? Réponds-moi ici, ça me fera plaisir.\n\n"
         "À bientôt\u00a0!\n{secrétaire}";
}

std::string welcome_subject(const WelcomeNames& names) {
  return "Bienvenue dans la " + section_words_inside(names.section);
}

std::string filled_welcome(std::string_view body, const WelcomeNames& names) {
  std::string filled;
  walk(
      body, [&](std::string_view words) { filled += words; },
      [&](std::string_view word) { filled += at(word, names).value_or("{" + std::string(word) + "}"); });
  return filled;
}

std::string unknown_place(std::string_view body) {
  std::string unknown;
  walk(
      body, [](std::string_view) {},
      [&](std::string_view word) {
        if (unknown.empty() && !at(word, {"", "s", ""})) unknown = "{" + std::string(word) + "}";
      });
  return unknown;
}

}  // namespace sections
