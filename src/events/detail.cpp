#include "events/detail.hpp"

namespace events {

#define OTHER_DATES                                                                                                \
  "from event d where d.series_id = e.series_id and d.id <> e.id and d.state = 'published' and d.ends_at > now() " \
  "order by d.starts_at, d.id limit 6"
const pg::Statement<Detail(EventId)> find_event{"events.find", R"(
  select e.id, e.kind, e.state, e.title, e.description, e.starts_at, e.ends_at, e.time_zone, e.all_day, e.online_url, e.address, e.complement, e.postcode, e.city, e.is_public,
         array(select space_words(s.kind, s.name) from space s where s.id = any(e.space_ids) order by s.id),
         e.goal, e.invited, e.coming, e.maybe, e.declined, m.id, coalesce(m.first_name || ' ' || m.last_name, event_author(e.id)), space_words(s.kind, s.name), g.answer, g.event_id is not null,
         coalesce(e.creator_id = viewer_id(), false) or (e.state <> 'draft' and (e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces()))),
         e.cancellation_text, exists (select from event_report r where r.event_id = e.id), e.latitude, e.longitude, m.picture_id, coalesce(e.capacity, 0), e.waiting,
         case when g.answer = 'waiting' then event_turn(e.id) else 0 end, coalesce(e.creator_id = viewer_id(), false), e.thread_id,
         exists (select from thread_member t where t.thread_id = e.thread_id and t.member_id = viewer_id()), case when e.host_ids = '{}' then '{}' else event_hosts(e.id) end, e.companions, coalesce(g.companions, 0),
         array(select event_arrivals_where(a.space_id, a.list_id) from event_arrivals a where a.event_id = e.id order by a.id limit 50),
         case when e.is_mission and e.starts_at <= now() then event_part_of(e.id) end,
         case when e.is_mission and e.starts_at <= now() then (select count(*) from event_part p where p.event_id = e.id and p.state = 'new') else 0 end,
         e.series_id, coalesce(r.rule, ''), coalesce(extract(epoch from r.starts_local)::bigint, 0), coalesce(r.time_zone, ''),
         array(select d.id )" OTHER_DATES "), array(select extract(epoch from d.starts_at)::bigint " OTHER_DATES R"(),
         exists (select from event_series_guest sg where sg.series_id = e.series_id and sg.member_id = viewer_id() and sg.left_at is null)
    from event e left join event_series r on r.id = e.series_id left join member m on m.id = e.creator_id left join space s on s.id = m.section_id
    left join event_guest g on g.event_id = e.id and g.member_id = viewer_id()
   where e.id = $1)"};

const pg::Statement<Participant(EventId)> participants{"events.participants", R"(
  select m.id, m.first_name || ' ' || m.last_name, m.picture_id, g.companions from event_guest g join member m on m.id = g.member_id
   where g.event_id = $1 and g.answer = 'yes' order by g.answered_at, g.member_id limit 60)"};

const pg::Statement<Remark(EventId, std::int64_t, std::int64_t)> remarks{"events.remarks", R"(
  select c.id, m.id, coalesce(m.first_name || ' ' || m.last_name, case when c.author_id is null then 'Membre parti' end), c.body, c.created_at, coalesce(c.author_id = viewer_id(), false), m.picture_id
    from event_comment c left join member m on m.id = c.author_id
   where c.event_id = $1 and ($2::bigint = 0 or c.id < $2) order by c.id desc limit $3)"};

const pg::Statement<Report(EventId)> find_report{"events.report", R"(
  select r.minutes, r.doors_knocked, r.doors_opened, r.leaflets, r.calls, r.posters, r.words, r.gone + (select count(*) from event_attendance a where a.event_id = r.event_id)
    from event_report r where r.event_id = $1)"};

const pg::Statement<ui::Town(EventId)> towns_around{"events.towns_around", R"(
  select c.name, c.latitude, c.longitude, c.population
    from event e join commune c on c.latitude between e.latitude - 0.6 and e.latitude + 0.6 and c.longitude between e.longitude - 0.9 and e.longitude + 0.9
   where e.id = $1
   order by c.population / (1 + sqrt(((c.latitude - e.latitude) * 111) ^ 2 + ((c.longitude - e.longitude) * 78) ^ 2)) desc limit 12)"};

}  // namespace events
