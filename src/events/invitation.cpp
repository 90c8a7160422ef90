#include "events/invitation.hpp"

#include <charconv>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "events/card.hpp"
#include "events/series/repeat.hpp"
#include "events/steps.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/kind.hpp"

namespace events {
namespace {

constexpr int most_participants = 100'000;
constexpr size_t longest_text = 4000;  // characters

struct Invitation {
  std::string kind, state, title;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::string address, postcode, city;
  std::optional<std::string> online_url;
  std::optional<std::string> author;
  std::string text;
  std::int32_t goal;
  std::optional<std::int32_t> capacity;
  std::int32_t coming;
  std::string rule;  ///< of a series; its first date on the clocks of its zone
  std::int64_t first;
  std::string zone;

  [[nodiscard]] std::string rhythm() const {
    return events::rhythm({rule, calendar::Local(std::chrono::seconds(first)), zone}, all_day);
  }
};
const pg::Statement<Invitation(EventId)> find_invitation{"events.invitation", R"(
  select e.kind, e.state, e.title, e.starts_at, e.ends_at, e.time_zone, e.all_day, e.address, e.postcode, e.city, e.online_url, event_author(e.id), e.invitation_text, e.goal, e.capacity, e.coming, coalesce(s.rule, ''), coalesce(extract(epoch from s.starts_local)::bigint, 0), coalesce(s.time_zone, '')
    from event e left join event_series s on s.id = e.series_id where e.id = $1)"};
const pg::Statement<void(EventId, std::string, std::int32_t, std::optional<std::int32_t>)> update_invitation{
    "events.update_invitation",
    "update event set invitation_text = $2, goal = $3, capacity = $4 where id = $1 and state <> 'cancelled'"};

struct Typed {
  std::string text, goal, capacity;
};

// 0 when nothing is written.
std::int32_t read_number(const std::string& text, std::string field, std::string error, ui::Errors& errors) {
  if (text.empty()) return 0;
  std::int32_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size() || number < 0 || number > most_participants)
    errors.add(std::move(field), std::move(error));
  return number;
}

// What the guests read beside the words: the step shows it, so that nobody repeats it.
void write_preview(html::Out& out, const Invitation& i) {
  ui::panel(out, i.title, [&] {
    const ui::Definition facts[] = {
        {"Type", std::string(ui::words(ui::kind_of(i.kind).value_or(ui::Kind::meeting)).label)},
        {"Quand", french::span(french::when(i))},
        {"Se répète", i.rhythm()},
        {"Où", where_words(i.address, i.postcode, i.city, i.online_url.has_value())},
        {"Proposé par", i.author.value_or("")}};
    ui::definitions(out, facts);
  });
}

http::Response show(gate::Visit& v, EventId event, const Invitation& i, const Typed& typed, const ui::Errors& errors) {
  const bool draft = i.state == "draft";
  return v.page(
      {.title = draft ? "Créer un événement" : "Modifier l’invitation", .here = ui::Key::agenda},
      [&](html::Out& out) {
        out(R"(<div class="stack">)");
        step_head(out, event, draft, Step::invitation, i.title);
        ui::error_summary(out, errors);
        write_preview(out, i);
        ui::form(out, {.action = html::Url::local(path(event, "invitation")), .csrf = v.csrf()}, [&] {
          ui::textarea(
              out,
              {.name = "text",
               .label = "Message d’invitation",
               .value = typed.text,
               .hint = "Facultatif : la date, l’heure et le lieu y sont déjà. Dis pourquoi ça vaut le coup de venir.",
               .error = errors["text"],
               .rows = 6,
               .max_length = 4000});
          ui::field(out, {.name = "goal",
                          .label = "Objectif de participants",
                          .value = typed.goal,
                          .hint = "Combien de personnes aimerais-tu réunir ? Laisse 0 s’il n’y a pas d’objectif.",
                          .error = errors["goal"],
                          .inputmode = "numeric",
                          .max_length = 6});
          ui::field(out,
                    {.name = "capacity",
                     .label = "Nombre de places",
                     .value = typed.capacity,
                     .hint = "Si la salle ou la voiture est petite. Quand c’est complet, les suivants sont en liste "
                             "d’attente, et chaque place qui se libère est donnée toute seule. Laisse vide s’il y "
                             "a de la place pour tout le monde.",
                     .error = errors["capacity"],
                     .inputmode = "numeric",
                     .max_length = 6});
          ui::buttons(out, [&] {
            if (draft) {
              ui::submit(out, {.label = "Suivant", .icon = "arrow-right"});
              ui::submit(out,
                         {.label = "Garder comme brouillon", .look = ui::Look::plain, .name = "leave", .value = "1"});
            } else {
              ui::submit(out, {.label = "Enregistrer", .icon = "check"});
            }
          });
        });
        out("</div>");
      },
      errors.empty() ? 200 : 422);
}

}  // namespace

http::Response invitation(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto found = v.one(find_invitation, event);
  v.ask();
  if (found->state == "cancelled") return v.redirect(path(event));
  return show(v, event, *found,
              {found->text, std::to_string(found->goal), found->capacity ? std::to_string(*found->capacity) : ""}, {});
}

http::Response compose_invitation(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const Typed typed{v.field("text"), v.field("goal"), v.field("capacity")};
  ui::Errors errors;
  const auto goal =
      read_number(typed.goal, "goal",
                  "Indique un nombre de participants, de 0 à 100 000. Avec 0, il n’y a pas d’objectif.", errors);
  const auto capacity =
      read_number(typed.capacity, "capacity", "Indique un nombre de places, de 1 à 100 000, ou laisse vide.", errors);
  if (utf8::length(typed.text) > longest_text) errors.add("text", "C’est un peu long : 4 000 caractères au plus.");
  const auto found = v.one(find_invitation, event);
  if (errors.empty())
    v.run(update_invitation, event, typed.text, goal, capacity > 0 ? std::optional(capacity) : std::nullopt);
  v.ask();
  if (!errors.empty()) return show(v, event, *found, typed, errors);
  if (found->state != "draft")
    return v.redirect(path(event),
                      capacity > 0 && capacity < found->coming
                          ? "L’invitation est enregistrée. Celles et ceux qui ont déjà une place la gardent."
                          : "L’invitation est enregistrée.");
  if (!v.field("leave").empty())
    return v.redirect(path(Place::mine), "Ton brouillon est gardé. Tu le retrouves ici quand tu veux.");
  return v.redirect(path(event, "invites"));
}

}  // namespace events
