#include "ui/form.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::Not;

TEST(Form, AFieldTiesItsHintAndItsErrorToItsControl) {
  html::Out out;
  ui::field(out, {.name = "email",
                  .label = "Courriel",
                  .value = "\"><b>",
                  .type = "email",
                  .hint = "Le tien.",
                  .error = "Il manque l’arobase.",
                  .required = true});
  const auto page = out.finish();
  EXPECT_THAT(page, HasSubstr(R"(<label for="f-email")"));
  EXPECT_THAT(page, HasSubstr(R"(aria-describedby="f-email-error f-email-hint")"));
  EXPECT_THAT(page, HasSubstr(R"(id="f-email-error")"));
  EXPECT_THAT(page, HasSubstr(R"(aria-invalid="true")"));
  EXPECT_THAT(page, HasSubstr(R"(value="&quot;&gt;&lt;b&gt;")"));
}

TEST(Form, APasswordNeverGoesBackToThePage) {
  html::Out out;
  ui::password_field(out, {.name = "password", .label = "Mot de passe", .value = "sésame"});
  EXPECT_THAT(out.finish(), Not(HasSubstr("sésame")));
}

TEST(Form, EveryPostCarriesTheToken) {
  html::Out out;
  ui::post_button(out, html::Url::local("/x"), "jeton", {.label = "Oui"});
  EXPECT_THAT(out.finish(), HasSubstr(R"(<input type="hidden" name="csrf" value="jeton">)"));
}

TEST(Form, TheSummaryLeadsToEachField) {
  ui::Errors errors;
  html::Out none;
  ui::error_summary(none, errors);
  EXPECT_EQ(none.finish(), "");
  errors.add("title", "Donne un titre.");
  EXPECT_EQ(errors["title"], "Donne un titre.");
  EXPECT_EQ(errors["other"], "");
  html::Out out;
  ui::error_summary(out, errors);
  EXPECT_THAT(out.finish(), HasSubstr(R"(<a href="#f-title">Donne un titre.</a>)"));
}
