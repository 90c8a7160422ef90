#include "sections/entry_form_view.hpp"

#include <array>

#include "ui/feedback.hpp"

namespace sections {
namespace {

struct Look {
  std::string_view type = "text", hint = {}, inputmode = {};
};

Look look(Field field) {
  switch (field) {
    case Field::email:
      return {"email", "Chacun doit avoir la sienne."};
    case Field::phone:
    case Field::mobile:
      return {"tel"};
    case Field::joined_on:
    case Field::born_on:
      return {"text", "Comme 31/12/1980.", "numeric"};
    default:
      return {};
  }
}

void text_field(html::Out& out, const EntryForm& form, Field field) {
  const auto how = look(field);
  ui::field(out, {.name = key(field),
                  .label = label(field),
                  .value = form[field],
                  .type = how.type,
                  .hint = how.hint,
                  .error = form.errors[key(field)],
                  .autocomplete = "off",
                  .inputmode = how.inputmode,
                  .required = is_required(field)});
}

void fields(html::Out& out, const EntryForm& form) {
  for (const auto field : {Field::first_name, Field::last_name, Field::email}) text_field(out, form, field);
  const std::array kinds{ui::Option{"adherent", "Adhérent"}, ui::Option{"sympathisant", "Sympathisant"}};
  ui::radio_group(out, {.name = "kind", .label = "Type de membre", .options = kinds, .selected = form.kind});
  for (const auto field : {Field::mobile, Field::phone}) text_field(out, form, field);
  ui::textarea(out, {.name = key(Field::address),
                     .label = label(Field::address),
                     .value = form[Field::address],
                     .error = form.errors[key(Field::address)],
                     .rows = 2});
  ui::postcode_city(out, {.postcode = form[Field::postcode],
                          .city = form[Field::city],
                          .postcode_error = form.errors[key(Field::postcode)],
                          .city_error = form.errors[key(Field::city)]});
  text_field(out, form, Field::country);
  for (const auto field : {Field::number, Field::joined_on}) text_field(out, form, field);
  const std::array sexes{ui::Option{"f", "Femme"}, ui::Option{"m", "Homme"}};
  ui::select(out, {.name = key(Field::sex),
                   .label = label(Field::sex),
                   .options = sexes,
                   .selected = form[Field::sex],
                   .error = form.errors[key(Field::sex)],
                   .empty = "Non précisé"});
  text_field(out, form, Field::born_on);
}

}  // namespace

void entry_page(html::Out& out, const EntryPage& page, std::string_view csrf) {
  const auto& form = page.form;
  const auto base = "/gestion/invitations/" + (page.entry ? std::to_string(page.entry->number()) : "creation");
  const auto title = page.entry ? "Modifier " + form[Field::first_name] + ' ' + form[Field::last_name]
                                : std::string("Création d’un membre");
  register_desk(out, page.desk, title, [&] {
    if (!page.entry)
      out(R"(<p>Le prénom, le nom et le courriel suffisent pour inviter quelqu’un. Le reste n’est vu que par les secrétaires de la section.</p>)");
    if (page.invited)
      ui::notice(
          out, ui::Flash::Tone::info,
          "Cette personne a déjà reçu une invitation. Si tu changes son adresse, le lien déjà envoyé ne marchera "
          "plus, et il faudra l’inviter à nouveau.");
    ui::error_summary(out, form.errors);
    ui::form(out, {.action = section_url(page.desk.section.id, base), .csrf = csrf}, [&] {
      fields(out, form);
      ui::buttons(out, [&] {
        ui::submit(out, {.label = page.entry ? "Enregistrer" : "Ajouter"});
        if (page.entry)
          ui::submit(out, {.label = "Retirer du fichier",
                           .look = ui::Look::quiet,
                           .icon = "trash-2",
                           .confirm = "Retirer cette personne du fichier de la section ?",
                           .action = section_url(page.desk.section.id, base + "/retrait")});
      });
    });
  });
}

}  // namespace sections
