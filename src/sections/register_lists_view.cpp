#include "sections/register_lists_view.hpp"

#include <array>

#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/search_line.hpp"
#include "ui/table.hpp"

namespace sections {
namespace {

// Fewer than this are seen at a glance.
constexpr std::int64_t worth_searching = 10;

html::Url entry_url(const RegisterDesk& desk, EntryId entry, std::string_view rest = "") {
  return section_url(desk.section.id, "/gestion/invitations/" + std::to_string(entry.number()) + std::string(rest));
}

void search(html::Out& out, const RegisterList& list, std::int64_t count) {
  if (count < worth_searching && list.words.empty()) return;
  ui::form(out, {.action = section_url(list.desk.section.id, place_path(list.desk.here)), .get = true, .css = ""},
           [&] { ui::search_line(out, {.label = "Chercher une personne", .words = list.words, .name = "nom"}); });
}

void nobody_found(html::Out& out) {
  ui::empty_state(out, {.icon = "search",
                        .title = "Personne ne répond à ce nom dans cette liste.",
                        .text = "Essaie avec moins de lettres, ou regarde dans les autres listes."});
}

void who(html::Out& out, const EntryRow& row) {
  out(R"({}<br><span class="soft">{})", row.name(), row.kind == "adherent" ? "Adhérent" : "Sympathisant");
  if (row.city) out(" · {}", *row.city);
  out("</span>");
}

void change_link(html::Out& out, const RegisterList& list, const EntryRow& row) {
  out(R"(<a class="btn quiet" href="{}">{}Modifier<span class="sr"> {}</span></a>)", entry_url(list.desk, row.id),
      ui::icon("pencil"), row.name());
}

std::string_view refusal(std::string_view why) {
  if (why == "unknown") return "son fournisseur dit que cette adresse n’existe pas.";
  if (why == "full") return "sa boîte est pleine.";
  return why == "late" ? "son fournisseur n’a pas répondu, deux jours durant." : "son fournisseur l’a refusé.";
}

std::string reason(const EntryRow& row) {
  if (row.refused) return "Le courriel est revenu : " + std::string(refusal(*row.refused));
  const std::string what = row.incomplete.value_or("missing");
  if (what == "shared")
    return "Même adresse que " + row.sharers.value_or("quelqu’un d’autre") + " : il en faut une par personne.";
  if (what == "invalid") return "L’adresse n’est pas valable.";
  return "Il manque son adresse électronique.";
}

void correction(html::Out& out, const RegisterList& list, const EntryRow& row, std::string_view csrf) {
  const auto label = "Adresse électronique " + french::of(row.name());
  const auto id = "f-email-" + std::to_string(row.id.number());
  ui::form(out, {.action = entry_url(list.desk, row.id, "/adresse"), .csrf = csrf, .css = "in-row"}, [&] {
    ui::field(out, {.name = "email",
                    .label = label,
                    .value = row.typed_email ? *row.typed_email : row.email.value_or(""),
                    .type = "email",
                    .autocomplete = "off",
                    .placeholder = "prenom.nom@exemple.fr",
                    .hide_label = true,
                    .id = id});
    ui::submit(out, {.label = "Enregistrer", .look = ui::Look::plain});
  });
}

// Who opened an account; that somebody has read a mail is not known.
void who_came(html::Out& out, const RegisterDesk& desk) {
  if (desk.counts.came == 0) return;
  out(R"(<p class="soft">{} : voir <a href="{}">les membres</a>.</p>)",
      french::count(desk.counts.came, "personne invitée est déjà entrée", "personnes invitées sont déjà entrées"),
      section_url(desk.section.id, "/gestion/membres"));
}

}  // namespace

void ready_page(html::Out& out, const RegisterList& list, std::string_view csrf) {
  const auto& desk = list.desk;
  const auto count = desk.counts.ready;
  register_desk(out, desk, "Membres à inviter", [&] {
    if (count == 0) {
      ui::empty_state(out, {.icon = "user-plus",
                            .title = "Personne n’attend d’invitation.",
                            .text = "Importe ton fichier de membres, ou ajoute les personnes une à une.",
                            .href = section_url(desk.section.id, place_path(Place::import)),
                            .link = "Importer mon fichier"});
      return;
    }
    out(R"(<p>Chaque personne recevra un courriel avec un lien pour entrer. Pense à les prévenir avant, en réunion par exemple.</p>)");
    const auto send = section_url(desk.section.id, "/gestion/invitations/envoi");
    ui::form(out, {.action = send, .csrf = csrf, .css = ""}, [&] {
      ui::hidden(out, "all", "1");
      const auto people = french::count(count, "personne", "personnes");
      ui::submit(out, {.label = count == 1 ? "Inviter cette personne" : "Inviter les " + people,
                       .icon = "send",
                       .confirm = "Envoyer maintenant l’invitation à " + people + " ?"});
    });
    search(out, list, count);
    if (list.rows.empty()) return nobody_found(out);
    const std::array columns{ui::Column{.label = "Nom"}, ui::Column{.label = "Courriel"},
                             ui::Column{.label = "Corriger"}};
    ui::selection_form(out, {.action = send, .csrf = csrf}, [&] {
      ui::table(out, {.caption = "Membres à inviter", .columns = columns, .tick = "entry"}, [&](ui::Rows& rows) {
        for (const auto& row : list.rows)
          rows.row({.value = std::to_string(row.id.number()), .name = row.name()}, [&](ui::Cells& cells) {
            cells.cell([&] { who(out, row); });
            cells.cell(row.email.value_or(""));
            cells.cell([&] { change_link(out, list, row); });
          });
      });
      ui::selection_bar(out, {}, [&] { ui::submit(out, {.label = "Envoyer l’invitation", .icon = "send"}); });
    });
    ui::pager(out, list.pager);
  });
}

void sent_page(html::Out& out, const RegisterList& list, std::string_view csrf) {
  const auto& desk = list.desk;
  register_desk(out, desk, "Invitations envoyées", [&] {
    if (desk.counts.sent == 0) {
      ui::empty_state(
          out, {.icon = "mail",
                .title = "Aucune invitation en attente.",
                .text = "Celles et ceux que tu invites restent ici jusqu’à leur arrivée, puis passent dans Membres."});
      return who_came(out, desk);
    }
    out(R"(<p>Ces personnes ne sont pas encore entrées. Tu peux leur renvoyer l’invitation : seul le lien du dernier courriel marche.</p>)");
    who_came(out, desk);
    search(out, list, desk.counts.sent);
    if (list.rows.empty()) return nobody_found(out);
    const std::array columns{ui::Column{.label = "Nom"}, ui::Column{.label = "Courriel"},
                             ui::Column{.label = "Envois", .number = true}, ui::Column{.label = "Dernier envoi"},
                             ui::Column{.label = "Corriger"}};
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    ui::selection_form(out, {.action = section_url(desk.section.id, "/gestion/invitations/renvoi"), .csrf = csrf}, [&] {
      shown_at_field(out);
      ui::table(
          out, {.caption = "Invitations envoyées", .columns = columns, .tick = "invitation"}, [&](ui::Rows& rows) {
            for (const auto& row : list.rows)
              rows.row({.value = std::to_string(row.invitation->number()), .name = row.name()}, [&](ui::Cells& cells) {
                cells.cell([&] { who(out, row); });
                cells.cell(row.email.value_or(""));
                cells.cell(std::to_string(*row.sends));
                cells.cell(french::ago(std::chrono::floor<std::chrono::seconds>(*row.last_sent_at), now));
                cells.cell([&] { change_link(out, list, row); });
              });
          });
      const auto total = static_cast<int>(desk.counts.sent);
      ui::selection_bar(out, {.total = list.words.empty() ? total : 0},
                        [&] { ui::submit(out, {.label = "Renvoyer", .icon = "send"}); });
    });
    ui::pager(out, list.pager);
  });
}

void incomplete_page(html::Out& out, const RegisterList& list, std::string_view csrf) {
  const auto& desk = list.desk;
  register_desk(out, desk, "Profils incomplets", [&] {
    if (desk.counts.incomplete == 0) {
      ui::empty_state(out, {.icon = "circle-check",
                            .title = "Tout est complet.",
                            .text = "Les personnes sans adresse, qui partagent la leur, ou dont l’invitation est "
                                    "revenue, se retrouvent ici."});
      return;
    }
    out(R"(<p>On ne peut pas écrire à ces personnes pour l’instant. Corrige leur adresse : elles passeront dans « Membres à inviter ».</p>)");
    search(out, list, desk.counts.incomplete);
    if (list.rows.empty()) return nobody_found(out);
    const std::array columns{ui::Column{.label = "Nom"}, ui::Column{.label = "Adresse électronique"},
                             ui::Column{.label = "Corriger"}};
    ui::table(out, {.caption = "Profils incomplets", .columns = columns}, [&](ui::Rows& rows) {
      for (const auto& row : list.rows)
        rows.row({}, [&](ui::Cells& cells) {
          cells.cell([&] { out(R"({}<br><span class="soft">{}</span>)", row.name(), reason(row)); });
          cells.cell([&] { correction(out, list, row, csrf); });
          cells.cell([&] { change_link(out, list, row); });
        });
    });
    ui::pager(out, list.pager);
  });
}

}  // namespace sections
