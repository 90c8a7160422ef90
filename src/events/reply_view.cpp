#include "events/reply_view.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace events {
namespace {

std::string_view label(ui::Answer answer) {
  return answer == ui::Answer::waiting ? "En liste d’attente"
         : answer == ui::Answer::yes   ? "Je participe"
         : answer == ui::Answer::maybe ? "Peut-être"
                                       : "Je ne participe pas";
}

void write_facts(html::Out& out, const Detail& e) {
  const ui::Definition facts[] = {{"Quand", french::span(french::when(e))},
                                  {"Où", where_words(e.address, e.postcode, e.city, e.online_url.has_value())},
                                  {"En ligne", e.online_url.value_or("")}};
  ui::definitions(out, facts);
}

// The link is its own proof: such a form carries no token of a session.
void write_answer_form(html::Out& out, const ReplyPage& page, ui::Answer answer, ui::Look look) {
  ui::form(out, {.action = html::Url::local(page.path(answer)), .css = ""},
           [&] { ui::submit(out, {.label = label(answer), .look = look}); });
}

void write_companions(html::Out& out, const ReplyPage& page) {
  ui::form(out, {.action = html::Url::local(page.yes), .css = "companions"}, [&] {
    ui::companions(out, page.event.brought);
    ui::submit(out, {.label = "Enregistrer", .look = ui::Look::plain});
  });
}

}  // namespace

void write_confirm(html::Out& out, const ReplyPage& page) {
  const auto& e = page.event;
  out(R"(<div class="panel stack"><h1>{}</h1>)", e.title);
  write_facts(out, e);
  out(R"(<p>{}, on note ta réponse…</p><div data-controller="send-at-once">)", page.first_name);
  write_answer_form(out, page, page.asked, ui::Look::main);
  out("</div></div>");
}

void write_noted(html::Out& out, const ReplyPage& page) {
  const auto& e = page.event;
  const auto given = e.given();
  out(R"(<div class="panel stack"><p class="kind">{}{}</p><h1>C’est noté, {}.</h1><p>)", ui::icon("check"),
      label(given), page.first_name);
  if (given == ui::Answer::no)
    out("Tu ne participes pas à «&#8239;{}&#8239;». Tu peux changer d’avis jusqu’à la fin.", e.title);
  else if (given == ui::Answer::waiting)
    out("C’est complet pour l’instant&nbsp;: tu es en liste d’attente pour «&#8239;{}&#8239;». Si une place se libère, "
        "elle est à toi, et tu es prévenu·e par courriel.",
        e.title);
  else if (given == ui::Answer::maybe)
    out("Tu viendras peut-être à «&#8239;{}&#8239;».", e.title);
  else
    out("{} à «&#8239;{}&#8239;». À bientôt !",
        e.brought > 0 ? "Vous venez à " + french::number(e.brought + 1) : "Tu participes", e.title);
  out("</p>");
  if (!page.notice.empty()) ui::notice(out, ui::Flash::Tone::warning, page.notice);
  write_facts(out, e);
  if (given == ui::Answer::yes || given == ui::Answer::waiting) write_companions(out, page);
  ui::buttons(out, [&] {
    if (given != ui::Answer::no && given != ui::Answer::waiting)
      ui::link_button(out, html::Url::local(page.calendar),
                      {.label = "Ajouter à mon agenda", .look = ui::Look::plain, .icon = "calendar-plus"});
    ui::link_button(out, html::Url::local(path(e.id)), {.label = "Voir l’événement", .look = ui::Look::plain});
  });
  out(R"(<p class="soft">Une autre réponse ?</p><div class="buttons">)");
  for (const auto answer : {ui::Answer::yes, ui::Answer::maybe, ui::Answer::no})
    if (answer != given && !(given == ui::Answer::waiting && answer == ui::Answer::yes))
      write_answer_form(out, page, answer, ui::Look::quiet);
  out("</div></div>");
}

void write_too_late(html::Out& out, std::string_view title, std::string_view text) {
  out(R"(<div class="panel stack"><h1>{}</h1><p>{}</p>)", title, text);
  ui::link_button(out, html::Url::local("/"), {.label = "Aller à l’accueil"});
  out("</div>");
}

}  // namespace events
