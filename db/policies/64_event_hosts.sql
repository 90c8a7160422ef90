-- E01: several spaces organise an event together. Whoever organises it asks another section or federation; its secretary (or whom they handed its events), or
-- its referent, accepts or refuses. Until then that space gains nothing: no right, no circle, no name on the page. Whoever asked shows them the title, the
-- moment and the place, since nobody accepts what they cannot see.

-- Who decides for the space, by their office. For the functions below alone.
create or replace function host_deciders(space bigint) returns setof bigint
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select m.member_id from membership m join member p on p.id = m.member_id and p.leaves_at is null
   where m.space_id = space and m.role in ('secretary', 'referent')
  union
  select h.member_id from delegation_held h where h.section_id = space and h.power = 'events'
$$;
revoke execute on function host_deciders(bigint) from public;

create or replace function event_host_ask(which bigint, space bigint) returns text
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  asked bigint[];
begin
  if not event_open_to_organise(which) then return 'closed'; end if;
  if not exists (select from space s where s.id = space and s.kind in ('section', 'federation')) then return 'unknown'; end if;
  perform from event where id = which for update;
  if exists (select from event_host h where h.event_id = which and h.space_id = space) then return 'asked'; end if;
  if (select count(*) from event_host h where h.event_id = which) >= 10 then return 'many'; end if;
  asked := array(select d from host_deciders(space) d where d <> viewer_id());
  if cardinality(asked) = 0 then return 'nobody'; end if;
  insert into event_host (event_id, space_id) values (which, space);
  perform event_mail(which, 'events.host', format('host:%s:%s', space, current_date), asked, jsonb_build_object('space', space));
  return 'done';
end $$;

-- What waits for the viewer's answer: enough of the event to decide, and nothing else of it.
create or replace function event_host_requests()
  returns table (event_id bigint, space_id bigint, space text, title text, kind text, starts_at timestamptz, ends_at timestamptz, time_zone text, all_day boolean,
                 city text, description text, author text, asked_at timestamptz)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select e.id, s.id, space_words(s.kind, s.name), e.title, e.kind, e.starts_at, e.ends_at, e.time_zone, e.all_day, e.city, e.description,
         coalesce(m.first_name || ' ' || m.last_name, 'un membre parti'), h.asked_at
    from event_host h join event e on e.id = h.event_id join space s on s.id = h.space_id left join member m on m.id = e.creator_id and m.leaves_at is null
   where h.space_id = any(array(select office_sections('events') union all select referent_spaces())) and h.answer is null and e.state = 'published' and e.ends_at > now()
   order by e.starts_at, e.id;
end $$;

-- Their answer, once. False when there is nothing to answer (any more).
create or replace function event_host_answer(which bigint, space bigint, accepts boolean) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not exists (select from event_host_requests() r where r.event_id = which and r.space_id = event_host_answer.space) then return false; end if;
  update event_host h set answer = case when accepts then 'accepted' else 'refused' end, answered_at = now(),
         published_before = exists (select from event e where e.id = which and space = any(e.space_ids))
   where h.event_id = which and h.space_id = space and h.answer is null;
  if not found then return false; end if;
  if accepts then update event e set host_ids = e.host_ids || space, space_ids = array_remove(e.space_ids, space) || space where e.id = which; end if;
  insert into mail (kind, key, member_id, subject_id, detail)
    select 'events.host_answer', format('event:%s:%s:host:%s:%s:answer', which, e.creator_id, space, current_date), e.creator_id, which, jsonb_build_object('space', space)
      from event e join member m on m.id = e.creator_id and m.leaves_at is null where e.id = which and e.creator_id is distinct from viewer_id()
    on conflict do nothing;
  perform pg_notify('work', 'mail');
  return true;
end $$;

-- They withdraw, or are taken back: at any moment. Whoever decides for the space says no for good; whoever organises may ask again.
create or replace function event_host_withdraw(which bigint, space bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  decides constant boolean := space in (select office_sections('events') union all select referent_spaces());
  was event_host;
begin
  if not decides and refusal(viewer_id(), 'organiser', which) is not null then perform refuse('CP404'); end if;
  select * into was from event_host h where h.event_id = which and h.space_id = space for update;
  if not found or (decides and was.answer is distinct from 'accepted') then return false; end if;
  update event e set host_ids = array_remove(e.host_ids, space), space_ids = case when was.published_before then e.space_ids else array_remove(e.space_ids, space) end
   where e.id = which and space = any(e.host_ids);
  if decides then
    update event_host h set answer = 'refused', answered_at = now() where h.event_id = which and h.space_id = space;
  else
    delete from event_host h where h.event_id = which and h.space_id = space;
  end if;
  return true;
end $$;

-- Seen by whoever organises the event, and by whoever decides for the space.
alter table event_host enable row level security;
drop policy if exists event_host_read on event_host;
create policy event_host_read on event_host for select using (
  space_id = any(array(select office_sections('events') union all select referent_spaces()))
  or exists (select from event e where e.id = event_id and (e.creator_id = (select viewer_id())
       or e.state <> 'draft' and (e.space_ids && array(select office_sections('events')) or e.host_ids && array(select referent_spaces())))));
