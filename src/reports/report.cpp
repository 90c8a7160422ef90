#include "reports/report.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "events/card.hpp"
#include "events/detail.hpp"
#include "reports/live.hpp"
#include "reports/report_view.hpp"

namespace reports {
namespace {

using events::Figures;

constexpr size_t longest_text = 4000;  // characters

struct Head {
  std::string kind, title;
  pg::Time starts_at, ends_at;
  bool begun, closed;
  std::vector<MemberId> unseen;
  std::int64_t unseen_came, now;
};
// Those whom the organiser does not see are counted as one.
const pg::Statement<Head(EventId)> find_head{"reports.head", R"(
  select e.kind, e.title, e.starts_at, e.ends_at, e.state = 'published' and e.starts_at <= now(),
         exists (select from event_report r where r.event_id = e.id and r.closed_at is not null),
         array_remove(array_agg(g.member_id order by g.answered_at, g.member_id), null), count(a.member_id), (extract(epoch from now()) * 1000000)::bigint
    from event e
    left join (event_guest g left join event_attendance a on a.event_id = g.event_id and a.member_id = g.member_id)
      on g.event_id = e.id and (g.answer = 'yes' or a.member_id is not null) and not exists (select from member m where m.id = g.member_id)
   where e.id = $1 group by e.id)"};

// Those who said yes first; they are ticked until a report, or a code typed on the spot (X09), says who came.
const pg::Statement<Attendant(EventId)> find_attendants{"reports.attendants", R"(
  select m.id, m.first_name || ' ' || m.last_name, coalesce(g.answer, ''),
         case when exists (select from event_report r where r.event_id = $1) or exists (select from event_attendance x where x.event_id = $1) then a.member_id is not null else coalesce(g.answer = 'yes', false) end
    from event_guest g join member m on m.id = g.member_id left join event_attendance a on a.event_id = g.event_id and a.member_id = g.member_id
   where g.event_id = $1 order by array_position(array['yes', 'maybe', 'waiting', '', 'no'], coalesce(g.answer, '')), m.last_name, m.first_name limit 1000)"};

const pg::Statement<void(EventId)> lock_event{"reports.lock", "select from event where id = $1 for update"};
const pg::Statement<void(EventId, std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t, std::int32_t,
                         std::string, bool)>
    put_report{"reports.put", R"(
  insert into event_report (event_id, author_id, minutes, doors_knocked, doors_opened, leaflets, calls, posters, words, closed_at)
    values ($1, viewer_id(), $2, $3, $4, $5, $6, $7, $8, case when $9 then now() end)
  on conflict (event_id) do update set author_id = excluded.author_id, minutes = excluded.minutes, doors_knocked = excluded.doors_knocked, doors_opened = excluded.doors_opened,
    leaflets = excluded.leaflets, calls = excluded.calls, posters = excluded.posters, words = excluded.words, filed_at = now(),
    closed_at = coalesce(event_report.closed_at, excluded.closed_at))"};
const pg::Statement<void(EventId)> clear_attendance{"reports.clear_attendance",
                                                    "delete from event_attendance where event_id = $1"};
const pg::Statement<void(EventId, std::vector<MemberId>, std::vector<std::int32_t>)> put_attendance{
    "reports.put_attendance", R"(
  insert into event_attendance (event_id, member_id, doors)
    select $1, g.member_id, c.doors from unnest($2::bigint[], $3::integer[]) as c (id, doors) join event_guest g on g.event_id = $1 and g.member_id = c.id)"};
const pg::Statement<void(EventId, std::int64_t, std::vector<std::int64_t>, std::vector<std::int64_t>)> settle_parts{
    "reports.settle", "select event_parts_settle($1, $2, $3, $4)"};
const pg::Statement<std::int32_t(EventId)> thank{"reports.thank", "select event_thank($1)"};
const pg::Statement<bool(EventId, PartId)> take_part{"reports.take", "select event_part_take($1, $2)"};

struct Asked {
  pg::Reply<Head> head;
  pg::Reply<std::vector<Attendant>> people;
  pg::Reply<std::vector<Part>> parts;
  pg::Reply<std::optional<events::Report>> filed;
};
Asked ask(gate::Visit& v, EventId event) {
  return {v.one(find_head, event), v.all(find_attendants, event), v.all(find_parts, event),
          v.maybe(events::find_report, event)};
}

std::vector<std::string> as_typed(ui::Kind kind, const Figures& figures) {
  std::vector<std::string> typed;
  for (const auto& figure : events::figures_of(kind)) typed.push_back(std::to_string(figures.*figure.value));
  return typed;
}

// A part that the typed figures hold was changed or withdrawn meanwhile: what they hold is not known any more.
bool changed_since(const std::vector<Part>& parts, const std::vector<std::int64_t>& held, std::int64_t seen) {
  return std::ranges::any_of(held, [&](std::int64_t id) {
    const auto part = std::ranges::find(parts, PartId(id), &Part::id);
    return part == parts.end() || part->filed > seen;
  });
}

void tick(std::vector<Attendant>& people, const Counted& whole) {
  for (auto& person : people)
    if (std::ranges::find(whole.people, person.id) != whole.people.end()) person.came = true;
}

ReportPage page_of(gate::Visit& v, EventId event, const Asked& asked) {
  const auto& head = *asked.head;
  return {.event = event,
          .title = head.title,
          .kind = ui::kind_of(head.kind).value_or(ui::Kind::meeting),
          .people = *asked.people,
          .unseen = std::ssize(head.unseen),
          .parts = *asked.parts,
          .summed = {},
          .seen = head.now,
          .filed = asked.filed->has_value(),
          .closed = head.closed,
          .duration = {},
          .words = {},
          .figures = {},
          .errors = {},
          .csrf = v.csrf()};
}

// As it was filed, or as the parts propose it.
void fill(ReportPage& page, const Asked& asked) {
  const auto& head = *asked.head;
  const auto& before = *asked.filed;
  page.unseen_came = !before || head.unseen_came > 0;
  page.close = !before;
  const auto all = counted(page.parts);
  const auto wanted = proposed(all);
  for (size_t i = 0; i < page.parts.size(); ++i)
    if (before ? page.parts[i].state == "counted" : wanted[i]) page.summed.push_back(page.parts[i].id.number());
  std::ranges::sort(page.summed);
  if (before) {
    page.duration = duration(before->minutes);
    page.figures = as_typed(page.kind, before->figures());
    page.words = before->words;
    return;
  }
  const auto planned = std::chrono::floor<std::chrono::minutes>(head.ends_at - head.starts_at).count();
  const auto whole = sum(counted(page.parts, page.summed));
  page.duration = duration(whole.minutes > 0 ? whole.minutes : static_cast<std::int32_t>(planned));
  page.figures = page.summed.empty() ? std::vector<std::string>(events::figures_of(page.kind).size())
                                     : as_typed(page.kind, whole.figures);
  tick(page.people, whole);
}

http::Response answer(gate::Visit& v, const ReportPage& page) {
  return v.page(
      {.title = "Faire le bilan",
       .here = ui::Key::agenda,
       .live_topics = watch(v.services.settings, v.viewer().id, page.event)},
      [&](html::Out& out) { write(out, page); }, page.errors.empty() && !page.moved ? 200 : 422);
}

http::Response too_early(gate::Visit& v, EventId event) {
  return v.redirect(events::path(event),
                    ui::Flash{ui::Flash::Tone::warning, "Le bilan se fait une fois que l’événement a commencé."});
}

}  // namespace

http::Response report(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto asked = ask(v, event);
  v.ask();
  if (!asked.head->begun) return too_early(v, event);
  auto page = page_of(v, event, asked);
  fill(page, asked);
  return answer(v, page);
}

http::Response file(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto asked = ask(v, event);
  v.ask();
  if (!asked.head->begun) return too_early(v, event);

  auto page = page_of(v, event, asked);
  page.duration = typed_duration(v);
  page.words = v.field("text");
  page.unseen_came = !v.field("unseen").empty();
  page.close = !v.field("close").empty();
  const auto ticked = v.field_ids("member");
  for (auto& person : page.people) person.came = std::ranges::binary_search(ticked, person.id.number());
  for (const auto& figure : events::figures_of(page.kind)) page.figures.push_back(v.field(figure.name));
  const auto figures = events::read_figures(page.kind, v.form().values, page.errors);
  const auto minutes = read(page.duration, page.errors);
  if (utf8::length(page.words) > longest_text) page.errors.add("text", "C’est un peu long : 4 000 caractères au plus.");

  // Parts that were ticked or unticked move the figures: that is shown before anything is filed.
  page.summed = v.field_ids("part");
  const auto held = v.field_ids("summed"), seen = v.field_ids("seen");
  const auto before = sum(counted(page.parts, held)), whole = sum(counted(page.parts, page.summed));
  const bool stale = changed_since(page.parts, held, seen.empty() ? 0 : seen.front());
  if (page.summed != held || stale || !v.field("sum").empty()) {
    page.moved = true;
    if (stale || page.errors.empty())
      page.figures = as_typed(page.kind, stale ? whole.figures : moved(figures, before.figures, whole.figures));
    if (whole.minutes > 0) page.duration = duration(whole.minutes);
    tick(page.people, whole);
    return answer(v, page);
  }

  std::vector<MemberId> came;
  for (const auto& person : page.people)
    if (person.came) came.push_back(person.id);
  if (page.unseen_came) came.insert(came.end(), asked.head->unseen.begin(), asked.head->unseen.end());
  if (came.empty() && figures.doors_knocked > 0)
    page.errors.add("member",
                    "Coche au moins une personne : les portes sont comptées à celles et ceux qui sont venus.");
  if (!page.errors.empty()) return answer(v, page);

  v.run(lock_event, event);
  v.run(put_report, event, minutes, figures.doors_knocked, figures.doors_opened, figures.leaflets, figures.calls,
        figures.posters, page.words, page.close);
  v.run(clear_attendance, event);
  v.run(put_attendance, event, came, share_doors(figures.doors_knocked, came, counted(page.parts, page.summed)));
  v.run(settle_parts, event, seen.empty() ? 0 : seen.front(), v.field_ids("shown"), page.summed);
  v.one(thank, event);
  v.ask();
  return v.redirect(events::path(event, "bilan/merci"));
}

http::Response take(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto taken = v.one(take_part, event, v.id<PartId>("part"));
  v.ask();
  if (!*taken)
    return v.redirect(events::path(event, "bilan"),
                      ui::Flash{ui::Flash::Tone::info, "Cette part est déjà comptée, ou n’est plus là."});
  return v.redirect(events::path(event, "bilan"), "C’est ajouté au bilan.");
}

http::Response thanks(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  const auto filed = v.maybe(events::find_report, event);
  const auto parts = v.all(find_parts, event);
  v.ask();
  if (!*filed) return v.redirect(events::path(event, "bilan"));
  const auto figures = (*filed)->figures();
  const auto& settings = v.services.settings;
  const ThanksPage page{.event = event,
                        .title = head->title,
                        .came = (*filed)->came,
                        .figures = figures,
                        .votes = events::votes_words(events::votes(figures, settings)),
                        .votes_note = events::votes_note(settings),
                        .closed = head->closed,
                        .late = std::ranges::count_if(*parts, [](const Part& part) { return part.state == "new"; })};
  return v.page({.title = "Merci !", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

}  // namespace reports
