#include "events/report.hpp"

#include <algorithm>
#include <charconv>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "events/card.hpp"
#include "events/detail.hpp"
#include "events/report_view.hpp"

namespace events {

namespace {

constexpr size_t longest_text = 4000;  // characters
constexpr std::int32_t most_hours = 999;

struct Head {
  std::string kind, title;
  pg::Time starts_at, ends_at;
  bool begun;
  std::int64_t unseen, unseen_came;
};
const pg::Statement<Head(EventId)> find_head{"events.report_head", R"(
  select e.kind, e.title, e.starts_at, e.ends_at, e.state = 'published' and e.starts_at <= now(),
         count(g.member_id), count(a.member_id)
    from event e
    left join event_guest g on g.event_id = e.id and g.answer = 'yes' and not exists (select from member m where m.id = g.member_id)
    left join event_attendance a on a.event_id = g.event_id and a.member_id = g.member_id
   where e.id = $1 group by e.id)"};

// Those who said yes first; they are ticked until a report, or a code typed on the spot (X09), says who came.
const pg::Statement<Attendant(EventId)> attendants{"events.attendants", R"(
  select m.id, m.first_name || ' ' || m.last_name, coalesce(g.answer, ''),
         case when exists (select from event_report r where r.event_id = $1) or exists (select from event_attendance x where x.event_id = $1) then a.member_id is not null else coalesce(g.answer = 'yes', false) end
    from event_guest g join member m on m.id = g.member_id left join event_attendance a on a.event_id = g.event_id and a.member_id = g.member_id
   where g.event_id = $1 order by array_position(array['yes', 'maybe', 'waiting', '', 'no'], coalesce(g.answer, '')), m.last_name, m.first_name limit 1000)"};

const pg::Statement<void(EventId)> lock_event{"events.lock", "select from event where id = $1 for update"};
const pg::Statement<void(EventId, std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t,
                         std::string)>
    put_report{"events.put_report", R"(
  insert into event_report (event_id, author_id, minutes, doors_knocked, doors_opened, leaflets, calls, posters, words) values ($1, viewer_id(), $2, $3, $4, $5, $6, $7, $8)
  on conflict (event_id) do update set author_id = excluded.author_id, minutes = excluded.minutes, doors_knocked = excluded.doors_knocked, doors_opened = excluded.doors_opened,
    leaflets = excluded.leaflets, calls = excluded.calls, posters = excluded.posters, words = excluded.words, filed_at = now())"};
const pg::Statement<void(EventId)> clear_attendance{"events.clear_attendance",
                                                    "delete from event_attendance where event_id = $1"};
// The doors are shared out equally; those that are left go to the first ones. So the profiles' doors add up to the
// section's.
const pg::Statement<void(EventId, std::vector<MemberId>, bool, std::int32_t)> put_attendance{"events.put_attendance",
                                                                                             R"(
  insert into event_attendance (event_id, member_id, doors)
    select $1, member_id, $4::integer / count(*) over () + case when row_number() over (order by answered_at, member_id) <= $4::integer % count(*) over () then 1 else 0 end
      from event_guest g where g.event_id = $1
       and (g.member_id = any($2) or ($3 and g.answer = 'yes' and not exists (select from member m where m.id = g.member_id))))"};

std::optional<std::int32_t> read_number(const std::string& text, std::int32_t most) {
  if (text.empty()) return 0;
  std::int32_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || value < 0 || value > most) return std::nullopt;
  return value;
}

void set_duration(ReportPage& page, std::int32_t minutes) {
  page.hours = std::to_string(minutes / 60);
  page.minutes = std::to_string(minutes % 60);
}

ReportPage page_of(EventId event, const Head& head, const std::vector<Attendant>& people, const std::string& csrf) {
  return {.event = event,
          .title = head.title,
          .kind = ui::kind_of(head.kind).value_or(ui::Kind::meeting),
          .people = people,
          .unseen = head.unseen,
          .hours = {},
          .minutes = {},
          .words = {},
          .figures = {},
          .errors = {},
          .csrf = csrf};
}

http::Response answer(gate::Visit& v, const ReportPage& page) {
  return v.page(
      {.title = "Faire le bilan", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); },
      page.errors.empty() ? 200 : 422);
}

http::Response too_early(gate::Visit& v, EventId event) {
  return v.redirect(path(event),
                    ui::Flash{ui::Flash::Tone::warning, "Le bilan se fait une fois que l’événement a commencé."});
}

}  // namespace

http::Response report(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  const auto people = v.all(attendants, event);
  const auto filed = v.maybe(find_report, event);
  v.ask();
  if (!head->begun) return too_early(v, event);
  auto page = page_of(event, *head, *people, v.csrf());
  const auto& before = *filed;
  page.unseen_came = !before || head->unseen_came > 0;
  set_duration(page, before ? before->minutes
                            : static_cast<std::int32_t>(
                                  std::chrono::floor<std::chrono::minutes>(head->ends_at - head->starts_at).count()));
  const auto figures = before ? before->figures() : Figures{};
  for (const auto& figure : figures_of(page.kind))
    page.figures.push_back(before ? std::to_string(figures.*figure.value) : "");
  if (before) page.words = before->words;
  return answer(v, page);
}

http::Response file(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  const auto people = v.all(attendants, event);
  v.ask();
  if (!head->begun) return too_early(v, event);

  auto page = page_of(event, *head, *people, v.csrf());
  page.hours = v.field("hours");
  page.minutes = v.field("minutes");
  page.words = v.field("text");
  page.unseen_came = !v.field("unseen").empty();
  std::vector<MemberId> came;
  const auto ticked = v.field_ids("member");
  for (auto& person : page.people) {
    person.came = std::binary_search(ticked.begin(), ticked.end(), person.id.number());
    if (person.came) came.push_back(person.id);
  }
  for (const auto& figure : figures_of(page.kind)) page.figures.push_back(v.field(figure.name));
  const auto figures = read_figures(page.kind, v.form().values, page.errors);
  const auto hours = read_number(page.hours, most_hours), minutes = read_number(page.minutes, 59);
  if (!hours) page.errors.add("hours", "Indique un nombre d’heures.");
  if (!minutes) page.errors.add("minutes", "Indique des minutes, de 0 à 59.");
  if (utf8::length(page.words) > longest_text) page.errors.add("text", "C’est un peu long : 4 000 caractères au plus.");
  const bool unseen = page.unseen > 0 && page.unseen_came;
  if (came.empty() && !unseen && figures.doors_knocked > 0)
    page.errors.add("member",
                    "Coche au moins une personne : les portes sont comptées à celles et ceux qui sont venus.");
  if (!page.errors.empty()) return answer(v, page);

  v.run(lock_event, event);
  v.run(put_report, event, *hours * 60 + *minutes, figures.doors_knocked, figures.doors_opened, figures.leaflets,
        figures.calls, figures.posters, page.words);
  v.run(clear_attendance, event);
  v.run(put_attendance, event, came, unseen, figures.doors_knocked);
  v.ask();
  return v.redirect(path(event, "bilan/merci"));
}

http::Response thanks(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  const auto filed = v.maybe(find_report, event);
  v.ask();
  if (!*filed) return v.redirect(path(event, "bilan"));
  const auto figures = (*filed)->figures();
  const ThanksPage page{event, head->title, (*filed)->came, figures, votes_words(votes(figures, v.services.settings))};
  return v.page({.title = "Merci !", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

}  // namespace events
