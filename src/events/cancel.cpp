#include "events/cancel.hpp"

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "events/card.hpp"
#include "events/series/scope.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace events {
namespace {

constexpr size_t longest_text = 4000;  // characters

struct Cancellable {
  std::string title;
  bool open;
  std::int64_t concerned;  ///< who will be told
};
const pg::Statement<Cancellable(EventId)> find_cancellable{"events.cancellable", R"(
  select e.title, e.state = 'published' and e.ends_at > now(),
         (select count(*) from event_guest g where g.event_id = e.id and g.answer is distinct from 'no' and g.member_id <> viewer_id())
    from event e where e.id = $1)"};
const pg::Statement<void(EventId, std::string)> cancel_event{"events.cancel", R"(
  update event set state = 'cancelled', cancellation_text = $2, sequence = sequence + 1 where id = $1 and state = 'published' and ends_at > now())"};
// Only by the one that called it off: the second click of two finds nothing to tell.
const pg::Statement<std::int32_t(EventId)> announce_cancellation{"events.announce_cancellation",
                                                                 "select event_announce($1, 'cancellation')"};

// Of a series with other dates to come.
bool asks_which(const std::optional<InSeries>& standing) {
  return standing && standing->open && standing->all > 1;
}

http::Response form(gate::Visit& v, EventId event, const Cancellable& found, const std::optional<InSeries>& standing,
                    Scope scope, const std::string& typed, const std::string& error) {
  return v.page(
      {.title = "Annuler l’événement", .here = ui::Key::agenda},
      [&](html::Out& out) {
        out(R"(<div class="stack">)");
        ui::back_link(out, html::Url::local(path(event)), found.title);
        out("<h1>Annuler l’événement</h1>");
        if (asks_which(standing) && standing->told > 0)
          out("<p>Chaque personne concernée est prévenue par un seul courriel, et les dates annulées sont barrées dans "
              "son agenda.</p>");
        else if (found.concerned > 0)
          out("<p>{} par courriel, et l’événement sera barré dans leur agenda.</p>",
              french::count(found.concerned, "personne sera prévenue", "personnes seront prévenues"));
        ui::form(out, {.action = html::Url::local(path(event, "annulation")), .csrf = v.csrf()}, [&] {
          if (asks_which(standing)) {
            write_scope(out, *standing, scope, "Quelles dates annuler ?");
            if (standing->apart > 0)
              out(R"(<p class="hint">{} à part : elles sont annulées avec les autres.</p>)",
                  french::count(standing->apart, "date a été changée", "dates ont été changées"));
          }
          ui::textarea(out, {.name = "text",
                             .label = "Un mot d’explication",
                             .value = typed,
                             .hint = "Facultatif.",
                             .error = error,
                             .max_length = 4000});
          ui::buttons(out, [&] {
            ui::submit(out, {.label = "Annuler l’événement", .look = ui::Look::danger, .icon = "calendar-x"});
            ui::link_button(out, html::Url::local(path(event)), {.label = "Non, le garder", .look = ui::Look::plain});
          });
        });
        out("</div>");
      },
      error.empty() ? 200 : 422);
}

std::string told_of_dates(std::int64_t dates, std::int32_t told) {
  auto words = french::count(dates, "date est annulée.", "dates sont annulées.");
  if (told > 0) words += " " + french::count(told, "personne est prévenue.", "personnes sont prévenues.");
  return words;
}

}  // namespace

http::Response confirm_cancel(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto found = v.one(find_cancellable, event);
  const auto standing = v.maybe(find_standing, event);
  v.ask();
  if (!found->open) return v.redirect(path(event));
  return form(v, event, *found, *standing, Scope::one, "", "");
}

http::Response cancel(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto text = v.field("text");
  const auto scope = scope_of(v.field("scope"));
  if (utf8::length(text) > longest_text) {
    const auto found = v.one(find_cancellable, event);
    const auto standing = v.maybe(find_standing, event);
    v.ask();
    return form(v, event, *found, *standing, scope, text, "C’est un peu long : 4 000 caractères au plus.");
  }
  v.together();
  if (scope != Scope::one) {
    const auto standing = v.maybe(find_standing, event);
    v.ask();
    if (asks_which(*standing)) {
      const auto told = cancel_dates(v, event, **standing, scope, text);
      v.commit();
      return v.redirect(path(event), told_of_dates((*standing)->dates(scope), told));
    }
  }
  set_apart(v, event);
  const auto cancelled = v.run(cancel_event, event, text);
  v.ask();
  std::int32_t told = 0;
  if (*cancelled == 1) {
    const auto announced = v.one(announce_cancellation, event);
    v.ask();
    told = *announced;
  }
  v.commit();
  return v.redirect(path(event), told == 0 ? std::string("L’événement est annulé.")
                                           : "L’événement est annulé. " + french::count(told, "personne est prévenue.",
                                                                                        "personnes sont prévenues."));
}

}  // namespace events
