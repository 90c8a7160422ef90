-- Events that come again (E03): src/events/series reads the rules and works out the dates; what is written of them stands here. Organisers call these functions;
-- they check that themselves.

alter table event_series enable row level security;
-- Whoever sees one of its dates knows the rhythm.
drop policy if exists event_series_read on event_series;
create policy event_series_read on event_series for select using (exists (select from event e where e.series_id = event_series.id));
drop policy if exists event_series_jobs on event_series;
create policy event_series_jobs on event_series for select to coopol_jobs using (true);
alter table event_series_guest enable row level security;
drop policy if exists event_series_guest_read on event_series_guest;
create policy event_series_guest_read on event_series_guest for select using (member_id = (select viewer_id()));

-- Lists of what there is to come show a series once: is that date the first of those that are not over by then? Said to be cheap, so that it changes no plan: few events
-- come again.
create or replace function series_next(series bigint, starts timestamptz, which bigint, since timestamptz) returns boolean
  language plpgsql stable cost 1 security definer set search_path = coopol, pg_temp as $$
begin
  return not exists (select from event p where p.series_id = series and p.state = 'published' and p.ends_at > since and (p.starts_at, p.id) < (starts, which));
end $$;

-- Step 1 of a draft: its rhythm, or none ('').
create or replace function event_series_begin(which bigint, new_rule text, first timestamp, zone text) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  series bigint;
begin
  if refused is not null then perform refuse(refused); end if;
  select series_id into series from event where id = which and state = 'draft' for update;
  if not found then return; end if;
  if new_rule = '' then
    update event set series_id = null, series_start = null where id = which;
    delete from event_series where id = series;
  elsif series is not null then
    update event_series set rule = new_rule, starts_local = first, time_zone = zone where id = series;
    update event set series_start = starts_at where id = which;
  else
    insert into event_series (creator_id, rule, starts_local, time_zone) values (viewer_id(), new_rule, first, zone) returning id into series;
    update event set series_id = series, series_start = starts_at where id = which;
  end if;
end $$;

-- A rhythm without a date is nothing.
create or replace function event_series_gone() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  delete from event_series s where s.id = old.series_id and not exists (select from event e where e.series_id = s.id);
  return null;
end $$;
create or replace trigger event_series_end after delete on event for each row when (old.series_id is not null) execute function event_series_gone();

-- Makes the dates that are not there yet, as the latest one is that nobody changed by itself, and copies the guests of the series to them. Once more does nothing more.
create or replace function event_series_add(which bigint, starts timestamptz[], made_to timestamp, done boolean) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  zone text;
  model event;
  made bigint[];
begin
  select time_zone into zone from event_series where id = which for update;
  select * into model from event e where e.series_id = which and e.state = 'published' order by e.series_changed, e.series_start desc limit 1;
  if zone is null or model.id is null then return 0; end if;
  with fresh as (
    insert into event (creator_id, kind, state, title, description, starts_at, ends_at, time_zone, all_day, online_url, address, complement, postcode, city, latitude, longitude,
                       is_public, space_ids, invitation_text, goal, capacity, published_at, series_id, series_start)
      select model.creator_id, model.kind, 'published', model.title, model.description, s.at, series_end(model, s.at, zone), model.time_zone, model.all_day, model.online_url, model.address, model.complement,
             model.postcode, model.city, model.latitude, model.longitude, model.is_public,
             -- A section that organises one date with others (64_event_hosts.sql) was asked for that date alone.
             array(select p from unnest(model.space_ids) as p where p <> all(model.host_ids)), model.invitation_text, model.goal, model.capacity, now(), which, s.at
        from unnest(starts) as s (at) order by s.at
      on conflict (series_id, series_start) do nothing returning id)
  select array_agg(id) into made from fresh;
  insert into event_guest (event_id, member_id, invited_by, answer, answered_at)
    select n.id, g.member_id, g.invited_by, g.answer, case when g.answer is not null then now() end
      from unnest(made) as n (id) cross join event_series_guest g join member m on m.id = g.member_id
     where g.series_id = which and g.left_at is null and m.leaves_at is null
     order by n.id, g.answer is distinct from 'yes' on conflict do nothing;
  update event_series set made_until = made_to, finished = done where id = which;
  return coalesce(cardinality(made), 0);
end $$;
revoke execute on function event_series_add(bigint, timestamptz[], timestamp, boolean) from public;
grant execute on function event_series_add(bigint, timestamptz[], timestamp, boolean) to coopol_jobs;

