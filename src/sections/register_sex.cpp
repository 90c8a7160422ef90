#include "sections/register_sex.hpp"

#include <algorithm>
#include <array>

#include "core/text/fold.hpp"

namespace sections {

namespace {

// 1 and 2 as in a French social security number.
constexpr std::array<std::string_view, 13> for_women{
    "f", "femme", "feminin", "feminine", "fem", "mme", "mmes", "madame", "mlle", "mademoiselle", "dame", "w", "2"};
constexpr std::array<std::string_view, 9> for_men{"m",  "h",        "homme",     "masculin", "masc",
                                                  "mr", "monsieur", "messieurs", "1"};

}  // namespace

std::optional<Sex> read_sex(std::string_view typed) {
  const auto word = text::fold(typed);
  if (std::ranges::find(for_women, word) != for_women.end()) return Sex::woman;
  if (std::ranges::find(for_men, word) != for_men.end()) return Sex::man;
  return {};
}

}  // namespace sections
