#include "sections/welcome_text.hpp"

#include <gtest/gtest.h>

namespace {

using namespace sections;

const WelcomeNames names{"Ysé", "Besançon-Nord", "Inès Carrel"};

TEST(WelcomeText, X04_NamesStandInTheirPlaces) {
  EXPECT_EQ(filled_welcome("{prénom}, la {section} te salue. {Secretaire}", names),
            "Ysé, la section Besançon-Nord te salue. Inès Carrel");
  EXPECT_EQ(welcome_subject({"", "Section de Dole", ""}), "Bienvenue dans la section de Dole");
  const auto proposed = filled_welcome(proposed_welcome(), names);
  EXPECT_EQ(proposed.find_first_of("{}"), std::string::npos) << proposed;
  EXPECT_TRUE(proposed.starts_with("Bonjour Ysé,\n"));
}

TEST(WelcomeText, X04_WhatIsNoPlaceStaysAndIsTold) {
  for (const char* words : {"{", "}", "un { seul", "{prénom\n}", "{{}", ""})
    EXPECT_EQ(filled_welcome(words, names), words);
  EXPECT_EQ(filled_welcome("{{prénom}} {nom}", names), "{Ysé} {nom}");
  EXPECT_EQ(filled_welcome("{prénom}", {"{section}", "S", "T"}), "{section}") << "names are filled in once";
  EXPECT_EQ(unknown_place(proposed_welcome()), "");
  EXPECT_EQ(unknown_place("{prénom} {nom} {ville}"), "{nom}");
  EXPECT_EQ(unknown_place("{{"), "");
}

}  // namespace
