#include "access/strength.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

namespace {

const std::vector<std::string> nobody;
bool enough(std::string_view word) {
  return accounts::strength(word, nobody).enough();
}

TEST(Strength, A04_WhatEverybodyTriesIsRefused) {
  for (const auto* word : {"", "azerty", "motdepasse", "MotDePasse", "m0td3passe", "motdepasse123", "azertyuiopqs",
                           "aaaaaaaaaaaaaaaa", "1234567890123", "password1234", "soleilmarseille", "jetaimemaman",
                           "Élection2027", "lacoopol2010", "ParisSaintGermain", "Nicolas1981!", "doudoudoudou"})
    EXPECT_FALSE(enough(word)) << word;
}

TEST(Strength, A04_AShortOneMustBeDense) {
  EXPECT_FALSE(enough("Xk9#pQ2"));
  EXPECT_TRUE(enough("Xk9#pW7!z"));
}

TEST(Strength, A04_SentencesAreWelcomeWithSpacesAndAccents) {
  for (const auto* word : {"une porte, puis une autre", "tournesol carafe brouette", "le hérisson gobe trois brugnons"})
    EXPECT_TRUE(enough(word)) << word;
}

TEST(Strength, A04_WhatIsKnownOfThePersonIsWorthNothing) {
  const std::vector<std::string> known{"Gwendoline", "Quéméneur", "gwendoline.quemeneur@exemple.test"};
  EXPECT_TRUE(enough("gwendolinequemeneur"));
  EXPECT_FALSE(accounts::strength("gwendolinequemeneur", known).enough());
  EXPECT_FALSE(accounts::strength("Gwendoline.Quéméneur", known).enough());
}

TEST(Strength, A04_AccentsDoNotHideAUsualWord) {
  EXPECT_LE(accounts::strength("révolution", nobody).score, accounts::strength("revolution", nobody).score);
}

TEST(Strength, A04_OneSpellingOfEachAccentedLetter) {
  EXPECT_EQ(accounts::secret("e\u0301te\u0301"), "été");
  EXPECT_EQ(accounts::secret("été"), "été");
}

TEST(Strength, ALongPasswordTakesNoLongTime) {
  const std::string longest(190, 'x');
  const auto start = std::chrono::steady_clock::now();
  accounts::strength(longest + "abc", nobody);
  accounts::strength(std::string(100'000, 'e'), nobody);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

}  // namespace
