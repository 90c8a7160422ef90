#include "self/visibility.hpp"

#include <algorithm>
#include <array>

#include "self/page.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace self {
namespace {

struct Chosen {
  std::string visibility;
  bool found_by_address;
};
const pg::Statement<Chosen()> my_visibility{
    "self.visibility", "select visibility, found_by_address from member where id = (select viewer_id())"};
const pg::Statement<void(std::string, bool)> set_visibility{
    "self.set_visibility", "update member set visibility = $1, found_by_address = $2 where id = (select viewer_id())"};

constexpr std::array choices{
    ui::Option{.value = "secretary",
               .label = "Secrétaire de ma section uniquement",
               .hint = "Tu n’apparais dans aucune recherche. Tu peux écrire à ton ou ta secrétaire, et tu reçois les "
                       "informations de ta section."},
    ui::Option{.value = "circle",
               .label = "Mes coopains et les membres de ma section",
               .hint = "Pour tous les autres, tu n’es ni dans l’annuaire, ni dans la recherche, ni parmi les "
                       "suggestions."},
    ui::Option{.value = "everyone",
               .label = "Tout le monde sur La Coopol",
               .hint = "Chaque membre peut te trouver dans l’annuaire, t’écrire et t’ajouter à ses coopains."}};

http::Response page(gate::Visit& v, const Chosen& chosen, const ui::Errors& errors, int status) {
  return tab_page(
      v, Tab::visibility, "Visibilité",
      [&](html::Out& out) {
        ui::error_summary(out, errors);
        if (v.viewer().is_secretary)
          ui::notice(out, ui::Flash::Tone::info,
                     "Tu es secrétaire de section : tant que tu l’es, tout le monde sur La Coopol peut te trouver. Ton "
                     "choix s’appliquera ensuite.");
        ui::panel(out, "Qui peut me trouver", [&] {
          ui::form(out, {.action = html::Url::local("/compte/visibilite"), .csrf = v.csrf()}, [&] {
            ui::radio_group(out, {.name = "visibility",
                                  .label = "Je souhaite que mon profil soit accessible par :",
                                  .options = choices,
                                  .selected = chosen.visibility,
                                  .error = errors["visibility"],
                                  .required = true});
            ui::checkbox(out, {.name = "found_by_address",
                               .label = "Qui a mon courriel dans son carnet d’adresses peut me retrouver",
                               .checked = chosen.found_by_address,
                               .hint = "Parmi les personnes qui peuvent déjà te voir, et elles seules. Pour les "
                                       "autres, ton courriel ne mène à personne."});
            ui::submit(out, {.label = "Enregistrer"});
          });
        });
        ui::panel(out, "Bon à savoir", [&] {
          out(R"(<p>Ton choix vaut partout, dès que tu l’enregistres. Qui ne peut pas te voir trouve à l’adresse de ton profil la même )"
              R"(page que si tu n’existais pas.</p>)"
              R"(<p>Ton nom reste sur tes messages et sur les événements que tu crées, pour les personnes à qui tu les adresses. Sous tes commentaires, qui ne peut pas te voir lit « Quelqu’un ».</p>)"
              R"(<p>Quel que soit ton choix, ton téléphone et ton adresse ne sont jamais sur ton profil.</p>)");
        });
      },
      status);
}

}  // namespace

http::Response show_visibility(gate::Visit& v) {
  const auto visibility = v.one(my_visibility);
  v.ask();
  return page(v, *visibility, {}, 200);
}

http::Response choose_visibility(gate::Visit& v) {
  const auto chosen = v.field("visibility");
  if (std::ranges::none_of(choices, [&](const ui::Option& choice) { return choice.value == chosen; })) {
    const auto visibility = v.one(my_visibility);
    v.ask();
    ui::Errors errors;
    errors.add("visibility", "Choisis qui peut te trouver.");
    return page(v, *visibility, errors, 422);
  }
  v.run(set_visibility, chosen, !v.field("found_by_address").empty());
  v.ask();
  return v.redirect("/compte/visibilite", "C’est enregistré, et cela vaut dès maintenant.");
}

}  // namespace self
