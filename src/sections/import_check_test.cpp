#include "sections/import_check.hpp"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using sections::Field;

sections::Columns columns() {
  sections::Columns chosen;
  chosen.matching.set(Field::first_name, 0);
  chosen.matching.set(Field::last_name, 1);
  chosen.matching.set(Field::email, 2);
  return chosen;
}

constexpr std::string_view file =
    "Prénom;Nom;Courriel\nZoé;Petit;zoe@exemple.fr\nPaul;Durand;\n;Martin;jean@exemple.fr\nZoé;Petit;zoe@exemple.fr\n";

TEST(ImportCheck, S07_CountsWhatIsReadyDoubtfulAndRefusedBeforeAnythingIsImported) {
  const auto check = sections::check_lines(file, false, columns(), 2026y / 3 / 15);
  EXPECT_EQ(check.ready, 1);
  EXPECT_EQ(check.doubtful, 1);
  EXPECT_EQ(check.refused, 1);
  EXPECT_EQ(check.merged, 1);
  ASSERT_EQ(check.to_look_at.size(), 2u);
  EXPECT_EQ(check.to_look_at[0].line, 4u) << "refused ones first";
  EXPECT_EQ(check.to_look_at[1].line, 3u);
  EXPECT_TRUE(check.whole);
}

TEST(ImportCheck, S07_OfALongFileItsFirstPartWithoutTheLineThatWasCut) {
  const auto cut = sections::check_lines(std::string(file) + "Léa;\"Roux\nfille", true, columns(), 2026y / 3 / 15);
  EXPECT_EQ(cut.lines(), 4);
  EXPECT_FALSE(cut.whole);
}

}  // namespace
