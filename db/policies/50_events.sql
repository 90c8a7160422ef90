-- Events are public (to members), or their spaces' own, or for those invited. Drafts are their maker's.

create or replace function event_visible(viewer bigint, which bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from event e where e.id = which and viewer is not null and (
    e.creator_id = viewer
    or (e.state <> 'draft' and (e.is_public
         or e.space_ids && array(select c.space_id from circle c where c.member_id = viewer)
         or exists (select from event_guest g where g.event_id = e.id and g.member_id = viewer)))));
end $$;

-- The events the viewer was invited to, answered or not. A function, since the policy of event_guest looks at event and must not be looked at by it.
create or replace function viewer_invitations() returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$ -- plpgsql keeps its plan, SQL functions do not
begin
  return query select g.event_id from event_guest g where g.member_id = viewer_id();
end $$;

alter table event enable row level security;
drop policy if exists event_read on event;
create policy event_read on event for select using (
  creator_id = (select viewer_id())
  or (state <> 'draft' and (
        (is_public and (select viewer_id()) is not null)
        or space_ids && array(select c.space_id from circle c where c.member_id = (select viewer_id()))
        or id = any(array(select viewer_invitations())))));
drop policy if exists event_create on event;
create policy event_create on event for insert with check (creator_id = (select viewer_id()));
drop policy if exists event_change on event;
create policy event_change on event for update using (
  creator_id = (select viewer_id())
  or (state <> 'draft' and (space_ids && array(select office_sections('events')) or host_ids && array(select referent_spaces()))));
drop policy if exists event_discard on event;
create policy event_discard on event for delete using (creator_id = (select viewer_id()) and state = 'draft');

-- One publishes where one belongs; a space where it stands already may stay, and where other dates of the series stand. A trigger, since no policy sees the row as it was.
create or replace function event_published_in() returns trigger language plpgsql as $$
declare
  before bigint[] := case when tg_op = 'UPDATE' then old.space_ids else '{}' end;
begin
  new.space_ids := new.space_ids || array(select h from unnest(new.host_ids) h where h <> all(new.space_ids));  -- who organises sees it, whatever the form said
  if new.series_id is not null then before := before || array(select unnest(e.space_ids) from event e where e.series_id = new.series_id); end if;
  if viewer_id() is not null and exists (
    select from unnest(new.space_ids) as s where s <> all(before) and s not in (select c.space_id from circle c where c.member_id = viewer_id() and c.direct))
  then perform refuse('CP403'); end if;
  return new;
end $$;
drop trigger if exists event_spaces_own on event;
create trigger event_spaces_own before insert or update of space_ids on event for each row execute function event_published_in();

-- One's own invitation; for whoever sees the event, those who come; for the organiser, everyone invited.
alter table event_guest enable row level security;
drop policy if exists event_guest_read on event_guest;
create policy event_guest_read on event_guest for select using (
  member_id = (select viewer_id())
  or exists (select from event e where e.id = event_id and (
       answer in ('yes', 'maybe')
       or e.creator_id = (select viewer_id())
       or (e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces())))));
-- One answers for oneself alone, until the event is over. Others are invited through event_invite().
drop policy if exists event_guest_join on event_guest;
create policy event_guest_join on event_guest for insert with check (
  member_id = (select viewer_id()) and invited_by is null
  and exists (select from event e where e.id = event_id and e.state = 'published' and e.ends_at > now()));
drop policy if exists event_guest_answer on event_guest;
create policy event_guest_answer on event_guest for update using (
  member_id = (select viewer_id()) and exists (select from event e where e.id = event_id and e.state = 'published' and e.ends_at > now()));

alter table event_reminder enable row level security;
drop policy if exists event_reminder_read on event_reminder;
create policy event_reminder_read on event_reminder for select using (
  exists (select from event e where e.id = event_id and (e.creator_id = (select viewer_id())
    or (e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces())))));

alter table event_comment enable row level security;
drop policy if exists event_comment_read on event_comment;
create policy event_comment_read on event_comment for select using (exists (select from event e where e.id = event_id));
drop policy if exists event_comment_write on event_comment;
create policy event_comment_write on event_comment for insert with check (
  author_id = (select viewer_id()) and exists (select from event e where e.id = event_id and e.state <> 'draft'));
drop policy if exists event_comment_remove on event_comment;
create policy event_comment_remove on event_comment for delete using (author_id = (select viewer_id()));

-- Filed by the organiser, once it has begun; who came is among those who were invited or joined.
alter table event_report enable row level security;
drop policy if exists event_report_read on event_report;
create policy event_report_read on event_report for select using (exists (select from event e where e.id = event_id));
drop policy if exists event_report_write on event_report;
create policy event_report_write on event_report using (
  exists (select from event e where e.id = event_id and e.state = 'published' and e.starts_at <= now() and (e.creator_id = (select viewer_id())
    or (e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces())))));

