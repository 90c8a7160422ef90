#include "ui/person.hpp"

#include <gmock/gmock.h>

#include <array>

using testing::HasSubstr;
using testing::Not;

TEST(Person, Initials) {
  EXPECT_EQ(ui::initials("Anne-Cécile Roy"), "AR");
  EXPECT_EQ(ui::initials("Élise de la Tour"), "ÉT");
  EXPECT_EQ(ui::initials("Inès"), "I");
  EXPECT_EQ(ui::initials("  Li   Na "), "LN");
  EXPECT_EQ(ui::initials(""), "?");
  EXPECT_EQ(ui::initials("\xC3"), "\xC3") << "half a character is not read beyond its end";
}

TEST(Person, TheColourIsTheSameForTheSameNameAndAllAreUsed) {
  std::array<int, 12> used{};
  for (int i = 0; i < 600; ++i) {
    const auto name = "Personne " + std::to_string(i);
    const int colour = ui::face_colour(name);
    ASSERT_GE(colour, 0);
    ASSERT_LT(colour, 12);
    ASSERT_EQ(colour, ui::face_colour(name));
    ++used[static_cast<size_t>(colour)];
  }
  for (const int times : used) EXPECT_GT(times, 20);
}

TEST(Person, NamesAreEscapedAndLinkedOnlyWhenTheyLeadSomewhere) {
  html::Out out;
  ui::person_row(out, {.name = "<script>alert(1)</script>"});
  const auto page = out.finish();
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<a ")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;"));
}

TEST(Person, FacesAreReadOutAsNames) {
  html::Out out;
  ui::faces(out, std::array{ui::Person{.name = "Ana"}, ui::Person{.name = "Bob"}}, 5);
  EXPECT_THAT(out.finish(), HasSubstr(R"(<span class="sr">Ana, Bob et 3)"));
}
