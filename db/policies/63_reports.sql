-- E10: parts of a report. One notes one's own, for oneself or for those one went with; the organiser sees them as they come, and takes them into the report.

-- A mission that has begun, for sixty days, and somebody who said that they might come, or was there.
create or replace function event_takes_part(which bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from event e where e.id = which and e.state = 'published' and e.is_mission and e.starts_at <= now() and e.ends_at > now() - interval '60 days'
    and (exists (select from event_guest g where g.event_id = which and g.member_id = viewer_id() and g.answer in ('yes', 'maybe'))
         or exists (select from event_attendance a where a.event_id = which and a.member_id = viewer_id())));
end $$;

-- How the viewer's part stands: 'none', the state of the one they noted, or 'team' when somebody noted it for them. Null when they have none to note.
create or replace function event_part_of(which bigint) returns text
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if not event_takes_part(which) then return null; end if;
  return coalesce((select p.state from event_part p where p.event_id = which and p.author_id = viewer_id()),
    case when exists (select from event_part p join event_part_member t on t.part_id = p.id where p.event_id = which and t.member_id = viewer_id()) then 'team' end, 'none');
end $$;

-- The parts in which the viewer is named. A function, since the policies of the two tables must not look at each other.
create or replace function viewer_parts() returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query select t.part_id from event_part_member t where t.member_id = viewer_id();
end $$;

alter table event_part enable row level security;
drop policy if exists event_part_read on event_part;
create policy event_part_read on event_part for select using (
  author_id = (select viewer_id()) or id = any(array(select viewer_parts()))
  or exists (select from event e where e.id = event_id and (e.creator_id = (select viewer_id())
    or e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces()))));
drop policy if exists event_part_note on event_part;
create policy event_part_note on event_part for insert with check (
  author_id = (select viewer_id()) and state = 'new' and event_takes_part(event_id));
-- What the report has taken in stays as it was counted.
drop policy if exists event_part_change on event_part;
create policy event_part_change on event_part for update using (author_id = (select viewer_id()) and state <> 'counted')
  with check (author_id = (select viewer_id()) and state = 'new' and event_takes_part(event_id));
drop policy if exists event_part_withdraw on event_part;
create policy event_part_withdraw on event_part for delete using (author_id = (select viewer_id()) and state <> 'counted');

alter table event_part_member enable row level security;
drop policy if exists event_part_member_read on event_part_member;
create policy event_part_member_read on event_part_member for select using (exists (select from event_part p where p.id = part_id));
-- Oneself, and those whom one sees among those who come.
drop policy if exists event_part_member_name on event_part_member;
create policy event_part_member_name on event_part_member for insert with check (
  exists (select from event_part p where p.id = part_id and p.author_id = (select viewer_id()) and p.state <> 'counted'
     and (event_part_member.member_id = (select viewer_id())
          or exists (select from event_guest g join member m on m.id = g.member_id
                      where g.event_id = p.event_id and g.member_id = event_part_member.member_id and g.answer in ('yes', 'maybe')))));
drop policy if exists event_part_member_drop on event_part_member;
create policy event_part_member_drop on event_part_member for delete using (
  exists (select from event_part p where p.id = part_id and p.author_id = (select viewer_id()) and p.state <> 'counted'));

-- With a report: of the parts that its form showed, and that nobody has changed since `seen` (microseconds), which were counted; the others are left aside.
create or replace function event_parts_settle(which bigint, seen bigint, shown bigint[], counted bigint[]) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
begin
  if refused is not null then perform refuse(refused); end if;
  update event_part p set state = case when p.id = any(counted) then 'counted' else 'aside' end
   where p.event_id = which and p.id = any(shown) and p.filed_at <= timestamptz 'epoch' + seen * interval '1 microsecond';
end $$;

