-- What people did (C03, B04): an entry is seen by whoever may see each person it names and what it is about. Who belongs to a group is for its insiders (45_groups.sql),
-- and for the coopains of whoever joins it. An event tells its people itself, within what its own policy shows.
alter table activity enable row level security;
drop policy if exists activity_read on activity;
create policy activity_read on activity for select using (
  exists (select from member m where m.id = activity.member_id)
  and (other_id is null or exists (select from member m where m.id = activity.other_id))
  and (event_id is null or exists (select from event e where e.id = activity.event_id and e.state = 'published'))
  and (kind <> 'group' or member_id = (select viewer_id())
       or member_id = any(array(select b.coopain_id from bond b where b.member_id = (select viewer_id())))
       or space_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.direct))));
-- Does that person see the viewer? The words of the policy member_read (20_people.sql), the other way round.
create or replace function seen_by(whom bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from member m where m.id = viewer_id() and (
    m.id = whom or m.visibility = 'everyone' or m.is_secretary
    or (m.visibility = 'circle' and (exists (select from bond b where b.member_id = whom and b.coopain_id = m.id)
         or exists (select from circle c where c.member_id = whom and c.space_id = m.section_id and c.direct)))
    or exists (select from circle c where c.member_id = whom and c.space_id = m.section_id and c.secretary)));
end $$;
-- May the viewer write on that person's wall?
create or replace function wall_open(whose bigint) returns boolean
  language plpgsql stable set search_path = coopol, pg_temp as $$
begin
  return whose <> viewer_id() and exists (select from member m where m.id = whose) and seen_by(whose);
end $$;

-- One says things oneself, on one's own wall or on that of somebody whom one sees and who sees one. What one did is recorded by the triggers below alone.
drop policy if exists activity_say on activity;
create policy activity_say on activity for insert with check (
  member_id = (select viewer_id()) and (kind = 'status' or (kind = 'wall' and wall_open(other_id))));
-- Whoever did it takes it away, and whoever's wall it stands on.
drop policy if exists activity_remove on activity;
create policy activity_remove on activity for delete using (member_id = (select viewer_id()) or other_id = (select viewer_id()));

-- Walls' index is read by the functions below alone.
alter table activity_person enable row level security;

-- Each entry stands on the walls of those it names, and their coopains are told live, who then read what they may. Once a statement.
create or replace function activity_recorded() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
declare
  people bigint[];
begin
  insert into activity_person (member_id, activity_id, said)
    select member_id, id, kind in ('status', 'wall') from fresh union all select other_id, id, kind in ('status', 'wall') from fresh where other_id is not null;
  people := array(select member_id from fresh union select other_id from fresh where other_id is not null);
  perform live_say('feed', array(select b.coopain_id from bond b where b.member_id = any(people)) || people);
  perform live_say('wall', people);
  return null;
end $$;
create or replace trigger activity_record after insert on activity referencing new table as fresh for each statement execute function activity_recorded();

create or replace function activity_of_bond() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from activity a using gone g where a.kind = 'bond' and a.member_id = g.member_id and a.other_id = g.coopain_id;
  else -- a bond is two rows
    insert into activity (kind, member_id, other_id) select 'bond', member_id, coopain_id from fresh where member_id < coopain_id on conflict do nothing;
  end if;
  return null;
end $$;
create or replace trigger bond_activity_insert after insert on bond referencing new table as fresh for each statement execute function activity_of_bond();
create or replace trigger bond_activity_delete after delete on bond referencing old table as gone for each statement execute function activity_of_bond();

create or replace function activity_of_membership() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from activity a using gone g where a.space_id = g.space_id and a.member_id = g.member_id;
  else
    insert into activity (kind, member_id, space_id)
      select s.kind, f.member_id, f.space_id from fresh f join space s on s.id = f.space_id where s.kind in ('group', 'section') on conflict do nothing;
  end if;
  return null;
end $$;
create or replace trigger membership_activity_insert after insert on membership referencing new table as fresh for each statement execute function activity_of_membership();
create or replace trigger membership_activity_delete after delete on membership referencing old table as gone for each statement execute function activity_of_membership();

-- Many events at once come from demonstrations and imports alone; one is published at a time, which is an update. No columns can be named where rows are given a table.
create or replace function activity_of_events() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  insert into activity (kind, member_id, event_id)
    select 'event', creator_id, id from fresh where state = 'published' and creator_id is not null
       and series_id is null  -- later dates of what was told already
    on conflict do nothing;
  return null;
end $$;
create or replace trigger event_activity_insert after insert on event referencing new table as fresh for each statement execute function activity_of_events();
create or replace function activity_of_event() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  insert into activity (kind, member_id, event_id) values ('event', new.creator_id, new.id) on conflict do nothing;
  return null;
end $$;
create or replace trigger event_activity_update after update of state on event
  for each row when (new.state = 'published' and old.state <> 'published' and new.creator_id is not null) execute function activity_of_event();

