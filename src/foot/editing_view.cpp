#include "core/markdown.hpp"
#include "core/text/french.hpp"
#include "foot/changes.hpp"
#include "foot/editing.hpp"
#include "foot/texts.hpp"
#include "ui/feedback.hpp"
#include "ui/navigation.hpp"

namespace foot {

using html::Url;

namespace {

std::string day_of(const Edition& edition) {
  return french::day_and_year(paris::day(std::chrono::floor<std::chrono::seconds>(edition.published_at)));
}

void back(html::Out& out) {
  ui::back_link(out, Url::local("/coopilote/textes"), "Textes de la maison");
}

void preview(html::Out& out, const Edition& current, const Draft& draft, const Settings& settings) {
  ui::panel(out, "Ce qui change", [&] { changes(out, current.body, draft.body); });
  ui::panel(out, "Aperçu",
            [&] { out(R"(<div class="prose">{}</div>)", markdown::render(filled_in(draft.body, settings))); });
}

}  // namespace

void edit_page(html::Out& out, const House& text, const Edition& current, const Draft& draft, const Settings& settings,
               std::string_view csrf) {
  const std::string path = "/coopilote/textes/" + std::string(text.code);
  const bool charter = text.code == "charte";
  back(out);
  out(R"(<div class="stack"><h1>{}</h1><p class="lead">Version en ligne : {}. Rien ne change avant que tu publies.</p>)",
      text.title, day_of(current));
  ui::error_summary(out, draft.errors);
  if (draft.preview) preview(out, current, draft, settings);
  ui::form(out, {.action = Url::local(path), .csrf = csrf}, [&] {
    ui::hidden(out, "former", std::to_string(draft.former));
    ui::textarea(
        out,
        {.name = "body",
         .label = "Le texte",
         .value = draft.body,
         .hint =
             charter
                 ? "Une ligne vide sépare deux paragraphes, « ## » commence un titre, « - » une liste, **deux "
                   "étoiles** "
                   "mettent en gras."
                 : "Comme la charte. {éditeur}, {directeur}, {hébergeur} et {données} viennent des réglages du site.",
         .error = draft.errors["body"],
         .rows = 18,
         .required = true});
    ui::field(out, {.name = "note",
                    .label = "Ce qui change, en une phrase",
                    .value = draft.note,
                    .hint = charter ? "Elle accompagne la version, et la nouvelle charte quand elle est proposée."
                                    : "Elle accompagne la version.",
                    .error = draft.errors["note"],
                    .max_length = 500});
    if (charter)
      ui::checkbox(out, {.name = "asks_again",
                         .label = "Demander un nouvel accord à chaque membre",
                         .checked = draft.asks_again,
                         .hint = "À sa prochaine page, chacun lit ce qui change et l’accepte avant de continuer. "
                                 "Inutile pour une coquille."});
    ui::buttons(out, [&] {
      ui::submit(
          out,
          {.label = "Voir avant de publier", .look = ui::Look::plain, .icon = "eye", .name = "preview", .value = "1"});
      ui::submit(out, {.label = "Publier"});
    });
  });
  out("</div>");
}

void editions_page(html::Out& out, const House& text, const std::vector<Edition>& all) {
  back(out);
  out(R"(<div class="stack"><h1>{} : versions</h1>)", text.title);
  for (size_t i = 0; i < all.size(); ++i) {
    const auto& edition = all[i];
    ui::panel(out, (i == 0 ? "En ligne depuis le " : "Version du ") + day_of(edition), [&] {
      if (edition.author) out(R"(<p class="soft">Par {}</p>)", *edition.author);
      if (!edition.note.empty()) out("<p>{}</p>", edition.note);
      if (edition.asks_again) out("<p>Demande un nouvel accord.</p>");
      if (edition.agreed > 0)
        out(R"(<p class="soft">{}</p>)",
            french::count(edition.agreed, "membre l’a acceptée", "membres l’ont acceptée"));
      if (i + 1 < all.size())
        ui::disclosure(out, "Ce qui change", i == 0, [&] { changes(out, all[i + 1].body, edition.body); });
      ui::disclosure(out, "Le texte", false,
                     [&] { out(R"(<div class="prose">{}</div>)", markdown::render(edition.body)); });
    });
  }
  out("</div>");
}

}  // namespace foot
