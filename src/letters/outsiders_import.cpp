#include "letters/outsiders_import.hpp"

#include <algorithm>
#include <array>

#include "core/crypto.hpp"
#include "core/text/french.hpp"
#include "letters/outsider.hpp"
#include "letters/outsiders_file.hpp"
#include "letters/way_out.hpp"
#include "ui/feedback.hpp"

namespace letters {
namespace {

constexpr size_t batch_octets = 9;
constexpr size_t most_shown = 200;  // refused lines

// A day's time, as long as a forgotten file may wait.
const pg::Statement<ContactId(SpaceId, std::string)> take_back{"letters.undo_import", R"(
  delete from contact where section_id = $1 and batch = $2 and recorded_at > now() - interval '1 day' returning id)"};

struct View {
  const Head& head;
  Consent consent;
  ui::Errors errors = {};
};

http::Response choose(gate::Visit& v, const View& view, int status) {
  return v.page(
      {.title = title("Importer des contacts", view.head), .here = ui::Key::section},
      [&](html::Out& out) {
        contacts_frame(out, view.head, [&] {
          ui::back_link(out, html::Url::local(contacts_path(view.head.section)), "Contacts");
          out(R"(<h2>Importer un fichier de contacts</h2><p>N’importe que des personnes qui ont dit oui : chaque courriel leur rappelle d’où vient leur adresse. Qui s’est désinscrit ne revient pas.</p>)");
          ui::error_summary(out, view.errors);
          ui::form(out,
                   {.action = html::Url::local(contacts_path(view.head.section, "/importer")),
                    .csrf = v.csrf(),
                    .upload = true,
                    .whole_page = true},
                   [&] {
                     ui::file_field(out,
                                    {.name = "file",
                                     .label = "Ton fichier",
                                     .accept = ".csv,.xlsx,.vcf,.txt,text/csv,text/vcard",
                                     .hint = "Un tableau .csv ou .xlsx avec des titres (Prénom, Nom, Organisation, "
                                             "Courriel), ou un carnet .vcf. 8 Mo et 5 000 contacts au plus.",
                                     .error = view.errors["file"],
                                     .required = true,
                                     .most_megabytes = 8,
                                     .too_heavy = "Ton fichier pèse plus de 8 Mo. Partage-le en plusieurs."});
                     consent_fields(out, view.consent, view.errors);
                     ui::buttons(out, [&] {
                       ui::submit(out, {.label = "Importer", .icon = "upload", .sending = "Lecture du fichier…"});
                     });
                   });
        });
      },
      status);
}

struct Report {
  std::int64_t taken = 0, known = 0;
  std::vector<RefusedLine> refused;
  std::string batch;
};

void refused_lines(html::Out& out, const Report& report) {
  if (report.refused.empty()) return;
  out(R"(<section><h3>Lignes laissées de côté</h3><ul class="lines">)");
  for (size_t i = 0; i < std::min(report.refused.size(), most_shown); ++i) {
    const auto& line = report.refused[i];
    out("<li>");
    if (line.line > 0) out("<b>Ligne {}</b> ", line.line);
    out(R"({} <span class="soft">{}</span></li>)", line.text, line.why);
  }
  if (report.refused.size() > most_shown)
    out(R"(<li class="soft">… et {} autres</li>)",
        french::number(static_cast<long long>(report.refused.size() - most_shown)));
  out("</ul></section>");
}

void told(html::Out& out, const Head& head, const Report& report, std::string_view csrf) {
  contacts_frame(out, head, [&] {
    ui::back_link(out, html::Url::local(contacts_path(head.section)), "Contacts");
    out("<h2>Ton fichier est importé</h2>");
    const auto stat = [](std::int64_t count, std::string_view one, std::string_view several) {
      return ui::Stat{french::number(count), std::string(french::plural(count, one, several))};
    };
    const std::array stats{stat(report.taken, "contact ajouté", "contacts ajoutés"),
                           stat(report.known, "était déjà là", "étaient déjà là"),
                           stat(std::ssize(report.refused), "ligne laissée", "lignes laissées")};
    ui::stats(out, stats);
    refused_lines(out, report);
    ui::buttons(out, [&] {
      ui::link_button(out, html::Url::local(contacts_path(head.section)), {.label = "Voir les contacts"});
    });
    if (report.taken == 0) return;
    ui::form(out,
             {.action = html::Url::local(contacts_path(head.section, "/importer/annulation")), .csrf = csrf, .css = ""},
             [&] {
               ui::hidden(out, "batch", report.batch);
               ui::submit(out, {.label = "Annuler cet import", .look = ui::Look::plain, .icon = "undo-2"});
             });
  });
}

}  // namespace

http::Response choose_contacts_file(gate::Visit& v) {
  const auto head = ask_head(v, place_of(v));
  v.ask();
  return choose(v, {*head, {}}, 200);
}

http::Response import_contacts(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto head = ask_head(v, place_of(v));
  v.ask();  // whoever may not is refused before their file is read
  View view{*head, {}};
  view.consent = typed_consent(v, view.errors);
  const auto& uploads = v.form().uploads;
  const auto upload = std::ranges::find(uploads, "file", &http::Upload::field);
  if (upload == uploads.end() || upload->content.empty()) {
    view.errors.add("file", "Choisis d’abord un fichier sur ton appareil.");
    return choose(v, view, 422);
  }
  auto file = read_contacts(upload->content);
  if (!file.problem.empty()) view.errors.add("file", file.problem);
  if (!view.errors.empty()) return choose(v, view, 422);
  Texts firsts, lasts, organisations, addresses, hashes;
  for (const auto& contact : file.contacts) {
    firsts.push_back(contact.first_name);
    lasts.push_back(contact.last_name);
    organisations.push_back(contact.organisation);
    addresses.push_back(contact.email);
    hashes.push_back(crypto::hex(address_hash(v.services.settings, contact.email)));
  }
  Report report{.refused = std::move(file.refused), .batch = crypto::base64url(crypto::random_bytes(batch_octets))};
  const auto outcomes = v.all(take_contacts, id, firsts, lasts, organisations, addresses, hashes, view.consent.origin,
                              day_of(view.consent), std::optional(report.batch));
  v.ask();
  for (const auto& [place, outcome] : *outcomes) {
    const auto& contact = file.contacts[static_cast<size_t>(place - 1)];
    report.taken += outcome == "new";
    report.known += outcome == "known";
    if (outcome == "refused")
      report.refused.push_back(
          {contact.line, contact.email, "Cette personne ne veut plus de courriels de la section."});
  }
  std::ranges::sort(report.refused, {}, &RefusedLine::line);
  return v.page({.title = title("Contacts importés", *head), .here = ui::Key::section},
                [&](html::Out& out) { told(out, *head, report, v.csrf()); });
}

http::Response undo_import(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto gone = v.all(take_back, id, v.field("batch"));
  v.ask();
  return v.redirect(contacts_path(id), french::count(std::ssize(*gone), "contact de ce fichier est retiré.",
                                                     "contacts de ce fichier sont retirés."));
}

}  // namespace letters
