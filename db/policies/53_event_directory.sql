-- «Tous les événements» (E09). Its list, its count and its map read one query, composed once from what was asked for, so that they cannot differ. It sees past the
-- policies, keeps to what the viewer may see, and holds each condition only when it is asked for, with its value written in: every combination has a plan of its own.
--   asked    a JSON object of what the page's address says (src/events/directory/asked.hpp):
--            circle (a word of viewer_spaces()), kind ('missions', 'meetings' or one kind), from and until (instants), words, metres around a
--            commune; what is empty, infinite or 0 is not asked for

-- The events that the viewer sees, of those that meet the conditions on `e`: public ones, which have indexes of their own, and the few others that are the viewer's.
-- `tail` orders and cuts each of the two parts.
create or replace function directory_seen(conditions text, tail text) returns text
  language plpgsql stable set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
begin
  return format('((select e.id, e.starts_at, e.spot::public.geometry as point from event e where e.state = ''published'' and e.is_public and %1$s %2$s)
    union all
    (select e.id, e.starts_at, e.spot::public.geometry from event e where e.state = ''published'' and not e.is_public
       and (e.space_ids operator(pg_catalog.&&) %3$L::bigint[] or e.id = any(%4$L::bigint[]) or e.creator_id = %5$L::bigint) and %1$s %2$s))', conditions, tail,
    array(select c.space_id from circle c where c.member_id = me), array(select g.event_id from event_guest g where g.member_id = me), me);
end $$;
revoke execute on function directory_seen(text, text) from public;

-- Words as the search does them (70_search.sql): stems of title, town and description; near matches of titles only when nothing that the viewer sees has the words.
create or replace function directory_words(words text, conditions text) returns text
  language plpgsql stable set search_path = coopol, public, pg_temp as $$
declare
  exact text := format('e.stems @@ %L::tsquery', search_texts(search_parts(words)));
  any_exact boolean;
begin
  if cardinality(search_parts(words)) = 0 then return 'false'; end if;
  execute 'select exists (select from ' || directory_seen(conditions || ' and ' || exact, 'limit 1') || ' f)' into any_exact;
  if any_exact or length(words) < 4 then return exact; end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return format('fold(%L) operator(public.<%%) e.title_key', words);
end $$;
revoke execute on function directory_words(text, text) from public;

create or replace function directory_conditions(asked jsonb) returns text
  language plpgsql stable set search_path = coopol, public, pg_temp as $$
declare
  longest constant interval := '31 days'; -- what began before is not looked for, though it may still be going on
  begins timestamptz := greatest(now(), (asked->>'from')::timestamptz);
  -- Of a series the first date that is asked for stands for all.
  conditions text := format('e.ends_at > %1$L and e.starts_at > %2$L and (e.series_id is null or series_next(e.series_id, e.starts_at, e.id, %1$L))', begins, begins - longest);
  metres double precision := nullif((asked->>'metres')::double precision, 0);
  here geography := case when metres is not null then commune_spot(near_commune(asked->>'commune')) end;
  centre geometry := here::geometry;
  north double precision := metres / 110500; -- degrees; a little more than there are, since what lies in the box is then measured
  east double precision := north / greatest(cos(radians(st_y(centre))), 0.01);
begin
  -- Near matches are looked for when there is no exact one at all, not when filters leave none.
  if asked->>'words' <> '' then conditions := conditions || ' and ' || directory_words(asked->>'words', format('e.ends_at > now() and e.starts_at > %L', now() - longest)); end if;
  if asked->>'until' <> 'infinity' then conditions := conditions || format(' and e.starts_at < %L', (asked->>'until')::timestamptz); end if;
  if asked->>'circle' <> 'all' then conditions := conditions || format(' and e.space_ids operator(pg_catalog.&&) %L::bigint[]', viewer_spaces(asked->>'circle')); end if;
  conditions := conditions || case asked->>'kind' when '' then '' when 'missions' then ' and e.is_mission' when 'meetings' then ' and not e.is_mission'
                                   else format(' and e.kind = %L', asked->>'kind') end;
  if metres is null then return conditions; end if;
  if here is null then return 'false'; end if; -- nobody knows from where
  return conditions || format(' and e.spot::public.geometry operator(public.&&) %L::public.geometry and e.spot operator(public.<->) %L::public.geography <= %L',
    st_makeenvelope(st_x(centre) - east, st_y(centre) - north, st_x(centre) + east, st_y(centre) + north, 4326), here, metres);
