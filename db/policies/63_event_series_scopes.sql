-- «Celui-ci, celui-ci et les suivants, tous» (E03, E07). What is past is never touched; a date that was changed by itself stays as it is, unless all are called off.

-- Each guest of those dates hears once (but whoever changes them), about the first of theirs; whoever declined them all hears nothing. How many are told.
create or replace function event_series_tell(dates bigint[], what text) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  told integer;
begin
  with concerned as (
    select distinct on (g.member_id) g.member_id, e.id, e.sequence from event e join event_guest g on g.event_id = e.id
     where e.id = any(dates) and g.answer is distinct from 'no' and g.member_id is distinct from viewer_id()
     -- Where some dates go and others stay, what stays says it all.
     order by g.member_id, e.state = 'cancelled', e.starts_at, e.id),
  queued as (
    select event_mail(c.id, 'events.' || case when what = 'change' and e.state = 'cancelled' then 'cancellation' else what end,
                      what || ':' || c.sequence || ':series', array_agg(c.member_id), jsonb_build_object('sequence', c.sequence, 'series', 1))
      from concerned c join event e on e.id = c.id group by c.id, c.sequence, e.state)
  select count(*) into told from concerned, (select count(*) from queued) q;
  return told;
end $$;
revoke execute on function event_series_tell(bigint[], text) from public;

-- The dates from `begins` on become what `which` is now; it was changed before. `starts` are those that the new rhythm gives, in order.
--   cut       '': the series itself goes on so. Else it ends with this rule, and another one begins.
--   by_date   the rhythm is another one: dates that both give stay, others are called off. Else the first becomes the first, and so on.
-- How many people are told.
create or replace function event_series_follow(which bigint, begins timestamptz, new_rule text, first timestamp, zone text, starts timestamptz[], made_to timestamp, done boolean,
                                               cut text, by_date boolean) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  model event;
  one event;
  target bigint;
  slot timestamptz;
  place integer := 0;
  moved boolean;
  dates event[];
  touched bigint[] := '{}';
begin
  if refused is not null then perform refuse(refused); end if;
  select * into model from event where id = which;
  perform from event_series where id = model.series_id for update;
  if not found or model.state <> 'published' then return 0; end if;
  dates := array(select e from event e where e.series_id = model.series_id and e.series_start >= begins and (e.ends_at > now() or e.id = which) order by e.series_start for update);
  if cut <> '' then
    insert into event_series (creator_id, rule, starts_local, time_zone) select creator_id, new_rule, first, zone from event_series where id = model.series_id returning id into target;
    insert into event_series_guest select target, member_id, invited_by, answer, left_at from event_series_guest where series_id = model.series_id;
    update event_series set rule = cut, finished = true, sequence = sequence + 1 where id = model.series_id;
  else
    target := model.series_id;
    update event_series set rule = new_rule, starts_local = first, time_zone = zone, sequence = sequence + 1 where id = target;
  end if;
  -- Taken out first: two dates never hold the same start, not even while they move.
  update event set series_id = null, series_start = null where id in (select d.id from unnest(dates) d);
  foreach one in array dates loop
    place := place + 1;
    slot := case when by_date then (select s from unnest(starts) s where (s at time zone zone)::date = (one.series_start at time zone zone)::date limit 1) else starts[place] end;
    if one.id = which then
      update event set series_id = case when slot is not null then target end, series_start = slot, series_changed = false where id = which;
      touched := touched || which;
    elsif one.series_changed then
      update event set series_id = case when slot is not null then target end, series_start = slot where id = one.id;
    elsif one.state <> 'published' then
      null;
    elsif slot is null then
      update event set state = 'cancelled', cancellation_text = 'Le rythme a changé : cette date n’a plus lieu.', sequence = sequence + 1 where id = one.id;
      touched := touched || one.id;
    else
      moved := (one.starts_at, one.ends_at, coalesce(one.online_url, ''), one.address, one.complement, one.postcode, one.city)
        is distinct from (slot, series_end(model, slot, zone), coalesce(model.online_url, ''), model.address, model.complement, model.postcode, model.city);
      update event set series_id = target, series_start = slot, kind = model.kind, title = model.title, description = model.description, starts_at = slot,
                       ends_at = series_end(model, slot, zone), time_zone = model.time_zone, all_day = model.all_day, online_url = model.online_url, address = model.address, complement = model.complement, postcode = model.postcode,
                       city = model.city, latitude = model.latitude, longitude = model.longitude, is_public = model.is_public, space_ids = array(select p from unnest(model.space_ids) as p where p <> all(model.host_ids)),
                       sequence = sequence + moved::int where id = one.id;
      if moved then touched := touched || one.id; end if;
    end if;
  end loop;
  perform event_series_add(target, starts, made_to, done);
  -- The one that was changed on screen counts only if its own time or place did.
  if model.sequence = (select d.sequence from unnest(dates) d where d.id = which) and cardinality(touched) = 1 then touched := '{}'; end if;
  return event_series_tell(touched, 'change');
end $$;

-- Calls off the dates to come from `begins` on, and the series with them. How many people are told.
create or replace function event_series_cancel(which bigint, begins timestamptz, cut text, words text) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  series bigint := (select series_id from event where id = which);
  gone bigint[];
begin
  if refused is not null then perform refuse(refused); end if;
  with off as (
    update event set state = 'cancelled', cancellation_text = words, sequence = sequence + 1
     where series_id = series and series_start >= begins and state = 'published' and ends_at > now() returning id)
  select array_agg(id) into gone from off;
  if gone is null then return 0; end if;
  update event_series set rule = cut, finished = true, sequence = sequence + 1 where id = series;
  return event_series_tell(gone, 'cancellation');
end $$;