-- A part that came after the report, or was left aside: its figures are added, and its people. What they did is theirs: each gets their share of the doors.
-- False when there is no report, no such part, or it was counted before: two taps are one.
create or replace function event_part_take(which bigint, part bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  whole event_report;
  one event_part;
  people bigint[];
  came bigint;
  fresh bigint;
begin
  if refused is not null then perform refuse(refused); end if;
  perform from event e where e.id = which for update;
  select * into whole from event_report r where r.event_id = which;
  if not found then return false; end if;
  update event_part p set state = 'counted' where p.id = part and p.event_id = which and p.state <> 'counted' returning * into one;
  if not found then return false; end if;
  people := array(select t.member_id from event_part_member t join event_guest g on g.event_id = which and g.member_id = t.member_id where t.part_id = part order by t.member_id);
  came := whole.gone + (select count(*) from event_attendance a where a.event_id = which);
  fresh := (select count(*) from unnest(people) as m where not exists (select from event_attendance a where a.event_id = which and a.member_id = m));
  -- `minutes` is what each gave on average: who was counted already changes nothing of it.
  update event_report r set doors_knocked = r.doors_knocked + one.doors_knocked, doors_opened = r.doors_opened + one.doors_opened, leaflets = r.leaflets + one.leaflets,
         calls = r.calls + one.calls, posters = r.posters + one.posters,
         minutes = case when fresh = 0 then r.minutes else round((r.minutes * came + one.minutes * fresh)::numeric / (came + fresh)) end
   where r.event_id = which;
  insert into event_attendance as a (event_id, member_id, doors)
    select which, m, one.doors_knocked / cardinality(people) + case when n <= one.doors_knocked % cardinality(people) then 1 else 0 end from unnest(people) with ordinality as p (m, n)
    on conflict (event_id, member_id) do update set doors = a.doors + excluded.doors;
  if whole.closed_at is not null then perform event_thank(which); end if;
  return true;
end $$;

-- E07: those who came are thanked once, when the report is closed or when they are added to a closed one. How many are written to.
create or replace function event_thank(which bigint) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  thanked bigint[];
begin
  if refused is not null then perform refuse(refused); end if;
  -- Sent mails are forgotten after ninety days: by then nobody is thanked any more.
  thanked := array(select a.member_id from event e join event_report r on r.event_id = e.id and r.closed_at is not null join event_attendance a on a.event_id = e.id
    join member m on m.id = a.member_id and m.leaves_at is null
   where e.id = which and e.ends_at > now() - interval '75 days' and a.member_id <> viewer_id()
     and not exists (select from mail x where x.kind = 'events.thanks' and x.key = format('event:%s:%s:thanks', which, a.member_id)));
  perform event_mail(which, 'events.thanks', 'thanks', thanked, '{}');
  return cardinality(thanked);
end $$;

-- The organiser's page says that one more has come.
create or replace function live_event_part() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform live_say('parts', array[new.event_id]);
  return null;
end $$;
create or replace trigger event_part_live after insert or update of filed_at on event_part for each row execute function live_event_part();

-- E07: the list of those who take part, to be kept in a spreadsheet: by whoever made the event, or the secretary of a section in which it stands. Files are handed to
-- nobody else (X03). It holds the names that the viewer sees, never coordinates, and each of those people can read that it left (P04).
create or replace function event_export_open(which bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from event e where e.id = which and e.state <> 'draft' and (e.creator_id = viewer_id()
    or e.space_ids && array(select c.space_id from circle c where c.member_id = viewer_id() and c.secretary)));
end $$;
create or replace function event_export_note(which bigint, named bigint[]) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into audit_entry (actor_id, member_id, act, detail)
  select viewer_id(), g.member_id, 'event.export', e.title from event e join event_guest g on g.event_id = e.id
   where e.id = which and g.member_id = any(named) and g.member_id <> viewer_id() and event_export_open(which)
     and not exists (select from audit_entry a where a.member_id = g.member_id and a.actor_id = viewer_id() and a.act = 'event.export' and a.detail = e.title and a.at > now() - interval '1 hour')
$$;
-- As the viewer, so that the policies decide which names there are. No row for anybody who may not.
create or replace function event_export(which bigint) returns table (last_name text, first_name text, section text, answer text, came boolean, doors integer)
  language plpgsql volatile set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  if not event_export_open(which) then return; end if;
  perform event_export_note(which, array(select m.id from event_guest g join member m on m.id = g.member_id where g.event_id = which));
  return query
    select coalesce(m.last_name, ''), coalesce(m.first_name, ''), coalesce(s.name, ''), coalesce(g.answer, ''), a.member_id is not null, coalesce(a.doors, 0)
      from event_guest g left join member m on m.id = g.member_id left join space s on s.id = m.section_id
      left join event_attendance a on a.event_id = which and a.member_id = g.member_id
     where g.event_id = which and (g.answer in ('yes', 'maybe', 'waiting') or a.member_id is not null)
     order by m.last_name, m.first_name, g.member_id;
end $$;
