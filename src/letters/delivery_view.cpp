#include "letters/delivery_view.hpp"

#include <array>

#include "core/mail/fault.hpp"
#include "core/markdown.hpp"
#include "core/text/french.hpp"
#include "letters/draft.hpp"
#include "letters/pause.hpp"
#include "sections/waiting.hpp"
#include "sections/zones.hpp"
#include "ui/feedback.hpp"

namespace letters {
namespace {

constexpr std::chrono::minutes worth_telling{3};

std::chrono::sys_seconds second(pg::Time at) {
  return std::chrono::floor<std::chrono::seconds>(at);
}
std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void written(html::Out& out, const Letter& letter, std::string_view title, std::string_view from) {
  ui::panel(out, title, [&] {
    if (!from.empty()) out(R"(<p class="soft">De {}</p>)", from);
    out(R"(<div class="prose">{}</div>)", markdown::render_mail(letter.body));
  });
}

// As long as nothing has left.
bool can_be_called_back(const Letter& letter) {
  return letter.sent_at && now() < second(*letter.sent_at) + pause_before_it_leaves &&
         letter.waiting() == letter.recipients;
}

void call_back_button(html::Out& out, const DeliveryPage& page, std::string_view csrf) {
  if (can_be_called_back(page.letter))
    ui::post_button(out, page.place.url(page.letter.id, "/annulation"), csrf,
                    {.label = "Arrêter l’envoi", .look = ui::Look::plain, .icon = "undo-2"});
}

std::string progress_words(const Letter& letter, bool over) {
  if (over) return "C’est terminé.";
  return can_be_called_back(letter) ? "Il part dans une minute…" : "Il part…";
}

void figures(html::Out& out, const DeliveryPage& page) {
  const auto& letter = page.letter;
  const auto stat = [](std::int32_t count, std::string_view one, std::string_view several) {
    return ui::Stat{french::number(count), std::string(french::plural(count, one, several))};
  };
  const std::array stats{stat(letter.delivered, "est parti", "sont partis"),
                         stat(letter.waiting(), "attend", "attendent"),
                         stat(letter.bounced, "n’est pas arrivé", "ne sont pas arrivés"),
                         stat(letter.refused + letter.dropped, "n’en veut plus", "n’en veulent plus")};
  ui::stats(out, stats);
}

void bounces(html::Out& out, const DeliveryPage& page) {
  if (page.bounces.empty()) return;
  out("<section><h3>Pas arrivés</h3><ul class=\"lines\">");
  for (const auto& bounce : page.bounces)
    out(R"(<li><b>{}</b> <span class="soft">{}</span></li>)", bounce.name, mail::fault_words(bounce.fault));
  out("</ul></section>");
}

void line(html::Out& out, const Place& place, const Line& letter) {
  const auto subject = letter.subject.empty() ? std::string("Sans objet") : letter.subject;
  out(R"(<li><a href="{}">{}</a> <span class="soft">)", place.url(letter.id), subject);
  if (!letter.sent_at) {
    out("gardé {}", french::ago(second(letter.saved_at), now()));
  } else {
    out("{} · {}", french::moment(second(*letter.sent_at)),
        place.zone() ? sections::people_about(letter.recipients)
                     : french::count(letter.recipients, "destinataire", "destinataires"));
    if (letter.bounced > 0) out(" · {}", french::count(letter.bounced, "pas arrivé", "pas arrivés"));
    if (!letter.zone.empty()) out(" · zone {}", letter.zone);
    if (!letter.sender.empty()) out(" · {}", letter.sender);
  }
  out("</span></li>");
}

void lines(html::Out& out, const Place& place, std::string_view heading, const std::vector<Line>& letters, bool sent) {
  bool any = false;
  for (const auto& letter : letters) {
    if (letter.sent_at.has_value() != sent) continue;
    if (!any) out(R"(<section><h3>{}</h3><ul class="lines">)", heading);
    any = true;
    line(out, place, letter);
  }
  if (any) out("</ul></section>");
}

// By the clock alone: how long it takes would tell how many there are.
void zone_delivery(html::Out& out, const DeliveryPage& page, std::string_view csrf) {
  const auto& letter = page.letter;
  out(R"(<h2>{}</h2><p class="soft">Envoyé {}. {}.</p>)", letter.subject, french::moment(second(*letter.sent_at)),
      sections::people_about(letter.recipients));
  if (can_be_called_back(letter))
    ui::notice(out, ui::Flash::Tone::info, "Il part dans une minute : tu peux encore l’arrêter.");
  else
    ui::notice(out, ui::Flash::Tone::good, "Il est parti.");
  call_back_button(out, page, csrf);
  written(out, letter, "Le courrier", letter.sender);
}

void office_delivery(html::Out& out, const DeliveryPage& page, std::string_view csrf) {
  const auto& letter = page.letter;
  const bool over = letter.waiting() <= 0;
  ui::back_link(out, page.place.url(), "Courriers");
  out(R"(<h2>{}</h2><p class="soft">Envoyé {} à {}.</p>)", letter.subject, french::moment(second(*letter.sent_at)),
      french::count(letter.recipients, "personne", "personnes"));
  sections::waiting(out, over, [&] {
    out(R"(<div class="stack">)");
    ui::progress(out, {.id = "envoi",
                       .label = progress_words(letter, over),
                       .done = letter.recipients - letter.waiting(),
                       .total = letter.recipients,
                       .finished = over});
    figures(out, page);
    call_back_button(out, page, csrf);
    out("</div>");
  });
  if (!over) {
    out(R"(<p class="soft">Tu peux fermer cette page : l’envoi continue.)");
    // Not too fast, so that nobody takes the party for a spammer.
    if (letter.leaves_until && second(*letter.leaves_until) > now() + worth_telling)
      out(" Les derniers partent vers {}.", french::hour(paris::local(second(*letter.leaves_until))));
    out("</p>");
  }
  bounces(out, page);
  out(R"(<p class="soft">On ne regarde jamais qui ouvre un courriel : ces chiffres disent seulement ce que les messageries ont accepté.</p>)");
  written(out, letter, "Le courrier", letter.sender);
}

}  // namespace

void sending_page(html::Out& out, const SendingPage& page, std::string_view csrf) {
  const auto& letter = page.letter;
  const auto from = page.writer + ", " +
                    (page.place.zone() ? "zone " + page.head.zone : sections::section_words_inside(page.head.name));
  frame(out, page.place, page.head, [&] {
    ui::back_link(out, page.place.url(letter.id), "Modifier le courrier");
    const auto reach =
        page.place.zone() ? sections::people_about(page.size.many) + " recevront ce courriel." : size_words(page.size);
    out(R"(<h2>Avant l’envoi</h2><p class="lead">{}</p>)", reach);
    if (!letter.answers) out(R"(<p class="soft">Personne ne pourra y répondre.</p>)");
    written(out, letter, letter.subject, from);
    const auto send = page.place.zone()     ? std::string("Envoyer à la zone")
                      : page.size.many == 1 ? std::string("Envoyer à une personne")
                                            : "Envoyer à " + french::count(page.size.many, "personne", "personnes");
    ui::form(out, {.action = page.place.url(letter.id, "/envoi"), .csrf = csrf}, [&] {
      ui::buttons(out, [&] {
        if (page.place.zone() || page.size.many > 0)
          ui::submit(
              out,
              {.label = send, .icon = "send", .confirm = send + " ? Tu pourras encore l’arrêter pendant une minute."});
        ui::submit(out, {.label = "M’envoyer un essai",
                         .look = ui::Look::plain,
                         .icon = "mail",
                         .action = page.place.url(letter.id, "/essai")});
      });
    });
  });
}

void delivery_view(html::Out& out, const DeliveryPage& page, std::string_view csrf) {
  frame(out, page.place, page.head,
        [&] { page.place.zone() ? zone_delivery(out, page, csrf) : office_delivery(out, page, csrf); });
}

void letters_page(html::Out& out, const LettersPage& page) {
  frame(out, page.place, page.head, [&] {
    ui::head(out, {.title = "Courriers"});
    ui::buttons(out, [&] {
      ui::link_button(out, page.place.url("/nouveau"), {.label = "Écrire un courrier", .icon = "square-pen"});
    });
    lines(out, page.place, "Brouillons", page.lines, false);
    lines(out, page.place, "Envoyés", page.lines, true);
    if (page.lines.empty())
      ui::empty_state(out, {.icon = "mail",
                            .title = "Aucun courrier pour le moment.",
                            .text = "Écris à tous les membres, à une liste, à une zone : chacun reçoit un courriel."});
    if (page.saved.empty()) return;
    out(R"(<section><h3>Destinataires gardés</h3><ul class="lines">)");
    for (const auto& one : page.saved)
      out(R"(<li><a href="{}">{}</a> <span class="soft">{}</span></li>)",
          page.place.url("/destinataires/" + std::to_string(one.id)), one.name,
          french::count(one.many, "personne", "personnes"));
    out("</ul></section>");
  });
}

void zone_page(html::Out& out, const Place& place, const Head& head, const Size& size, const std::vector<Line>& letters,
               std::string_view csrf) {
  const std::vector<Group> no_groups;
  const std::vector<SavedAudience> none;
  draft_page(out, {place, head, {}, no_groups, size, none}, csrf);
  if (!letters.empty()) out("<h2>Tes courriers à cette zone</h2>");
  lines(out, place, "Brouillons", letters, false);
  lines(out, place, "Envoyés", letters, true);
}

}  // namespace letters
