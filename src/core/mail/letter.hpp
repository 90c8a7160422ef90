#pragma once
// The house's letter: a title, words, one big button. Text and HTML are made from the same parts, so they say the same.
//
//   return mail::letter("Inès t’invite : Porte-à-porte aux Tilleuls",
//     {.title = "Porte-à-porte aux Tilleuls",
//      .parts = {mail::Words{"Inès t’invite."}, mail::Facts{{{"Quand", "sam. 29 nov. à 10 h 00"}, {"Où", "12 rue des
//      Tilleuls"}}},
//                mail::Buttons{{{"Je viens", url_yes}, {"Peut-être", url_maybe}, {"Je ne viens pas", url_no}}}},
//      .why = "Tu reçois ce courriel parce que tu es membre de la section de Besançon."}, settings);

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/mail/message.hpp"
#include "core/settings.hpp"

namespace mail {

struct Words {
  std::string text;  ///< plain; an empty line begins a new paragraph
};
struct Rich {
  std::string markdown;  ///< what a person wrote; pictures become links, so that nobody learns who has opened it
};
struct Quote {
  std::string text, who;  ///< somebody's own words
};
struct Facts {
  std::vector<std::pair<std::string, std::string>> lines;  ///< «Quand», «sam. 29 nov. à 10 h 00»
};
struct Button {
  std::string label, url;
};
struct Buttons {
  std::vector<Button> buttons;  ///< the first is the main one
};
struct Small {
  std::string text;  ///< «Ce lien est valable trente jours.»
};
using Part = std::variant<Words, Rich, Quote, Facts, Buttons, Small>;

struct Letter {
  std::string title;
  std::vector<Part> parts;
  std::string why;          ///< why they get it
  std::string unsubscribe;  ///< address of one-click unsubscribe, if it is that kind of mail (also becomes the header)
};

/// Subject, text and HTML; set calendar, reply_to… on the result.
Message letter(std::string_view subject, const Letter& letter, const Settings& settings);

/// The full address of a path of this site.
std::string link(const Settings& settings, std::string_view path);

}  // namespace mail
