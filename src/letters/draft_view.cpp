#include "letters/draft.hpp"
#include "ui/feedback.hpp"

#include "core/text/french.hpp"
#include "sections/zones.hpp"

namespace letters {
namespace {

void saved_buttons(html::Out& out, const DraftPage& page) {
  if (page.saved.empty()) return;
  out(R"(<div class="buttons" role="group" aria-label="Destinataires enregistrés">)");
  for (const auto& one : page.saved)
    ui::submit(out, {.label = one.name + " (" + french::number(one.many) + ")",
                     .look = ui::Look::plain,
                     .icon = "users-round",
                     .name = "use",
                     .value = std::to_string(one.id)});
  out("</div>");
}

void keep_audience(html::Out& out, const DraftPage& page) {
  ui::disclosure(out, "Garder ces destinataires pour une autre fois", !page.draft.errors["audience_name"].empty(), [&] {
    ui::field(out, {.name = "audience_name",
                    .label = "Leur donner un nom",
                    .error = page.draft.errors["audience_name"],
                    .placeholder = "Bureau et tracteurs",
                    .max_length = 80});
    ui::buttons(out, [&] {
      ui::submit(out,
                 {.label = "Garder ces destinataires", .look = ui::Look::plain, .name = "act", .value = "remember"});
    });
  });
}

void whom(html::Out& out, const DraftPage& page) {
  if (page.place.zone()) {
    out(R"(<p>{} recevront ce courriel. Pour protéger chacun, tu ne vois ni leurs noms ni leur nombre exact.</p>)",
        sections::people_about(page.size.many));
    return;
  }
  saved_buttons(out, page);
  audience_fields(out, {page.head.section, page.groups, page.draft.audience, page.size, page.draft.errors["a"]});
  keep_audience(out, page);
}

}  // namespace

void draft_page(html::Out& out, const DraftPage& page, std::string_view csrf) {
  const auto& draft = page.draft;
  frame(out, page.place, page.head, [&] {
    if (!page.place.zone()) {
      ui::back_link(out, page.place.url(), "Courriers");
      out("<h2>{}</h2>", draft.id ? "Continuer le courrier" : "Écrire un courrier");
    }
    ui::error_summary(out, draft.errors);
    ui::form(
        out,
        {.action = draft.id ? page.place.url(*draft.id) : page.place.url(page.place.zone() ? "" : "/nouveau"),
         .csrf = csrf},
        [&] {
          whom(out, page);
          ui::field(out, {.name = "subject",
                          .label = "Objet",
                          .value = draft.subject,
                          .error = draft.errors["subject"],
                          .max_length = longest_subject,
                          .required = true});
          ui::textarea(out, {.name = "body",
                             .label = "Ton courrier",
                             .value = draft.body,
                             .hint = "Une ligne vide sépare deux paragraphes. **gras**, une ligne qui commence par "
                                     "« - » pour une liste. Les adresses de sites deviennent des liens.",
                             .error = draft.errors["body"],
                             .rows = 12,
                             .required = true});
          ui::checkbox(out, {.name = "answers",
                             .label = "Les réponses arrivent à mon adresse",
                             .checked = draft.answers,
                             .hint = page.place.zone()
                                         ? "Qui te répond te montre son adresse : c’est son choix. Les autres "
                                           "restent inconnus. Chacun voit ton nom et ton adresse."
                                         : "Chacun voit ton nom et ton adresse. Sinon, personne ne peut répondre."});
          ui::buttons(out, [&] {
            ui::submit(out, {.label = "Voir et envoyer", .icon = "arrow-right", .name = "act", .value = "look"});
            ui::submit(out,
                       {.label = "Garder pour plus tard", .look = ui::Look::plain, .name = "act", .value = "keep"});
            if (draft.id)
              ui::submit(out, {.label = "Jeter",
                               .look = ui::Look::quiet,
                               .icon = "trash-2",
                               .confirm = "Jeter ce brouillon ? Il ne revient pas.",
                               .action = page.place.url(*draft.id, "/suppression")});
          });
        });
  });
}

}  // namespace letters
