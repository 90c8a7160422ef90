#include "events/check_in.hpp"

#include "core/text/spoken_code.hpp"
#include "events/card.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace events {
namespace {

const pg::Statement<std::optional<std::int64_t>(std::string)> say_here{"events.check_in", "select event_check_in($1)"};

http::Response show(gate::Visit& v, const std::string& typed, const ui::Errors& errors) {
  return v.page(
      {.title = "Je suis là", .here = ui::Key::agenda},
      [&](html::Out& out) {
        out(R"(<div class="stack"><h1>Je suis là</h1>)");
        ui::error_summary(out, errors);
        ui::form(out, {.action = html::Url::local("/presence"), .csrf = v.csrf()}, [&] {
          ui::field(out, {.name = "code",
                          .label = "Le code affiché sur place",
                          .value = typed,
                          .hint = "Six lettres et chiffres, que montre la personne qui organise.",
                          .error = errors["code"],
                          .autocomplete = "off",
                          .max_length = 12,
                          .required = true});
          ui::submit(out, {.label = "Je suis là", .icon = "check"});
        });
        out("</div>");
      },
      errors.empty() ? 200 : 422);
}

}  // namespace

http::Response check_in_form(gate::Visit& v) {
  v.ask();
  return show(v, v.query("code"), {});
}

http::Response check_in(gate::Visit& v) {
  const auto typed = v.field("code");
  const auto here = v.one(say_here, spoken_code::read(typed));
  v.ask();
  if (*here) return v.redirect(path(EventId(**here)), "C’est noté, tu es là. Merci d’être venu·e !");
  ui::Errors errors;
  errors.add("code", typed.empty() ? "Écris le code affiché sur place."
                                   : "Ce code n’est celui d’aucun événement en ce moment. Relis-le, ou demande à la "
                                     "personne qui organise.");
  return show(v, typed, errors);
}

}  // namespace events
