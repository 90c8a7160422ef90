#pragma once
// The same person twice in one file, and one e-mail address for several people (S06).

#include <cstddef>
#include <span>
#include <string>

#include "sections/register_line.hpp"

namespace sections {

struct DuplicateCounts {
  size_t merged = 0;         // lines that are now part of a line above
  size_t shared_emails = 0;  // lines whose address belongs to several people
  size_t numbers_taken = 0;  // lines refused because their register number is another person's
};

/// Same register number, or same e-mail and name, or same name and date of birth, is the same person unless number or
/// date of birth say otherwise: the first line keeps what it says and takes what it lacks; the later ones become
/// merged. Then everybody who shares an e-mail with somebody else becomes incomplete. Findings say so on each line.
DuplicateCounts settle_duplicates(std::span<RegisterLine> lines);

/// First and last name by which two spellings of a person are one: «Zoé  DUPONT-MARTIN» and «zoe dupont martin».
std::string folded_name(const RegisterLine& line);

}  // namespace sections
