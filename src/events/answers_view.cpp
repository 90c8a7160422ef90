// The viewer's answer, and who comes.

#include <span>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/page_view.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace events {

ui::Person person(const std::optional<MemberId>& id, const std::optional<std::string>& name,
                  const std::optional<PictureId>& picture) {
  if (!name) return {.name = "Quelqu’un"};
  ui::Person person{.name = *name, .photo = images::url(picture)};
  if (id) person.href = html::Url::local("/membres/" + std::to_string(id->number()));
  return person;
}

void write_answers(html::Out& out, const Detail& e, std::string_view csrf) {
  out(R"(<div class="stack" id="answering-{}">)", e.id);
  ui::answers(out, {"answers-" + std::to_string(e.id.number()), html::Url::local(path(e.id, "reponse")),
                    std::string(csrf), e.given(), e.full(), e.brought});
  if (e.turn > 0 && e.brought > 0)
    out(R"(<p class="soft">Vous êtes {} en liste d’attente{}. Vous entrez ensemble, dès qu’il y a assez de places&nbsp;; à moins de monde, ce serait peut-être plus tôt.</p>)",
        french::number(e.brought + 1),
        e.turn == 1 ? ", en tête" : ", avec " + french::count(e.turn - 1, "personne", "personnes") + " avant vous");
  else if (e.turn == 1)
    out(R"(<p class="soft">Tu es en tête de la liste d’attente&nbsp;: la première place qui se libère est pour toi.</p>)");
  else if (e.turn > 1)
    out(R"(<p class="soft">Tu es en liste d’attente, {}&nbsp;personnes sont avant toi. Dès qu’une place est à toi, tu es prévenu·e.</p>)",
        french::number(e.turn - 1));
  else if (e.full() && e.given() != ui::Answer::yes)
    out(R"(<p class="soft">C’est complet. En attente, tu prends ton tour&nbsp;: les places qui se libèrent sont données toutes seules, dans l’ordre.</p>)");
  out("</div>");
}

void write_participants(html::Out& out, const Detail& e, const std::vector<Participant>& people, paris::Instant now) {
  out(R"(<section class="stack" id="participants-{}">)", e.id);
  ui::head(out, {.title = e.open(now) ? "Qui vient" : "Qui avait dit oui"});
  if (e.coming == 0) {
    out(R"(<p class="soft">{}</p></section>)", e.open(now) ? "Personne n’a encore dit oui." : "Personne.");
    return;
  }
  // Who brings whom is the organiser's to know; others see how many come.
  const auto with = [&](const Participant& one) {
    return e.organises && one.companions > 0 ? "avec " + french::count(one.companions, "personne", "personnes") : "";
  };
  std::vector<ui::Person> drawn;
  drawn.reserve(people.size());
  int shown = 0;
  for (const auto& one : people) {
    drawn.push_back(person(one.id, one.name, one.picture));
    drawn.back().note = with(one);
    shown += drawn.back().note.empty() ? 1 : 1 + one.companions;
  }
  constexpr size_t most_faces = 8;
  if (drawn.empty())
    out("<p>{}</p>", french::count(e.coming, "personne", "personnes"));
  else
    ui::faces(out, std::span(drawn).first(std::min(drawn.size(), most_faces)), e.coming);
  if (!drawn.empty()) {
    ui::disclosure(out, "Leurs noms", false, [&] {
      out(R"(<ul class="people">)");
      for (const auto& one : drawn) ui::person_row(out, one);
      out("</ul>");
      if (const auto others = e.coming - shown; others > 0)
        out(R"(<p class="soft">et {}</p>)", french::count(others, "autre personne", "autres personnes"));
    });
  }
  out("</section>");
}

}  // namespace events