-- As long as the model, by the clocks of the place: a change of time in the night between makes it neither longer nor shorter.
create or replace function series_end(model event, at timestamptz, zone text) returns timestamptz
  language sql stable set search_path = coopol, pg_temp as $$
  select greatest(((at at time zone zone) + ((model.ends_at at time zone zone) - (model.starts_at at time zone zone))) at time zone zone, at + interval '1 minute')
$$;

-- Publishing the first date publishes the others. Whoever makes the series comes to it.
create or replace function event_series_publish(which bigint, starts timestamptz[], made_to timestamp, done boolean) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  series bigint;
begin
  if refused is not null then perform refuse(refused); end if;
  select e.series_id into series from event e join event_series s on s.id = e.series_id where e.id = which and e.state = 'published' and s.made_until is null;
  if series is null then return 0; end if;
  insert into event_series_guest (series_id, member_id, answer) values (series, viewer_id(), 'yes') on conflict do nothing;
  return event_series_add(series, starts, made_to, done);
end $$;

-- Whoever is invited to one date is invited to all that come, by whatever way they were invited: one mail tells them.
create or replace function event_series_invited() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if not exists (select from fresh f join event e on e.id = f.event_id where f.invited_by is not null and e.series_id is not null) then return null; end if;
  -- Those who are copied find themselves invited already, so that this ends.
  with added as (
    insert into event_series_guest (series_id, member_id, invited_by)
      select distinct on (e.series_id, f.member_id) e.series_id, f.member_id, f.invited_by
        from fresh f join event e on e.id = f.event_id where f.invited_by is not null and e.series_id is not null and e.state = 'published'
      on conflict do nothing returning series_id, member_id, invited_by)
  insert into event_guest (event_id, member_id, invited_by)
    select e.id, a.member_id, a.invited_by from added a join event e on e.series_id = a.series_id and e.state = 'published' and e.ends_at > now() on conflict do nothing;
  return null;
end $$;
create or replace trigger event_guest_series after insert on event_guest referencing new table as fresh for each statement execute function event_series_invited();
-- Whoever left is invited no more.
create or replace function event_series_unwanted() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if exists (select from event e join event_series_guest g on g.series_id = e.series_id where e.id = new.event_id and g.member_id = new.member_id and g.left_at is not null)
  then return null; end if;
  return new;
end $$;
create or replace trigger event_guest_series_left before insert on event_guest for each row when (new.invited_by is not null) execute function event_series_unwanted();

-- The viewer's answer for every date to come, later ones included; how many there are now.
create or replace function event_series_answer(which bigint, what text) returns integer language plpgsql volatile as $$
declare
  one bigint;
  dates bigint[] := array(select e.id from event e join event x on x.series_id = e.series_id where x.id = which and e.state = 'published' and e.ends_at > now() order by e.starts_at, e.id);
begin
  if cardinality(dates) = 0 or what not in ('yes', 'no', 'maybe') then return 0; end if;
  foreach one in array dates loop
    perform event_hold(one);
    insert into event_guest as g (event_id, member_id, answer, answered_at) values (one, viewer_id(), what, now())
      on conflict (event_id, member_id) do update set answer = excluded.answer, answered_at = excluded.answered_at where g.answer is distinct from excluded.answer;
  end loop;
  perform event_series_keep(dates[1], what);
  perform event_answer_told(dates[1]);
  return cardinality(dates);
end $$;
create or replace function event_series_keep(which bigint, what text) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  insert into event_series_guest as g (series_id, member_id, answer) select e.series_id, viewer_id(), what from event e where e.id = which and event_visible(viewer_id(), which)
    on conflict (series_id, member_id) do update set answer = excluded.answer, left_at = null;
end $$;

-- «Ne plus être invité à cette série»: the dates to come go, as if one had never been asked.
create or replace function event_series_leave(which bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  series bigint := (select e.series_id from event e where e.id = which and event_visible(viewer_id(), which));
begin
  if series is null then return false; end if;
  insert into event_series_guest as g (series_id, member_id, left_at) values (series, viewer_id(), now())
    on conflict (series_id, member_id) do update set answer = null, left_at = now();
  delete from event_guest g using event e where e.id = g.event_id and e.series_id = series and g.member_id = viewer_id() and e.starts_at > now();
  return true;
end $$;
