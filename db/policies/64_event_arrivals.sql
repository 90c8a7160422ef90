-- E04: inviting from sections, groups, lists, zones and coopains at once, nobody twice; and whoever comes there later. A source is a word, as in addresses and forms:
-- 'coopains', 'section-12', 'group-9', 'list-5', 'zone-7'.

-- Of `members`, those whom `host` may invite one by one: whom they may see (A09), or who are of a section whose people they look after.
create or replace function event_invitable(host bigint, members bigint[]) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  own bigint[] := array(select c.space_id from circle c where c.member_id = host and c.direct);
  office bigint[] := array(select c.space_id from circle c where c.member_id = host and c.secretary
                           union all select h.section_id from delegation_held h where h.member_id = host and h.power = 'members');
begin
  return query
    select m.id from member m where m.id = any(members) and m.id <> host and m.leaves_at is null and (
      m.visibility = 'everyone' or m.is_secretary
      or (m.visibility = 'circle' and (exists (select from bond b where b.member_id = host and b.coopain_id = m.id) or m.section_id = any(own)))
      or m.section_id = any(office));
end $$;
revoke execute on function event_invitable(bigint, bigint[]) from public;

-- May `host` invite that section as a whole, those whom they may not see included?
create or replace function event_invites_whole(host bigint, section bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from membership m join space s on s.id = m.space_id
                  where m.member_id = host and m.space_id = section and s.kind = 'section' and (m.role in ('secretary', 'bureau') or office_held(host, 'events', section)));
end $$;
revoke execute on function event_invites_whole(bigint, bigint) from public;

-- Of `members` (null: of everybody), those in that space or list whom `host` may invite from there.
create or replace function event_source_space(host bigint, space bigint, members bigint[]) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  there bigint[] := array(select m.member_id from membership m where m.space_id = space and (members is null or m.member_id = any(members)));
begin
  if event_invites_whole(host, space) then
    return query select m.id from member m where m.id = any(there) and m.id <> host and m.leaves_at is null;
  elsif exists (select from membership m join space s on s.id = m.space_id where m.member_id = host and m.space_id = event_source_space.space and s.kind in ('section', 'group')) then
    return query select event_invitable(host, there);
  end if;
end $$;
create or replace function event_source_list(host bigint, list bigint, members bigint[]) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if not exists (select from section_list l where l.id = list and office_held(host, 'members', l.section_id)) then return; end if;
  return query select m.id from section_list_member t join member m on m.id = t.member_id
                where t.list_id = list and m.id <> host and m.leaves_at is null and (members is null or m.id = any(members));
end $$;
revoke execute on function event_source_space(bigint, bigint, bigint[]), event_source_list(bigint, bigint, bigint[]) from public;

-- Everyone whom the viewer may invite from these sources, each once.
create or replace function event_sources_people(sources text[]) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  me constant bigint := viewer_id();
begin
  return query
    select distinct who from unnest(sources) as word,
      lateral (select split_part(word, '-', 1) as kind, case when split_part(word, '-', 2) ~ '^[0-9]{1,18}$' then split_part(word, '-', 2)::bigint else 0 end as id) source,
      lateral (select event_source_space(me, source.id, null) where source.kind in ('section', 'group')
               union all select event_source_list(me, source.id, null) where source.kind in ('list', 'zone')
               union all select event_invitable(me, array(select b.coopain_id from bond b where b.member_id = me)) where source.kind = 'coopains') as people (who);
end $$;
revoke execute on function event_sources_people(text[]) from public;

