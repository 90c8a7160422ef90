#include "manual/chapters.hpp"

#include <gtest/gtest.h>

namespace {

constexpr auto text = R"(# Mode d’emploi

Pour toi. Voir [les membres](#ses-membres-listes).

## Sommaire

- [S’organiser](#sorganiser)

## S’organiser à deux

On commence.

### L’accueil

Voir [la suite](#ses-membres-listes), [rien](#nulle-part).

## Gérer

### Ses membres, listes

Voici, comme [plus haut](#sorganiser-à-deux).
)";

TEST(Manual, IsCutIntoChaptersAndParts) {
  const auto book = manual::read(text);
  ASSERT_EQ(book.chapters.size(), 2U);
  const auto& first = book.chapters[0];
  EXPECT_EQ(first.name, "s-organiser-a-deux");
  EXPECT_EQ(first.title, "S’organiser à deux");
  EXPECT_EQ(first.text, "\nOn commence.\n\n");
  ASSERT_EQ(first.parts.size(), 1U);
  EXPECT_EQ(first.parts[0].anchor, "laccueil");
  EXPECT_EQ(book.chapters[1].parts.at(0).title, "Ses membres, listes");
}

TEST(Manual, LinksLeadToTheirPage) {
  const auto book = manual::read(text);
  EXPECT_EQ(book.preface, "\nPour toi. Voir [les membres](/mode-d-emploi/gerer#ses-membres-listes).\n\n");
  EXPECT_EQ(book.chapters[0].parts[0].text,
            "\nVoir [la suite](/mode-d-emploi/gerer#ses-membres-listes), [rien](#nulle-part).\n\n");
  EXPECT_EQ(book.chapters[1].parts[0].text, "\nVoici, comme [plus haut](/mode-d-emploi/s-organiser-a-deux).\n");
}

TEST(Manual, WhateverIsCutShortIsRead) {
  for (const auto* words : {"", "#", "## ", "### Seul", "## A\n### B\n[x](#", "[x](#a"})
    EXPECT_NO_THROW(manual::read(words)) << words;
}

}  // namespace
