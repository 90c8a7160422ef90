#include "self/data_view.hpp"

#include "images/field.hpp"
#include "members/interests.hpp"
#include "ui/feedback.hpp"

namespace self {

std::string_view name(Block block) {
  switch (block) {
    case Block::photo:
      return "photo";
    case Block::identity:
      return "identite";
    case Block::coordinates:
      return "coordonnees";
    case Block::commitment:
      return "engagements";
    case Block::politics:
      return "politique";
    case Block::public_words:
      return "public";
    case Block::none:
      break;
  }
  return "";
}

namespace {

html::Url address(Block block) {
  return html::Url::local("/compte/donnees/" + std::string(name(block)));
}

// A block that unfolds, with its form. `who` says who will read it.
template <class Body>
void block(html::Out& out, const DataPage& page, Block which, std::string_view title, std::string_view who,
           std::string_view csrf, Body&& body) {
  static const ui::Errors none;
  const bool open = page.open == which;
  const auto& errors = open ? page.errors : none;
  ui::disclosure(out, title, open, [&] {
    out(R"(<p class="soft">{}</p>)", who);
    ui::error_summary(out, errors);
    ui::form(out, {.action = address(which), .csrf = csrf}, [&] {
      body(errors);
      ui::submit(out, {.label = "Enregistrer"});
    });
  });
}

void photo(html::Out& out, const DataPage& page, std::string_view csrf) {
  const std::string_view error = page.open == Block::photo ? page.errors[photo_field] : "";
  ui::panel(out, "Ma photo", [&] {
    ui::form(out, {.action = html::Url::local("/compte/photo"), .csrf = csrf, .upload = true}, [&] {
      images::field(out,
                    {.name = photo_field,
                     .label = "Image de profil",
                     .present = page.data.told.picture,
                     .description = "Ta photo",
                     .removal = "Enlever ma photo",
                     .face = true,
                     .hint = "Un portrait réel ou virtuel, 8 Mo au plus. Elle est réduite, et le lieu et la date de "
                             "la prise de vue en sont effacés. La voit qui peut te voir.",
                     .error = error});
      ui::submit(out, {.label = "Enregistrer ma photo"});
    });
  });
}

void identity(html::Out& out, const Told& told, const ui::Errors& errors) {
  static constexpr std::array sexes{ui::Option{.value = "f", .label = "Femme"},
                                    ui::Option{.value = "m", .label = "Homme"},
                                    ui::Option{.value = "", .label = "Je ne le dis pas"}};
  ui::radio_group(out,
                  {.name = "sex", .label = "Sexe", .options = sexes, .selected = told.sex, .error = errors["sex"]});
  ui::field(out, {.name = "birth_date",
                  .label = "Date de naissance",
                  .value = told.birth_date,
                  .type = "date",
                  .error = errors["birth_date"],
                  .autocomplete = "bday"});
  ui::checkbox(out, {.name = "birthday_shown",
                     .label = "Montrer mon anniversaire sur mon profil",
                     .checked = told.birthday_shown,
                     .hint = "Le jour et le mois, jamais l’année."});
}

void coordinates(html::Out& out, const Told& told, const ui::Errors& errors) {
  ui::field(out, {.name = "phone",
                  .label = "Téléphone",
                  .value = told.phone,
                  .type = "tel",
                  .error = errors["phone"],
                  .autocomplete = "tel"});
  ui::field(out, {.name = "address",
                  .label = "Adresse",
                  .value = told.address,
                  .error = errors["address"],
                  .autocomplete = "address-line1"});
  ui::field(out, {.name = "complement",
                  .label = "Complément d’adresse",
                  .value = told.complement,
                  .hint = "Étage, escalier, bâtiment…",
                  .error = errors["complement"],
                  .autocomplete = "address-line2"});
  ui::postcode_city(out, {.postcode = told.postcode,
                          .city = told.city,
                          .postcode_error = errors["postcode"],
                          .city_error = errors["city"]});
  ui::field(out, {.name = "country",
                  .label = "Pays",
                  .value = told.country,
                  .error = errors["country"],
                  .autocomplete = "country-name"});
}

// So many lines of one kind: what is kept, then empty ones.
template <class Line>
void lines(const std::vector<Activity>& all, std::string_view kind, Line&& line) {
  int number = 0;
  for (const auto& activity : all)
    if (activity.kind == kind && number < lines_of_each) line(++number, activity);
  while (number < lines_of_each) line(++number, Activity{});
}

std::string numbered(std::string_view words, int number) {
  return std::string(words) + std::to_string(number);
}

void commitment_lines(html::Out& out, const std::vector<Activity>& activities, const ui::Errors& errors) {
  lines(activities, "commitment", [&](int number, const Activity& line) {
    const auto what = numbered("commitment_", number), detail = numbered("commitment_detail_", number);
    out(R"(<div class="two-up">)");
    ui::select(out, {.name = what,
                     .label = numbered("Engagement ", number),
                     .options = commitments,
                     .selected = line.what,
                     .error = errors[what],
                     .empty = "Aucun"});
    ui::field(out,
              {.name = detail, .label = "Nom, lieu", .value = line.detail, .error = errors[detail], .max_length = 200});
    out("</div>");
  });
}

void politics(html::Out& out, const std::vector<Activity>& activities, const ui::Errors& errors) {
  ui::fieldset(out, "Mandats politiques", [&] {
    lines(activities, "mandate", [&](int number, const Activity& line) {
      const auto what = numbered("mandate_", number), domain = numbered("mandate_domain_", number);
      out(R"(<div class="two-up">)");
      ui::select(out, {.name = what,
                       .label = numbered("Mandat ", number),
                       .options = mandates,
                       .selected = line.what,
                       .error = errors[what],
                       .empty = "Aucun"});
      ui::select(out, {.name = domain,
                       .label = numbered("Domaine du mandat ", number),
                       .options = members::interests,
                       .selected = line.detail,
                       .error = errors[domain],
                       .empty = "Aucun"});
      out("</div>");
    });
  });
  ui::fieldset(out, "Responsabilités au PS", [&] {
    lines(activities, "duty", [&](int number, const Activity& line) {
      const auto what = numbered("duty_", number);
      ui::select(out, {.name = what,
                       .label = numbered("Responsabilité ", number),
                       .options = duties,
                       .selected = line.what,
                       .error = errors[what],
                       .empty = "Aucune"});
    });
  });
  const bool mjs = std::ranges::any_of(activities, [](const Activity& a) { return a.kind == "mjs"; });
  ui::checkbox(out, {.name = "mjs", .label = "Je suis membre du Mouvement des jeunes socialistes", .checked = mjs});
}

void public_words(html::Out& out, const Told& told, const ui::Errors& errors) {
  ui::field(out,
            {.name = "profession", .label = "Profession", .value = told.profession, .error = errors["profession"]});
  ui::field(out, {.name = "hobbies", .label = "Hobbies et loisirs", .value = told.hobbies, .error = errors["hobbies"]});
  ui::field(out, {.name = "website",
                  .label = "Site web",
                  .value = told.website,
                  .type = "url",
                  .error = errors["website"],
                  .placeholder = "https://www.mon-site.fr"});
  ui::field(out, {.name = "facebook",
                  .label = "Compte Facebook",
                  .value = told.facebook,
                  .type = "url",
                  .error = errors["facebook"]});
  ui::field(out, {.name = "twitter",
                  .label = "Compte Twitter",
                  .value = told.twitter,
                  .error = errors["twitter"],
                  .placeholder = "@moncompte"});
  ui::fieldset(out, "Centres d’intérêt politiques", [&] {
    out(R"(<div class="boxes">)");
    for (const auto& interest : members::interests)
      ui::checkbox(out, {.name = "interest",
                         .label = interest.label,
                         .value = interest.value,
                         .checked = std::ranges::find(told.interests, interest.value) != told.interests.end(),
                         .id = "interest-" + std::string(interest.value)});
    out("</div>");
  });
}

}  // namespace

void data_page(html::Out& out, const DataPage& page, std::string_view csrf) {
  const auto& [told, activities] = page.data;
  photo(out, page, csrf);
  out(R"(<div class="folds">)");
  block(out, page, Block::identity, "Mes informations personnelles",
        "Pour toi seul·e. Tu peux choisir de montrer ton anniversaire.", csrf,
        [&](const ui::Errors& errors) { identity(out, told, errors); });
  block(out, page, Block::coordinates, "Mes coordonnées",
        "Seuls les secrétaires de ta section y ont accès, et chaque consultation est notée. La ville et le pays, eux, "
        "sont "
        "sur ton profil.",
        csrf, [&](const ui::Errors& errors) { coordinates(out, told, errors); });
  block(out, page, Block::commitment, "Mes engagements locaux", "Pour toi seul·e : ils ne sont pas sur ton profil.",
        csrf, [&](const ui::Errors& errors) { commitment_lines(out, activities, errors); });
  block(out, page, Block::politics, "Mes activités politiques", "Pour toi seul·e : elles ne sont pas sur ton profil.",
        csrf, [&](const ui::Errors& errors) { politics(out, activities, errors); });
  block(out, page, Block::public_words, "Mes informations publiques",
        "Sur ton profil, pour les personnes qui peuvent te voir.", csrf,
        [&](const ui::Errors& errors) { public_words(out, told, errors); });
  out("</div>");
}

}  // namespace self
