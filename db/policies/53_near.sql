-- What is near (C07). Distances to columns of protected tables are not leakproof, so that no index would serve them there: these see past the policies, keep to what
-- the viewer may see, and yield ids in order of distance with their metres; the caller joins them by id to the protected table, which decides again.
-- `<->` measures on the sphere, forty times as quick as st_dwithin() on the ellipsoid, and right to half a per cent.
--   most      so many at most
--   beyond    when nothing is within those metres: the nearest so many, however far

-- The commune that was asked for by its code, or the viewer's own: of their coordinates, else of their section.
create or replace function near_commune(asked text) returns text language plpgsql stable set search_path = coopol, pg_temp as $$
declare
  found_code text;
begin
  if asked <> '' then return (select code from commune where code = asked); end if;
  select coalesce(case when m.country = 'France' then commune_of(coalesce(c.postcode, ''), m.city) end, commune_of(p.postcode, p.city)) into found_code
    from member m left join member_contact c on c.member_id = m.id left join section_profile p on p.space_id = m.section_id where m.id = viewer_id();
  return found_code;
end $$;

create or replace function near_events(here public.geography, within double precision, most integer, beyond integer) returns table (id bigint, metres double precision)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  spaces bigint[] := array(select c.space_id from circle c where c.member_id = me);
  invitations bigint[] := array(select g.event_id from event_guest g where g.member_id = me);
  -- Two lists, each nearest first: those of everybody from their own index, and the few that are the viewer's.
  lists constant text := 'select f.id, f.metres from (
      (select e.id, e.starts_at, e.spot operator(public.<->) $1 as metres from event e
        where e.state = ''published'' and e.is_public and e.spot is not null and e.ends_at > now() and (e.series_id is null or series_next(e.series_id, e.starts_at, e.id, now())) %1$s
        order by e.spot operator(public.<->) $1, e.starts_at, e.id limit $6)
      union
      (select e.id, e.starts_at, e.spot operator(public.<->) $1 as metres from event e
        where (e.space_ids && $2 or e.id = any($3) or e.creator_id = $4) and e.state = ''published'' and e.spot is not null and e.ends_at > now() and (e.series_id is null or series_next(e.series_id, e.starts_at, e.id, now())) %1$s
        order by metres, e.starts_at, e.id limit $6)) f
    order by f.metres, f.starts_at, f.id limit $6';
begin
  if me is null or here is null then return; end if;
  return query execute format(lists, 'and e.spot operator(public.<->) $1 <= $5') using here, spaces, invitations, me, within, most;
  if found then return; end if;
  return query execute format(lists, '') using here, spaces, invitations, me, within, beyond;
end $$;

create or replace function near_sections(here public.geography, within double precision, most integer, beyond integer) returns table (id bigint, metres double precision)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if viewer_id() is null or here is null then return; end if;
  return query select p.space_id, p.spot operator(public.<->) here from section_profile p where p.spot is not null and p.spot operator(public.<->) here <= within
    order by p.spot operator(public.<->) here, p.space_id limit most;
  if found then return; end if;
  return query select p.space_id, p.spot operator(public.<->) here from section_profile p where p.spot is not null
    order by p.spot operator(public.<->) here, p.space_id limit beyond;
end $$;

-- What is over is near nobody.
create or replace function near_forget_past() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update event set spot = null where spot is not null and ends_at < now() - interval '1 day'
$$;
revoke execute on function near_forget_past() from public;
grant execute on function near_forget_past() to coopol_jobs;
