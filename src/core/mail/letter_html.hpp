#pragma once
// The HTML side of a letter. Only for letter.cpp.

#include "core/mail/letter.hpp"

namespace mail {

std::string letter_html(const Letter& letter, std::string_view subject, const Settings& settings);

}  // namespace mail
