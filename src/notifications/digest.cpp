#include "notifications/digest.hpp"

#include "core/clock.hpp"
#include "core/json.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "core/text/when.hpp"
#include "notifications/link.hpp"

namespace notifications {
namespace {

// From 18 h in Paris until midnight, whenever the clock asks: each mail has the day in its key.
const pg::Statement<void()> ask_for_digests{"notifications.ask_for_digests", R"(
  select notification_digests(d.day) from (select (now() at time zone 'Europe/Paris') as local) n cross join lateral (select n.local::date as day) d
   where n.local::time >= time '18:00')"};

// What is still unread, unanswered and to come, of the twenty-four hours before 18 h of that day. As the reader sees
// it: a name they may not see is none.
struct Line {
  std::string kind;
  std::int64_t id;
  std::optional<std::string> who;
  std::string title;
  std::int64_t count;
  std::optional<pg::Time> starts_at;  ///< of an event, with the hour of its place
  std::string time_zone;
  bool all_day;
};
const pg::Statement<Line(std::string)> news{"notifications.news", R"(
  with evening as (select ($1::text::date + time '18:00') at time zone 'Europe/Paris' as till),
  wanted as (
    select c.kind from notification_choice c where c.member_id = viewer_id() and c.mail = 'digest'
       and not exists (select from notification_choice o where o.member_id = viewer_id() and o.kind = 'digest' and o.mail = 'none')),
  line as (
    select 'message' as kind, x.thread_id as id, case when count(distinct x.author_id) = 1 then max(m.first_name || ' ' || m.last_name) end as who, '' as title, count(*) as count, null::timestamptz as at, '' as time_zone, false as all_day
      from evening, thread_member t join message x on x.thread_id = t.thread_id left join member m on m.id = x.author_id
     where t.member_id = viewer_id() and t.hidden_at is null and x.author_id is distinct from viewer_id() and x.at > coalesce(t.read_at, '-infinity')
       and x.at > till - interval '1 day' and x.at <= till
     group by x.thread_id
    union all
    select 'wall', viewer_id(), case when count(distinct a.member_id) = 1 then max(m.first_name || ' ' || m.last_name) end, '', count(*), null, '', false
      from evening, activity a left join member m on m.id = a.member_id
     where a.kind = 'wall' and a.other_id = viewer_id() and a.at > till - interval '1 day' and a.at <= till having count(*) > 0
    union all
    select 'coopain', r.id, r.name, '', 1, null, '', false from evening, coopain_requests() r where r.received and r.asked_at > till - interval '1 day' and r.asked_at <= till
    union all
    select 'request', r.section_id, null, s.name, count(*), null, '', false from evening, section_request r join space s on s.id = r.section_id
     where r.member_id <> viewer_id() and r.answered_at is null and r.asked_at > till - interval '1 day' and r.asked_at <= till group by r.section_id, s.name
    union all
    select 'answer', r.section_id, null, s.name, 1, null, '', false from evening, section_request r join space s on s.id = r.section_id
     where r.member_id = viewer_id() and r.answered_at > till - interval '1 day' and r.answered_at <= till
    union all
    select 'tomorrow', e.id, null, e.title, 1, e.starts_at, e.time_zone, e.all_day from event_guest g join event e on e.id = g.event_id
     where g.member_id = viewer_id() and g.answer in ('yes', 'maybe') and e.state = 'published' and (e.starts_at at time zone e.time_zone)::date = $1::text::date + 1
    union all
    select 'thanks', e.id, null, e.title, 1, e.starts_at, e.time_zone, e.all_day from evening, event_attendance a join event e on e.id = a.event_id join event_report r on r.event_id = e.id
     where a.member_id = viewer_id() and e.state = 'published' and r.closed_at > till - interval '1 day' and r.closed_at <= till
    union all
    select case when g.invited_at > till - interval '1 day' then 'invitation' else 'reminder' end, e.id, null, e.title, 1, e.starts_at, e.time_zone, e.all_day
      from evening, event_guest g join event e on e.id = g.event_id
     where g.member_id = viewer_id() and g.answer is null and e.state = 'published' and e.starts_at > now() and g.invited_by is not null and g.invited_at <= till
       and (g.invited_at > till - interval '1 day'
            or exists (select from event_reminder s where s.event_id = e.id and s.audience in ('all', 'none') and s.sent_at > till - interval '1 day' and s.sent_at <= till))
    union all
    select 'host', r.event_id, r.space, r.title, 1, r.starts_at, r.time_zone, r.all_day from evening, event_host_requests() r where r.asked_at > till - interval '1 day' and r.asked_at <= till)
  select line.* from line join wanted w on w.kind = case when line.kind = 'host' then 'invitation' when line.kind in ('request', 'answer') then 'coopain' when line.kind in ('tomorrow', 'thanks') then 'reminder' else line.kind end
   order by array_position(array['tomorrow', 'message', 'wall', 'coopain', 'request', 'answer', 'host', 'invitation', 'reminder', 'thanks'], line.kind), line.at, line.id limit 60)"};

void ask(jobs::Job& job) {
  job.database.run(ask_for_digests);
}

french::When when(const Line& line) {
  const auto start = std::chrono::floor<std::chrono::seconds>(line.starts_at.value());
  return {start, start, &zones::of(line.time_zone), line.all_day};
}

struct Words {
  std::string text, path;
};
Words words(const Line& line) {
  const auto who = line.who.value_or("Quelqu’un");
  const auto id = std::to_string(line.id);
  if (line.kind == "message")
    return {who + " t’a écrit : " + french::count(line.count, "message", "messages") + " à lire.", "/messages/" + id};
  if (line.kind == "wall") return {who + " a écrit sur ton mur.", "/membres/" + id};
  if (line.kind == "coopain") return {who + " te demande d’être son coopain.", "/coopains/demandes"};
  if (line.kind == "request")
    return {line.title + " : " +
                french::count(line.count, "demande à rejoindre la section.", "demandes à rejoindre la section."),
            "/sections/" + id + "/gestion/demandes"};
  if (line.kind == "answer") return {line.title + " a répondu à ta demande.", "/sections/" + id};
  if (line.kind == "tomorrow")
    return {"Demain : " + line.title + ", " + french::hour(when(line)) + ".", "/evenements/" + id};
  if (line.kind == "thanks") return {"Merci d’être venu·e : " + line.title + ".", "/evenements/" + id + "#bilan"};
  const auto begins = french::moment(when(line));
  if (line.kind == "host")
    return {"Co-organiser avec la " + who + " : " + line.title + ", " + begins + ".", "/agenda/invitations"};
  return {(line.kind == "invitation" ? "Invitation : " : "On attend ta réponse : ") + line.title + ", " + begins + ".",
          "/evenements/" + id};
}

std::optional<mail::Message> compose(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto lines = batch.all(news, json::Object(row.detail).text("day").value_or(""));
  database.send(batch);
  if (lines->empty()) return std::nullopt;
  mail::Letter letter{
      .title = "Ton résumé du soir",
      .parts = {},
      .why = "Tu reçois ce courriel parce que tu as choisi le résumé du soir pour une partie de tes notifications.",
      .unsubscribe = refusal_link(settings, *row.member, Kind::digest)};
  for (const auto& line : *lines) {
    const auto [text, path] = words(line);
    letter.parts.emplace_back(mail::Words{text + '\n' + mail::link(settings, path)});
  }
  letter.parts.emplace_back(mail::Buttons{{{"Ouvrir " + settings.site_name, mail::link(settings, "/")}}});
  return mail::letter("Ton résumé du soir : " + french::count(std::ssize(*lines), "nouvelle", "nouvelles"), letter,
                      settings);
}

}  // namespace

jobs::Kind digest_job() {
  return {.name = "notifications.digests", .run = ask, .every = std::chrono::minutes(15)};
}
mail::Kind digest_mail() {
  return {.name = "notifications.digest", .compose = compose};
}

}  // namespace notifications
