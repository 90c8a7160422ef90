#include "events/reminder.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace events {
namespace {

constexpr size_t longest_text = 4000;  // characters

struct Audience {
  std::string code;
  std::int64_t people;
  std::optional<pg::Time> again;  ///< reminded less than a day ago: from when on it may be again
};
// The organiser sees every guest; whoever asks does not remind themselves.
const pg::Statement<Audience(EventId)> audiences{"events.audiences", R"(
  select a.code, count(g.member_id),
         (select max(r.sent_at) + interval '24 hours' from event_reminder r where r.event_id = $1 and r.audience = a.code and r.sent_at > now() - interval '24 hours')
    from unnest(array['none', 'maybe', 'yes', 'no', 'all']) with ordinality as a (code, rank)
    left join event_guest g on g.event_id = $1 and g.member_id <> viewer_id() and (a.code = 'all' or coalesce(g.answer, 'none') = a.code)
   group by a.code, a.rank order by a.rank)"};
struct Head {
  std::string title;
  bool open;
};
const pg::Statement<Head(EventId)> find_head{
    "events.reminder_head", "select title, state = 'published' and ends_at > now() from event where id = $1"};
struct Sent {
  std::int32_t reached;
  std::optional<pg::Time> again;
};
const pg::Statement<Sent(EventId, std::string, std::string)> send_reminder{
    "events.remind", "select reached, next_at from event_remind($1, $2, $3)"};

std::string words(std::string_view code) {
  if (code == "none") return "Celles et ceux qui n’ont pas encore répondu";
  if (code == "maybe") return "Celles et ceux qui viendront peut-être";
  if (code == "yes") return "Celles et ceux qui participent";
  if (code == "no") return "Celles et ceux qui ne participent pas";
  return "Toutes les personnes invitées";
}

struct View {
  EventId event;
  std::string title;
  std::vector<Audience> audiences;
  std::string audience, text;
  ui::Errors errors;
};

void write(html::Out& out, const View& view, std::string_view csrf) {
  out(R"(<div class="stack">)");
  ui::back_link(out, html::Url::local(path(view.event)), view.title);
  out("<h1>Envoyer une relance</h1>");
  ui::error_summary(out, view.errors);
  std::vector<std::string> labels, hints;
  for (const auto& audience : view.audiences) {
    labels.push_back(words(audience.code));
    hints.push_back(audience.again
                        ? "Déjà relancés. À nouveau possible " + french::moment(instant(*audience.again)) + "."
                        : french::count(audience.people, "personne", "personnes"));
  }
  std::vector<ui::Option> options;
  for (size_t i = 0; i < view.audiences.size(); ++i)
    options.push_back({.value = view.audiences[i].code, .label = labels[i], .hint = hints[i]});
  ui::form(out, {.action = html::Url::local(path(view.event, "relance")), .csrf = csrf}, [&] {
    ui::radio_group(out, {.name = "audience",
                          .label = "Qui veux-tu relancer ?",
                          .options = options,
                          .selected = view.audience,
                          .error = view.errors["audience"],
                          .required = true});
    ui::textarea(out, {.name = "text",
                       .label = "Ton message",
                       .value = view.text,
                       .hint = "Il est accompagné de l’invitation : la date, le lieu, et de quoi répondre.",
                       .error = view.errors["text"],
                       .max_length = 4000});
    ui::submit(out, {.label = "Envoyer la relance", .icon = "send", .sending = "La relance part…"});
  });
  out("</div>");
}

http::Response answer(gate::Visit& v, const View& view) {
  return v.page(
      {.title = "Envoyer une relance", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, view, v.csrf()); },
      view.errors.empty() ? 200 : 422);
}

}  // namespace

http::Response reminder(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  const auto choices = v.all(audiences, event);
  v.ask();
  if (!head->open) return v.redirect(path(event));
  return answer(v, {.event = event,
                    .title = head->title,
                    .audiences = *choices,
                    .audience = choices->front().people > 0 ? "none" : "all",
                    .text = {},
                    .errors = {}});
}

http::Response remind(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  View view{.event = event,
            .title = {},
            .audiences = {},
            .audience = v.field("audience"),
            .text = v.field("text"),
            .errors = {}};
  const auto head = v.one(find_head, event);
  const auto choices = v.all(audiences, event);
  v.ask();
  view.title = head->title;
  view.audiences = *choices;
  const bool known =
      std::any_of(choices->begin(), choices->end(), [&](const Audience& a) { return a.code == view.audience; });
  if (!known) view.errors.add("audience", "Choisis qui tu veux relancer.");
  if (utf8::length(view.text) > longest_text) view.errors.add("text", "C’est un peu long : 4 000 caractères au plus.");
  if (!view.errors.empty()) return answer(v, view);

  const auto sent = v.one(send_reminder, event, view.audience, view.text);
  v.ask();
  if (sent->again)
    view.errors.add("audience", "Une relance leur est déjà partie depuis moins d’un jour. La prochaine pourra partir " +
                                    french::moment(instant(*sent->again)) + ".");
  else if (!head->open)
    view.errors.add("", "Cet événement est passé ou annulé : il n’y a plus personne à relancer.");
  else if (sent->reached == 0)
    view.errors.add("audience", "Il n’y a personne dans ce groupe. Choisis-en un autre.");
  if (!view.errors.empty()) return answer(v, view);
  return v.redirect(path(event), "La relance part vers " + french::count(sent->reached, "personne", "personnes") + ".");
}

}  // namespace events
