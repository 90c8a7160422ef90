#include "letters/outsider.hpp"

#include "core/clock.hpp"
#include "core/crypto.hpp"
#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "core/utf8.hpp"
#include "letters/way_out.hpp"

namespace letters {
namespace {

struct Contact {
  std::string first_name, last_name, organisation, email, origin;
  std::optional<pg::Date> consented_on;
};
const pg::Statement<Contact(SpaceId, ContactId)> stored{"letters.contact", R"(
  select first_name, last_name, organisation, email, origin, consented_on from contact where section_id = $1 and id = $2 and removed_at is null)"};
// One that was removed a moment ago does not stand in the way of the same address.
const pg::Statement<void(SpaceId, std::string)> forget_removed{
    "letters.forget_removed", "delete from contact where section_id = $1 and email = $2 and removed_at is not null"};
const pg::Statement<ContactId(SpaceId, ContactId, std::string, std::string, std::string, std::string, std::string,
                              std::optional<pg::Date>, pg::Bytes)>
    change{"letters.change_contact", R"(
  update contact c set first_name = $3, last_name = $4, organisation = $5, email = $6, origin = $7, consented_on = $8,
         bounced_at = case when c.email = $6 then c.bounced_at end, bounce = case when c.email = $6 then c.bounce end
   where c.section_id = $1 and c.id = $2 and c.removed_at is null and not letters_refused($1, $9)
     and not exists (select from contact o where o.section_id = $1 and o.email = $6 and o.id <> $2) returning c.id)"};
const pg::Statement<bool(SpaceId, pg::Bytes)> is_refused{"letters.contact_refused", "select letters_refused($1, $2)"};

constexpr std::string_view refused_words =
    "Cette personne a demandé à ne plus recevoir de courriels de la section : on respecte son choix.";
constexpr std::string_view known_words = "Cette adresse est déjà dans tes contacts.";

struct Typed {
  Contact contact;
  Consent consent;
  ui::Errors errors;
};

void check_length(ui::Errors& errors, const char* field, const std::string& value, size_t longest) {
  if (utf8::length(value) > longest)
    errors.add(field, "Raccourcis : " + std::to_string(longest) + " caractères au plus.");
}

Typed typed(const gate::Visit& v) {
  Typed t;
  t.contact.first_name = text::tidy(v.field("first_name"));
  t.contact.last_name = text::tidy(v.field("last_name"));
  t.contact.organisation = text::tidy(v.field("organisation"));
  t.contact.email = v.field("email");
  if (t.contact.last_name.empty()) t.errors.add("last_name", "Indique son nom.");
  check_length(t.errors, "first_name", t.contact.first_name, longest_name);
  check_length(t.errors, "last_name", t.contact.last_name, longest_name);
  check_length(t.errors, "organisation", t.contact.organisation, longest_organisation);
  auto read = email::read(t.contact.email);
  if (read.fault == email::Fault::none)
    t.contact.email = std::move(read.address);
  else
    t.errors.add("email", "Indique son courriel, comme prenom.nom@exemple.fr.");
  t.consent = typed_consent(v, t.errors);
  return t;
}

http::Response page(gate::Visit& v, const std::optional<ContactId>& id, const Head& head, const Typed& t, int status) {
  const auto path = contacts_path(head.section, id ? '/' + std::to_string(id->number()) : std::string("/ajout"));
  return v.page(
      {.title = title("Contact", head), .here = ui::Key::section},
      [&](html::Out& out) {
        contacts_frame(out, head, [&] {
          ui::back_link(out, html::Url::local(contacts_path(head.section)), "Contacts");
          out("<h2>{}</h2>", id ? "Modifier le contact" : "Ajouter un contact");
          ui::error_summary(out, t.errors);
          ui::form(out, {.action = html::Url::local(path), .csrf = v.csrf()}, [&] {
            ui::field(out, {.name = "first_name",
                            .label = "Prénom",
                            .value = t.contact.first_name,
                            .error = t.errors["first_name"],
                            .max_length = longest_name});
            ui::field(out, {.name = "last_name",
                            .label = "Nom",
                            .value = t.contact.last_name,
                            .error = t.errors["last_name"],
                            .max_length = longest_name,
                            .required = true});
            ui::field(out, {.name = "organisation",
                            .label = "Organisation",
                            .value = t.contact.organisation,
                            .hint = "Un syndicat, une association, un journal… si c’est à ce titre.",
                            .error = t.errors["organisation"],
                            .max_length = longest_organisation});
            ui::field(out, {.name = "email",
                            .label = "Courriel",
                            .value = t.contact.email,
                            .type = "email",
                            .error = t.errors["email"],
                            .required = true});
            consent_fields(out, t.consent, t.errors);
            ui::buttons(out, [&] { ui::submit(out, {.label = "Enregistrer"}); });
          });
        });
      },
      status);
}

pg::Bytes hash_of(const gate::Visit& v, const std::string& address) {
  return pg::Bytes{address_hash(v.services.settings, address)};
}

}  // namespace

const pg::Statement<Outcome(SpaceId, Texts, Texts, Texts, Texts, Texts, std::string, std::optional<pg::Date>,
                            std::optional<std::string>)>
    take_contacts{"letters.take_contacts",
                  "select place, outcome from contacts_take($1, $2, $3, $4, $5, $6, $7, $8, $9)"};

Consent typed_consent(const gate::Visit& v, ui::Errors& errors) {
  Consent consent{text::tidy(v.field("origin")), v.field("consented_on")};
  if (consent.origin.empty()) errors.add("origin", "Dis d’où vient cette adresse : chaque courriel le rappelle.");
  check_length(errors, "origin", consent.origin, longest_origin);
  if (!consent.date.empty()) {
    const auto day = paris::parse_date(consent.date);
    const auto today = paris::day(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
    if (!day || *day > today || day->year() < std::chrono::year(1990))
      errors.add("consented_on", "Choisis la date de son accord, au plus tard aujourd’hui.");
  }
  return consent;
}

std::optional<pg::Date> day_of(const Consent& consent) {
  return paris::parse_date(consent.date);
}

void consent_fields(html::Out& out, const Consent& consent, const ui::Errors& errors) {
  ui::field(out, {.name = "origin",
                  .label = "D’où vient l’adresse ?",
                  .value = consent.origin,
                  .hint = "Par exemple « donnée au stand du marché de la gare ». Chaque courriel le rappelle.",
                  .error = errors["origin"],
                  .max_length = longest_origin,
                  .required = true});
  ui::field(out, {.name = "consented_on",
                  .label = "Date de l’accord",
                  .value = consent.date,
                  .type = "date",
                  .hint = "Le jour où l’on t’a dit oui, si tu le connais.",
                  .error = errors["consented_on"]});
}

http::Response new_contact(gate::Visit& v) {
  const auto head = ask_head(v, place_of(v));
  v.ask();
  return page(v, std::nullopt, *head, {}, 200);
}

http::Response create_contact(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  auto t = typed(v);
  const auto head = ask_head(v, place_of(v));
  if (t.errors.empty()) {
    const auto& c = t.contact;
    const auto taken =
        v.all(take_contacts, id, {c.first_name}, {c.last_name}, {c.organisation}, {c.email},
              {crypto::hex(hash_of(v, c.email).octets)}, t.consent.origin, day_of(t.consent), std::nullopt);
    v.ask();
    if (taken->empty()) throw http::Error(404);
    const auto& outcome = taken->front().outcome;
    if (outcome == "new") return v.redirect(contacts_path(id), "C’est enregistré.");
    t.errors.add("email", std::string(outcome == "known" ? known_words : refused_words));
  } else {
    v.ask();
  }
  return page(v, std::nullopt, *head, t, 422);
}

http::Response edit_contact(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto contact = v.id<ContactId>("contact");
  const auto head = ask_head(v, place_of(v));
  auto found = v.one(stored, id, contact);
  v.ask();
  Typed t;
  t.contact = found.take();
  t.consent = {t.contact.origin, t.contact.consented_on ? paris::date_value(*t.contact.consented_on) : std::string()};
  return page(v, contact, *head, t, 200);
}

http::Response save_contact(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto contact = v.id<ContactId>("contact");
  auto t = typed(v);
  const auto head = ask_head(v, place_of(v));
  const auto there = v.one(stored, id, contact);
  if (t.errors.empty()) {
    const auto& c = t.contact;
    const auto hash = hash_of(v, c.email);
    const auto refused = v.one(is_refused, id, hash);
    v.run(forget_removed, id, c.email);
    const auto changed = v.maybe(change, id, contact, c.first_name, c.last_name, c.organisation, c.email,
                                 t.consent.origin, day_of(t.consent), hash);
    v.ask();
    if (*changed) return v.redirect(contacts_path(id), "C’est enregistré.");
    t.errors.add("email", std::string(*refused ? refused_words : known_words));
  } else {
    v.ask();
  }
  return page(v, contact, *head, t, 422);
}

}  // namespace letters