-- Whoever comes; whoever made the event is told of by that. An answer that is taken back takes its entry along.
create or replace function activity_of_guest() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from activity a using gone g where a.kind = 'participation' and a.event_id = g.event_id and a.member_id = g.member_id and g.answer = 'yes'
      and not exists (select from event_guest n where n.event_id = g.event_id and n.member_id = g.member_id and n.answer = 'yes');
  end if;
  if tg_op <> 'DELETE' then
    insert into activity (kind, member_id, event_id)
      select distinct on (f.member_id, coalesce(e.series_id, -e.id)) 'participation', f.member_id, f.event_id from fresh f join event e on e.id = f.event_id
       where f.answer = 'yes' and e.creator_id is distinct from f.member_id
         -- Who comes to a series is told once.
         and not exists (select from event o join activity a on a.event_id = o.id and a.kind = 'participation' and a.member_id = f.member_id where o.series_id = e.series_id)
       order by f.member_id, coalesce(e.series_id, -e.id), e.starts_at on conflict do nothing;
  end if;
  return null;
end $$;
create or replace trigger event_guest_activity_insert after insert on event_guest referencing new table as fresh for each statement execute function activity_of_guest();
create or replace trigger event_guest_activity_update after update on event_guest referencing new table as fresh old table as gone for each statement execute function activity_of_guest();
create or replace trigger event_guest_activity_delete after delete on event_guest referencing old table as gone for each statement execute function activity_of_guest();

-- Candidates, latest first, for the caller to join with the protected table (as in 70_search.sql). They are a window without holes, whose end is where the next page
-- begins: of each person the latest few are looked at; whoever did more within the window has the rest marked `beyond`, which the page counts and does not tell (nobody
-- floods); and should even that be cut short, the window ends there.
--   circle   'all', or a word of viewer_spaces(): 'party' is whoever shares the viewer's federation
--   before   the last entry of the former page, or 0
create or replace function feed_window(circle text, before bigint, most integer) returns table (id bigint, more boolean, beyond boolean)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  me bigint := viewer_id();
  under bigint := case when before > 0 then before else 9223372036854775807 end;
  people bigint[];
  few integer;
  rest constant integer := 60;
begin
  if me is null then return; end if;
  if circle = 'all' then
    people := array(select b.coopain_id from bond b where b.member_id = me);
  else
    people := array(select distinct b.coopain_id from bond b join circle c on c.member_id = b.coopain_id
      where b.member_id = me and c.space_id = any(case circle
        when 'party' then array(select s.id from space s where s.kind = 'federation' and s.id = any(viewer_spaces('party'))) else viewer_spaces(circle) end));
  end if;
  few := greatest(4, least(most, 3 * most / greatest(1, cardinality(people))));
  return query
  with found as (
    select who, l.activity_id, l.place from unnest(people) as who cross join lateral (
      select p.activity_id, row_number() over (order by p.activity_id desc) as place
        from activity_person p where p.member_id = who and p.activity_id < under order by p.activity_id desc limit few) l
    union all -- what I said, and what was said to me
    select me, l.activity_id, l.place from (
      select p.activity_id, row_number() over (order by p.activity_id desc) as place
        from activity_person p where p.member_id = me and p.activity_id < under and p.said order by p.activity_id desc limit few) l
  ), latest as (
    select distinct f.activity_id from found f order by f.activity_id desc limit most
  ), whole as ( -- down to here, if enough was found; else to where somebody's few end
    select case when (select count(*) from latest) = most then (select min(activity_id) from latest)
                else coalesce((select max(f.activity_id) from found f where f.place = few), 0) end as down_to
  ), further as (
    select l.activity_id, l.place from found f cross join lateral (
      select p.activity_id, row_number() over (order by p.activity_id desc) as place
        from activity_person p where p.member_id = f.who and p.activity_id < f.activity_id and p.activity_id >= (select down_to from whole)
       order by p.activity_id desc limit rest) l
     where f.place = few and f.who <> me and f.activity_id > (select down_to from whole)
  ), bounds as (
    select greatest((select down_to from whole), coalesce((select max(activity_id) from further where place = rest), 0)) as floor
  ), chosen as (
    select a.activity_id, bool_and(a.beyond) as beyond
      from (select f.activity_id, false as beyond from found f union all select f.activity_id, true from further f) a, bounds b
     where a.activity_id >= b.floor group by a.activity_id
  )
  select c.activity_id, exists (select from bounds b where b.floor > 0 and (exists (select from found f where f.activity_id < b.floor or f.place = few))), c.beyond
    from chosen c order by c.activity_id desc;
end $$;

create or replace function wall_window(whose bigint, before bigint, most integer) returns table (id bigint, more boolean, beyond boolean)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  return query
  with chosen as (
    select p.activity_id from activity_person p where p.member_id = whose and viewer_id() is not null and (before = 0 or p.activity_id < before)
     order by p.activity_id desc limit most + 1)
  select c.activity_id, (select count(*) > most from chosen), false from chosen c order by c.activity_id desc limit most;
end $$;

-- What stands in windows, as pages draw it. An entry that the viewer may not see leaves its number alone, from which the next page goes on.
drop view if exists activity_entry;
create view activity_entry with (security_invoker = true) as
  select a.id, a.kind, a.at, a.body, a.link, m.id as member_id, m.first_name || ' ' || m.last_name as member, m.picture_id, o.id as other_id, o.first_name || ' ' || o.last_name as other, o.picture_id as other_picture_id,
         s.id as space_id, s.name as space, e.id as event_id, e.title as event
    from activity a join member m on m.id = a.member_id left join member o on o.id = a.other_id
    left join space s on s.id = a.space_id left join event e on e.id = a.event_id;
