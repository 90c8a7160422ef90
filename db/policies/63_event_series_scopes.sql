-- «Celui-ci, celui-ci et les suivants, tous» (E03, E07). What is past is never touched; a date that was changed by itself stays as it is, unless all are called off.

-- Each guest of those dates hears once (but whoever changes them), about the first of theirs; whoever declined them all hears nothing. `former` is the series that ends
-- where another begins. How many are told.
create or replace function event_series_tell(dates bigint[], what text, former bigint default null) returns integer
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
                      what || ':' || c.sequence || ':series', array_agg(c.member_id), jsonb_strip_nulls(jsonb_build_object('sequence', c.sequence, 'series', case when what = 'cancellation' or e.state = 'published' then 1 end, 'former', former)))
      from concerned c join event e on e.id = c.id group by c.id, c.sequence, e.state)
  select count(*) into told from concerned, (select count(*) from queued) q;
  return told;
end $$;
revoke execute on function event_series_tell(bigint[], text, bigint) from public;

-- The dates from `begins` on become what `which` is now; it was changed before, and `moved` says whether guests must hear of that. `starts` are those that the new
-- rhythm gives, in order.
--   cut       '': the series itself goes on so. Else it ends with this rule, and another one begins.
--   by_date   the rhythm is another one: dates that both give stay, others are called off. Else the first becomes the first, and so on.
-- How many people are told.
create or replace function event_series_follow(which bigint, begins timestamptz, new_rule text, first timestamp, zone text, starts timestamptz[], made_to timestamp, done boolean,
                                               cut text, by_date boolean, moved boolean) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  model event;
  one event;
  dates event[];
  target bigint;
  slot timestamptz;
  taken timestamptz[] := '{}';
  touched bigint[] := '{}';
  place integer := 0;
  elsewhere boolean;
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
    slot := case when not by_date then starts[place]
                 else (select s from unnest(starts) s where s <> all(taken)
                         and (s at time zone zone)::date = (case when one.id = which then model.starts_at else one.series_start end at time zone zone)::date limit 1) end;
    if slot is not null then taken := taken || slot; end if;
    if one.id = which or (one.state = 'published' and not one.series_changed and slot is not null) then
      slot := coalesce(slot, model.starts_at);
      elsewhere := case when one.id = which then moved
        else (one.starts_at, one.ends_at, one.all_day, coalesce(one.online_url, ''), one.address, one.complement, one.postcode, one.city)
          is distinct from (slot, series_end(model, slot, zone), model.all_day, coalesce(model.online_url, ''), model.address, model.complement, model.postcode, model.city) end;
      update event set series_id = target, series_start = slot, series_changed = false, kind = model.kind, title = model.title, description = model.description, starts_at = slot,
                       ends_at = series_end(model, slot, zone), time_zone = model.time_zone, all_day = model.all_day, online_url = model.online_url, address = model.address, complement = model.complement, postcode = model.postcode,
                       city = model.city, latitude = model.latitude, longitude = model.longitude, is_public = model.is_public, space_ids = array(select p from unnest(model.space_ids) as p where p <> all(model.host_ids)),
                       sequence = sequence + (elsewhere and id <> which)::int where id = one.id;
      if elsewhere then touched := touched || one.id; end if;
    elsif one.state = 'published' and not one.series_changed then
      update event set state = 'cancelled', cancellation_text = 'Le rythme a changé : cette date n’a plus lieu.', sequence = sequence + 1 where id = one.id;
      -- The date that was changed tells of the new rhythm; whoever was invited to this one alone hears that it is off.
      touched := touched || array[one.id, which];
    else -- an exception stays as it is
      update event set series_id = case when slot is not null then target end, series_start = slot where id = one.id;
    end if;
  end loop;
  perform event_series_add(target, starts, made_to, done);
  return event_series_tell(touched, 'change', nullif(model.series_id, target));
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
