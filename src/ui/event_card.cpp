#include "ui/event_card.hpp"

#include <algorithm>
#include <array>

#include "core/text/french.hpp"
#include "ui/form.hpp"

namespace ui {

std::string_view code(Answer answer) {
  switch (answer) {
    case Answer::yes:
      return "yes";
    case Answer::maybe:
      return "maybe";
    case Answer::no:
      return "no";
    case Answer::waiting:
      return "waiting";
    case Answer::none:
      break;
  }
  return "";
}

std::optional<Answer> answer_of(std::string_view text) {
  for (const auto answer : {Answer::yes, Answer::maybe, Answer::no, Answer::waiting})
    if (text == code(answer)) return answer;
  return std::nullopt;
}

namespace {
void answer_button(html::Out& out, const Answers& answers, Answer answer, std::string_view css, Icon sign,
                   std::string_view words) {
  const bool pressed = answers.given == answer || (answers.given == Answer::waiting && answer == Answer::yes);
  out(R"(<button class="btn {}" type="submit" name="answer" value="{}" aria-pressed="{}">{}{}</button>)", css,
      code(answer), pressed ? "true" : "false", icon(sign), words);
}

void kind_line(html::Out& out, Kind kind, bool cancelled) {
  out(R"(<p class="kind">{}{})", icon(words(kind).icon), words(kind).label);
  if (cancelled) out(R"( <span class="chip bad">annulé</span>)");
  out("</p>");
}

// The date as a leaf of a calendar; read out as one sentence.
void leaf(html::Out& out, const french::When& when) {
  const auto day = when.day();
  out(R"(<time class="leaf" datetime="{}"><span class="sr">{}</span><b aria-hidden="true">{}</b><span aria-hidden="true">{}</span>)"
      R"(<i aria-hidden="true">{}</i></time>)",
      french::machine(when), french::moment(when), static_cast<unsigned>(day.day()), french::short_month(day.month()),
      french::leaf(when));
}
}  // namespace

void companions(html::Out& out, int brought) {
  constexpr std::array<Option, most_companions + 1> options{{{"0", "personne d’autre"},
                                                             {"1", "1 personne"},
                                                             {"2", "2 personnes"},
                                                             {"3", "3 personnes"},
                                                             {"4", "4 personnes"},
                                                             {"5", "5 personnes"}}};
  const auto chosen = static_cast<size_t>(std::clamp(brought, 0, most_companions));
  select(out,
         {.name = "companions", .label = "Je viens avec…", .options = options, .selected = options.at(chosen).value});
}

void answers(html::Out& out, const Answers& answers) {
  out(R"(<form class="answers" id="{}" method="post" action="{}">)", answers.id, answers.action);
  hidden(out, csrf_field, answers.csrf);
  if (answers.given == Answer::waiting)
    answer_button(out, answers, Answer::yes, "maybe", "clock", "En liste d’attente");
  else if (answers.full && answers.given != Answer::yes)
    answer_button(out, answers, Answer::yes, "yes", "clock", "M’inscrire en attente");
  else
    answer_button(out, answers, Answer::yes, "yes", "check", "Je participe");
  answer_button(out, answers, Answer::maybe, "maybe", {}, "Peut-être");
  answer_button(out, answers, Answer::no, "no", {}, "Je ne participe pas");
  if (answers.companions) {
    const bool comes = answers.given == Answer::yes || answers.given == Answer::waiting;
    out(R"(<div class="companions">)");
    companions(out, *answers.companions);
    if (comes) submit(out, {.label = "Enregistrer", .look = Look::plain, .name = "answer", .value = "yes"});
    out("</div>");
  }
  out("</form>");
}

void event_card(html::Out& out, const EventCard& event) {
  out(R"(<article class="event{}" id="{}">)", event.cancelled ? " cancelled" : "", event.id);
  leaf(out, event.when);
  out("<div>");
  kind_line(out, event.kind, event.cancelled);
  out(R"(<h3><a href="{}">{}</a></h3>)", event.href, event.title);
  if (const auto zone = french::elsewhere(event.when); !zone.empty())
    out(R"(<p class="soft" aria-hidden="true">{}</p>)", zone);  // the leaf was read out with it
  out(R"(<p class="soft">{})", event.place);
  if (event.repeats) out(R"( <span class="by">et les suivants</span>)");
  if (!event.hosts.empty())
    out(R"( <span class="by">organisé par {}</span>)", event.hosts);
  else if (!event.author.empty())
    out(R"( <span class="by">proposé par {}</span>)", event.author);
  out("</p>");
  if (event.gauge.goal > 0 || event.gauge.capacity > 0 || event.faces.empty()) {
    Gauge drawn = event.gauge;
    drawn.unit = words(event.kind).unit;
    gauge(out, drawn);
  } else {
    faces(out, event.faces, event.gauge.coming);
  }
  if (event.answers) answers(out, *event.answers);
  out("</div></article>");
}

void event_head(html::Out& out, const EventHead& event) {
  out(R"(<header class="event-head{}">)", event.cancelled ? " cancelled" : "");
  kind_line(out, event.kind, event.cancelled);
  out(R"(<h1>{}</h1><p class="when"><time datetime="{}">{}</time></p>)", event.title, french::machine(event.when),
      french::span(event.when));
  if (!event.place.empty()) out(R"(<p class="place">{}{}</p>)", icon("map-pin"), event.place);
  out(R"(<p class="soft">proposé par )");
  if (event.author.href.text() == "#")
    out("{}", event.author.name);
  else
    out(R"(<a href="{}">{}</a>)", event.author.href, event.author.name);
  if (!event.space.empty()) out(", {}", event.space);
  out("</p>");
  if (!event.hosts.empty()) out(R"(<p class="hosts">Organisé par {}</p>)", event.hosts);
  if (!event.circle.empty()) out(R"(<p class="circle">{}{}</p>)", icon("lock"), event.circle);
  out("</header>");
}

void event_line(html::Out& out, const html::Url& href, std::string_view title, const french::When& when) {
  out(R"(<li><a href="{}"><time datetime="{}">{}</time> {}</a></li>)", href, french::machine(when),
      french::moment(when), title);
}

void where(html::Out& out, const Where& where) {
  out(R"(<address class="where">{}<div><b>{}</b>)", icon("map-pin"), where.address);
  if (!where.complement.empty()) out("<span>{}</span>", where.complement);
  out("<span>{} {}</span>", where.postcode, where.city);
  if (where.map_point)
    out(R"(<a href="https://www.openstreetmap.org/search?query={}" rel="noreferrer" target="_blank">Voir sur une carte{}</a>)",
        *where.map_point, icon("external-link"));
  out("</div></address>");
}

}  // namespace ui
