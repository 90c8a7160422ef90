#include "sections/entry_form.hpp"

#include "core/clock.hpp"
#include "core/text/email.hpp"
#include "sections/entry_form_view.hpp"
#include "sections/entry_store.hpp"
#include "sections/register_merge.hpp"

namespace sections {
namespace {

const pg::Statement<void(SpaceId, EntryId)> note_reading{"sections.note_entry", "select note_entry($1, $2)"};

EntryForm typed(const gate::Visit& v) {
  EntryForm form;
  for (const auto field : all_fields()) form.cells[static_cast<size_t>(field)] = v.field(key(field));
  if (v.field("kind") == "sympathisant") form.kind = "sympathisant";
  return form;
}

std::chrono::year_month_day today() {
  return paris::day(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

http::Response page(gate::Visit& v, const EntryPage& page, int status) {
  const auto* title = page.entry ? "Modifier" : "Création d’un membre";
  return v.page(
      {.title = office_title(title, page.desk.section), .here = ui::Key::section},
      [&](html::Out& out) { entry_page(out, page, v.csrf()); }, status);
}

// Asks for the frame, and shows the form with its errors.
http::Response again(gate::Visit& v, const EntryForm& form) {
  const auto id = v.id<SpaceId>("section");
  const auto desk = v.one(find_desk, id);
  v.ask();
  return page(v, {{*desk, Place::creation}, {}, form}, 422);
}

// The same for somebody who is in the register; `mend` puts what was typed over what is kept.
template <class Mend>
http::Response edit(gate::Visit& v, int status, Mend mend) {
  const auto id = v.id<SpaceId>("section");
  const auto entry = v.id<EntryId>("entry");
  const auto desk = v.one(find_desk, id);
  const auto stored = v.one(stored_entry, id, entry);
  v.run(note_reading, id, entry);
  v.ask();
  auto form = form_of(*stored);
  const auto here = stored->invited ? Place::sent : form[Field::email].empty() ? Place::incomplete : Place::ready;
  mend(form);
  return page(v, {{*desk, here}, entry, form, stored->invited}, status);
}

Place list_of(const EntryState& state) {
  if (state.invited) return Place::sent;
  return state.incomplete ? Place::incomplete : Place::ready;
}

}  // namespace

http::Response new_entry(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto desk = v.one(find_desk, id);
  v.ask();
  return page(v, {{*desk, Place::creation}, {}, {}}, 200);
}

http::Response create_entry(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  auto form = typed(v);
  const auto line = check(form, today());
  if (!line) return again(v, form);
  v.together();
  const auto added =
      std::apply([&](const auto&... each) { return v.maybe(add_entry, id, form.kind, each...); }, values(*line));
  v.ask();
  if (!*added) {
    form.errors.add(std::string(key(Field::first_name)),
                    "Cette personne est déjà dans ton fichier : cherche son nom dans les listes.");
    return again(v, form);
  }
  v.run(settle_incomplete, id);
  const auto state = v.one(entry_state, id, **added);
  v.ask();
  v.commit();
  return v.redirect(section_path(id, place_path(Place::creation)), told(*state));
}

http::Response edit_entry(gate::Visit& v) {
  return edit(v, 200, [](EntryForm&) {});
}

http::Response save_entry(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto entry = v.id<EntryId>("entry");
  auto form = typed(v);
  const auto line = check(form, today());
  if (!line) return edit(v, 422, [&](EntryForm& shown) { shown = form; });
  const auto corrected = std::apply(
      [&](const auto&... each) { return v.maybe(correct_entry, id, entry, form.kind, each...); }, values(*line));
  v.run(settle_incomplete, id);
  const auto state = v.maybe(entry_state, id, entry);
  v.ask();
  if (!*corrected) {
    form.errors.add(std::string(key(Field::number)), "Ce numéro est celui d’une autre personne de ton fichier.");
    return edit(v, 422, [&](EntryForm& shown) { shown = form; });
  }
  return v.redirect(section_path(id, place_path(list_of(**state))), told(**state));
}

http::Response save_address(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto entry = v.id<EntryId>("entry");
  const auto typed_email = v.field("email");
  const auto read = email::read(typed_email);
  if (read.fault != email::Fault::none)
    return edit(v, 422, [&](EntryForm& form) {
      form.cells[static_cast<size_t>(Field::email)] = typed_email;
      form.errors.add(std::string(key(Field::email)), "Écris une seule adresse, complète : prenom.nom@exemple.fr.");
    });
  v.maybe(give_address, id, entry, read.address);
  v.run(settle_incomplete, id);
  const auto state = v.one(entry_state, id, entry);
  v.ask();
  return v.redirect(section_path(id, place_path(Place::incomplete)), told(*state));
}

http::Response delete_entry(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  v.run(remove_entry, id, v.id<EntryId>("entry"));
  v.run(settle_incomplete, id);
  v.ask();
  return v.redirect(section_path(id, place_path(Place::ready)), "La personne est retirée du fichier de la section.");
}

}  // namespace sections