end $$;
revoke execute on function directory_conditions(jsonb) from public;

-- A page of the list, and one more; `after` is the last event of the page before, or 0.
create or replace function event_directory(asked jsonb, after bigint) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
begin
  if me is null or (after <> 0 and not event_visible(me, after)) then return; end if;
  return query execute 'select f.id from ' || directory_seen(
      directory_conditions(asked) || case when after <> 0 then format(' and (e.starts_at, e.id) > (select x.starts_at, x.id from event x where x.id = %s)', after) else '' end,
      'order by e.starts_at, e.id limit 31') || ' f order by f.starts_at, f.id limit 31';
end $$;

-- How many there are, as far as a thousand, how many of them have a point, and which part of the world holds those: mainland France where it holds any.
create or replace function event_directory_tally(asked jsonb) returns table (events integer, placed integer, west double precision, south double precision, east double precision, north double precision)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if viewer_id() is null then return; end if;
  return query execute 'select c.events, c.placed, public.st_xmin(c.around), public.st_ymin(c.around), public.st_xmax(c.around), public.st_ymax(c.around) from (
    select count(*)::integer as events, count(f.point)::integer as placed,
           coalesce(public.st_extent(f.point) filter (where f.point operator(public.&&) public.st_makeenvelope(-5.3, 41.2, 9.8, 51.2, 4326)), public.st_extent(f.point)) as around
      from (select s.point from ' || directory_seen(directory_conditions(asked), 'limit 1001') || ' s limit 1001) f) c';
end $$;

-- A tile of the map: squares of a sixteenth, each with how many stand in it, their middle and what holds them; and with the events themselves, at most eight, where there is
-- one alone, where they stand at one point, or where one cannot come much nearer.
create or replace function event_directory_tile(asked jsonb, z integer, x integer, y integer)
  returns table (square bigint, events integer, longitude double precision, latitude double precision, west double precision, south double precision, east double precision, north double precision, ids bigint[])
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  tiles double precision := 2.0 ^ z;
  edge constant double precision := 1e-6; -- degrees: which square is whose is decided below
  box public.geometry := public.st_makeenvelope(x / tiles * 360 - 180 - edge, degrees(atan(sinh(pi() * (1 - 2 * (y + 1) / tiles)))) - edge,
                                                (x + 1) / tiles * 360 - 180 + edge, degrees(atan(sinh(pi() * (1 - 2 * y / tiles)))) + edge, 4326);
begin
  if viewer_id() is null then return; end if;
  return query execute 'select row_number() over (), count(*)::integer, avg(p.lon), avg(p.lat), min(p.lon), min(p.lat), max(p.lon), max(p.lat),
        case when count(*) = 1 or (min(p.lon) = max(p.lon) and min(p.lat) = max(p.lat)) or $1 >= 14 then (array_agg(p.id order by p.starts_at, p.id))[1:8] end
      from (select f.id, f.starts_at, q.lon, q.lat, floor((q.lon + 180) / 360 * $2 * 16)::integer as across, floor((1 - asinh(tan(radians(q.lat))) / pi()) / 2 * $2 * 16)::integer as down
              from ' || directory_seen(directory_conditions(asked) || format(' and e.spot::public.geometry operator(public.&&) %L::public.geometry', box), '') || ' f
              cross join lateral (select public.st_x(f.point) as lon, public.st_y(f.point) as lat) q) p
     where p.across / 16 = $3 and p.down / 16 = $4 group by p.across, p.down' using z, tiles, x, y;
end $$;