alter table event_attendance enable row level security;
drop policy if exists event_attendance_read on event_attendance;
create policy event_attendance_read on event_attendance for select using (
  member_id = (select viewer_id()) or exists (select from event e where e.id = event_id));
drop policy if exists event_attendance_write on event_attendance;
create policy event_attendance_write on event_attendance using (
  exists (select from event e where e.id = event_id and e.state = 'published' and e.starts_at <= now() and (e.creator_id = (select viewer_id())
    or (e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces())))))
  with check (exists (select from event_guest g where g.event_id = event_attendance.event_id and g.member_id = event_attendance.member_id)
    and exists (select from event e where e.id = event_id and e.state = 'published' and e.starts_at <= now() and (e.creator_id = (select viewer_id())
    or (e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces())))));

-- Who announces an event shows themselves to those who see it, whatever circle they chose for their profile.
create or replace function event_author(which bigint) returns text
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (select case when e.creator_id is null then 'un membre parti' else m.first_name || ' ' || m.last_name end
            from event e left join member m on m.id = e.creator_id and m.leaves_at is null where e.id = which and event_visible(viewer_id(), which));
end $$;

-- What an address service found for a place (src/events/locate.cpp), unless the event is elsewhere by now. All that jobs may write of an event.
create or replace function event_locate(which bigint, street text, code text, town text, north double precision, east double precision) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update event set latitude = north, longitude = east where id = which and (address, postcode, city) = (street, code, town)
$$;
revoke execute on function event_locate(bigint, text, text, text, double precision, double precision) from public;
grant execute on function event_locate(bigint, text, text, text, double precision, double precision) to coopol_jobs;

-- How a space is named within a sentence; people already write «Section de…» in the name.
create or replace function space_words(kind text, name text) returns text language sql immutable parallel safe as $$
  select case kind when 'section' then 'section ' || regexp_replace(name, '^section\s+', '', 'i') when 'group' then 'groupe ' || regexp_replace(name, '^groupe\s+', '', 'i') else name end
$$;

-- Who organises, in words, for whoever sees the event: where it was published first, or who made it, and the spaces that joined. Empty when it is one alone.
create or replace function event_hosts(which bigint) returns text[]
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (
    select case when not exists (select from space s where s.id = any(e.space_ids) and s.id <> all(e.host_ids) and s.kind in ('section', 'federation'))
                then array[coalesce(event_author(e.id), 'quelqu’un')] else '{}' end
           || array(select space_words(s.kind, s.name) from space s where s.id = any(e.space_ids) and s.kind in ('section', 'federation')
                     order by s.id = any(e.host_ids), s.kind <> 'section', s.name)
      from event e where e.id = which and e.host_ids <> '{}' and event_visible(viewer_id(), which));
end $$;

-- What lists show of an event, to the viewer: one row, so that every list reads the same columns.
drop view if exists event_card;
create view event_card with (security_invoker = true) as
  select e.id, e.kind, e.state, e.title, e.starts_at, e.ends_at, e.time_zone, e.all_day, e.address, e.postcode, e.city, e.online_url,
         e.goal, e.coming, e.maybe, e.creator_id, coalesce(m.first_name || ' ' || m.last_name, event_author(e.id)) as author, g.answer,
         -- Faces stand where no goal draws a gauge.
         case when e.goal = 0 then array(
           select p.first_name || ' ' || p.last_name from event_guest c join member p on p.id = c.member_id
            where c.event_id = e.id and c.answer = 'yes' order by c.answered_at, c.member_id limit 5) else '{}' end as faces,
         e.title_key, e.is_public, e.space_ids, g.event_id is not null as is_guest, coalesce(e.capacity, 0) as capacity, e.waiting, e.series_id,
         case when e.host_ids = '{}' then '{}' else event_hosts(e.id) end as hosts
    from event e
    left join member m on m.id = e.creator_id
    left join event_guest g on g.event_id = e.id and g.member_id = viewer_id();

-- The viewer's spaces, for the filters of every list of events: 'section', 'party' (federation, movement and national), 'groups', or 'all'.
create or replace function viewer_spaces(which text) returns bigint[] language plpgsql stable as $$
begin
  return array(select c.space_id from circle c join space s on s.id = c.space_id
    where c.member_id = viewer_id()
      and case which when 'section' then s.kind = 'section' when 'party' then s.kind in ('national', 'movement', 'federation') when 'groups' then s.kind = 'group' else true end);
end $$;