-- How many of them are not invited yet, and how many are.
create or replace function event_sources_size(which bigint, sources text[]) returns table (fresh bigint, already bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
begin
  if refused is not null then perform refuse(refused); end if;
  return query select count(*) filter (where g.member_id is null), count(g.member_id)
                 from event_sources_people(sources) as p (id) left join event_guest g on g.event_id = which and g.member_id = p.id;
end $$;

-- Invites them, and with `later` whoever comes there until the event is over. How many are new; null when the event takes nobody any more.
create or replace function event_invite_sources(which bigint, sources text[], later boolean) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me constant bigint := viewer_id();
begin
  if not event_open_to_organise(which) then return null; end if;
  if later then
    insert into event_arrivals (event_id, space_id, list_id, asked_by)
      select which, s.id, l.id, me
        from (select split_part(word, '-', 1) as kind, case when split_part(word, '-', 2) ~ '^[0-9]{1,18}$' then split_part(word, '-', 2)::bigint end as number
                from unnest(sources) as word) as x
        left join space s on s.id = x.number and s.kind = x.kind and x.kind in ('section', 'group')
                         and exists (select from membership m where m.space_id = s.id and m.member_id = me)
        left join section_list l on l.id = x.number and l.kind = x.kind and office_held(me, 'members', l.section_id)
       where s.id is not null or l.id is not null
      on conflict do nothing;
  end if;
  return event_add_guests(which, array(select event_sources_people(sources)), me);
end $$;

-- No more of those who come later.
create or replace function event_arrivals_stop(which bigint, arrivals bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
begin
  if refused is not null then perform refuse(refused); end if;
  delete from event_arrivals a where a.event_id = which and a.id = arrivals;
end $$;

alter table event_arrivals enable row level security;
drop policy if exists event_arrivals_read on event_arrivals;
create policy event_arrivals_read on event_arrivals for select using (
  exists (select from event e where e.id = event_id and (e.creator_id = (select viewer_id()) or e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces()))));

-- Somebody came: into each event that waits for them, with the rights that whoever asked still has. Of a series, into the next date, which is into all.
create or replace function event_arrivals_come(asked event_arrivals, members bigint[]) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  date_id bigint := (select x.id from event e join event x on x.id = e.id or x.series_id = e.series_id
                   where e.id = asked.event_id and x.state = 'published' and x.ends_at > now() order by x.starts_at, x.id limit 1);
  allowed bigint[];
begin
  if date_id is null or refusal(asked.asked_by, 'organiser', date_id) is not null then return; end if;
  allowed := case when asked.space_id is not null then array(select event_source_space(asked.asked_by, asked.space_id, members))
                  else array(select event_source_list(asked.asked_by, asked.list_id, members)) end;
  if cardinality(allowed) > 0 then perform event_add_guests(date_id, allowed, asked.asked_by); end if;
end $$;
revoke execute on function event_arrivals_come(event_arrivals, bigint[]) from public;

create or replace function event_arrivals_joined() returns trigger
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if tg_table_name = 'membership' then
    perform event_arrivals_come(a, array(select n.member_id from fresh n where n.space_id = a.space_id))
       from event_arrivals a where a.space_id in (select n.space_id from fresh n) order by a.event_id;
  else
    perform event_arrivals_come(a, array(select n.member_id from fresh n where n.list_id = a.list_id))
       from event_arrivals a where a.list_id in (select n.list_id from fresh n) order by a.event_id;
  end if;
  return null;
end $$;
-- Named to come after membership_circle and membership_home: whoever came is of the circle by then.
create or replace trigger membership_in_events after insert on membership referencing new table as fresh for each statement execute function event_arrivals_joined();
create or replace trigger section_list_member_in_events after insert on section_list_member referencing new table as fresh for each statement execute function event_arrivals_joined();

-- «la section Besançon-Nord», «la zone Centre»: as far as the viewer may read it.
create or replace function event_arrivals_where(space bigint, list bigint) returns text language plpgsql stable as $$
begin
  return coalesce((select case s.kind when 'group' then 'le ' else 'la ' end || space_words(s.kind, s.name) from space s where s.id = event_arrivals_where.space),
                  (select case l.kind when 'zone' then 'la zone ' else 'la liste ' end || l.name from section_list l where l.id = list), 'une liste de la section');
end $$;
