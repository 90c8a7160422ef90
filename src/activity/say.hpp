#pragma once
// Saying something to one's coopains, or on somebody's wall; taking entries away.

#include <string>

#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace activity {

/// What was typed, and what is wrong with it.
struct Words {
  std::string text = {}, link = {};
  ui::Errors errors = {};
};
Words read_words(const gate::Visit& v);

struct SayForm {
  std::string action;       ///< "/fil", or a wall's
  std::string back = {};    ///< where a good one leads
  std::string_view label;   ///< «Quoi de neuf, Inès ?»
  std::string_view button;  ///< «Partager»
};
void write_say_form(html::Out& out, const SayForm& form, const Words& words, std::string_view csrf);

/// (on whose wall or nobody's, text, link)
extern const pg::Statement<void(std::optional<MemberId>, std::string, std::string)> say;

http::Response remove(gate::Visit& v);

/// The page of ours that the form names, else `otherwise`.
std::string back(const gate::Visit& v, const std::string& otherwise);

}  // namespace activity
