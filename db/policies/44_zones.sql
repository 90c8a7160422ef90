-- S09: zones that fill themselves. Who lives where is read here and nowhere else; a zone's manager gets a number. `home` has no policy: no role reads it.

alter table home enable row level security;
alter table zone enable row level security;
drop policy if exists zone_secretary on zone;
create policy zone_secretary on zone for select using (
  list_id = any(array(select l.id from section_list l where l.section_id = any(array(select office_sections('members'))))));
alter table section_list_out enable row level security;
drop policy if exists section_list_out_secretary on section_list_out;
create policy section_list_out_secretary on section_list_out for select using (
  list_id = any(array(select l.id from section_list l where l.section_id = any(array(select office_sections('members'))))));

-- Who of a section lives there; `whom` null: of everybody.
create or replace function zone_homes(section bigint, whom bigint[], postcodes text[], streets zone_street[], ground public.geometry) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query
    select h.member_id from home h
     where h.section_id = section and (whom is null or h.member_id = any(whom))
       and (h.postcode = any(postcodes)
            or ground is not null and public.st_covers(ground, h.spot)
            or exists (select from unnest(streets) s
                        where s.street = h.street and (s.postcode is null or s.postcode = h.postcode)
                          and (s.low is null or h.number between s.low and s.high)
                          and (s.parity is null or h.number % 2 = case s.parity when 'odd' then 1 else 0 end)));
end $$;

-- Puts in who lives there by now, and lets go who does not. Whom the secretary put into another zone of the section by hand is left to that one. The lock on the
-- definitions makes one of two who change a zone and somebody's home at once see the other.
create or replace function zones_fill(lists bigint[], whom bigint[]) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform from zone z where z.list_id = any(lists) order by z.list_id for share;
  if not found then return; end if;
  with fits as materialized (
    select z.list_id, f.id as member_id
      from zone z join section_list l on l.id = z.list_id cross join lateral zone_homes(l.section_id, whom, z.postcodes, z.streets, z.ground) as f (id)
     where z.list_id = any(lists)
       and not exists (select from section_list_out o where o.list_id = z.list_id and o.member_id = f.id)
       and not exists (select from section_list_member t join section_list other on other.id = t.list_id
                        where t.member_id = f.id and t.by_hand and other.kind = 'zone' and other.section_id = l.section_id and other.id <> l.id)),
  gone as (
    delete from section_list_member t
     where t.list_id = any(lists) and not t.by_hand and (whom is null or t.member_id = any(whom))
       and not exists (select from fits f where f.list_id = t.list_id and f.member_id = t.member_id))
  insert into section_list_member (list_id, member_id, by_hand) select list_id, member_id, false from fits on conflict do nothing;
end $$;

-- Where these people live, anew; whoever moved changes zones at once.
create or replace function homes_settle(whom bigint[]) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  with known as materialized (select k.* from homes_known(whom) k),
       place as materialized (select d.*, commune_of(coalesce(d.postcode, ''), d.city) as commune from (select distinct k.postcode, k.city from known k) d)
  insert into home as h (section_id, member_id, postcode, commune, street, number, spot)
    select k.section_id, k.member_id, nullif(k.postcode, ''), p.commune, street_of(k.address), street_number(k.address), home_spot(p.commune)
      from known k join place p on p.postcode is not distinct from k.postcode and p.city is not distinct from k.city
  on conflict (section_id, member_id) do update
    set postcode = excluded.postcode, commune = excluded.commune, street = excluded.street, number = excluded.number, spot = excluded.spot, precise = false, asked_at = null
    where (h.postcode, h.commune, h.street, h.number) is distinct from (excluded.postcode, excluded.commune, excluded.street, excluded.number);
  delete from home h where h.member_id = any(whom) and not exists (select from homes_known(array[h.member_id]) k where k.section_id = h.section_id);  -- abroad by now
  perform zones_fill(array(select l.id from section_list l join zone z on z.list_id = l.id
                            where l.section_id in (select b.space_id from membership b where b.member_id = any(whom))), whom);
end $$;

create or replace function home_came() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform homes_settle(array(select distinct n.member_id from new_rows n join space s on s.id = n.space_id where s.kind = 'section'));
  return null;
end $$;
create or replace trigger membership_home after insert on membership referencing new table as new_rows for each statement execute function home_came();

-- Whoever goes out of a section, by whatever door, goes out of its lists; and is in charge of none of its zones.
create or replace function home_left() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  delete from section_list_member t using section_list l where t.member_id = old.member_id and l.id = t.list_id and l.section_id = old.space_id;
  delete from section_list_out t using section_list l where t.member_id = old.member_id and l.id = t.list_id and l.section_id = old.space_id;
  update section_list l set manager_id = null where l.section_id = old.space_id and l.manager_id = old.member_id;
  return null;
end $$;
create or replace trigger membership_zones_left after delete on membership for each row execute function home_left();

create or replace function home_moved() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
declare
  whom bigint[];
begin
  whom := case
    when tg_table_name = 'member' then array[(to_jsonb(new) ->> 'id')::bigint]
    when tg_op = 'DELETE' then array[(to_jsonb(old) ->> 'member_id')::bigint]
    when tg_op = 'INSERT' then array[(to_jsonb(new) ->> 'member_id')::bigint]
    else array[(to_jsonb(old) ->> 'member_id')::bigint, (to_jsonb(new) ->> 'member_id')::bigint] end;
  perform homes_settle(array(select distinct w from unnest(whom) w where w is not null));
  return null;
end $$;
create or replace trigger member_home after update on member for each row
  when ((old.city, old.country) is distinct from (new.city, new.country)) execute function home_moved();
create or replace trigger member_contact_home after insert or delete on member_contact for each row execute function home_moved();
create or replace trigger member_contact_home_moved after update on member_contact for each row
  when ((old.address, old.postcode) is distinct from (new.address, new.postcode)) execute function home_moved();
create or replace trigger register_entry_home_new after insert on register_entry for each row when (new.member_id is not null) execute function home_moved();
create or replace trigger register_entry_home_gone after delete on register_entry for each row when (old.member_id is not null) execute function home_moved();
create or replace trigger register_entry_home after update on register_entry for each row
  when (coalesce(old.member_id, new.member_id) is not null
        and (old.member_id, old.address, old.postcode, old.city, old.country) is distinct from (new.member_id, new.address, new.postcode, new.city, new.country))
  execute function home_moved();

-- By hand (S08). Into a zone: out of the others. Answers how many were not there by hand already.
create or replace function list_put(section bigint, list bigint, whom bigint[]) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  what section_list;
  people bigint[] := array(select b.member_id from membership b where b.space_id = section and b.member_id = any(whom));
  added bigint;
begin
  select * into what from section_list l where l.id = list and l.section_id = section;
  if not found or not holds_office('members', section) then return 0; end if;
  perform from zone z join section_list l on l.id = z.list_id where l.section_id = section and what.kind = 'zone' order by z.list_id for share of z;
  delete from section_list_out o where o.list_id = list and o.member_id = any(people);
  insert into section_list_member as t (list_id, member_id) select list, p from unnest(people) p
    on conflict (list_id, member_id) do update set by_hand = true where not t.by_hand;
  get diagnostics added = row_count;
  if what.kind = 'zone' then
    delete from section_list_member t using section_list other
     where other.id = t.list_id and other.section_id = section and other.kind = 'zone' and other.id <> list and t.member_id = any(people);
  end if;
  return added;
end $$;

-- Out of a zone that fills itself, they stay out of it; and go where they live, if that is another.
create or replace function list_take(section bigint, list bigint, whom bigint[]) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  taken bigint[];
begin
  if not holds_office('members', section) or not exists (select from section_list l where l.id = list and l.section_id = section) then return 0; end if;
  with gone as (delete from section_list_member t where t.list_id = list and t.member_id = any(whom) returning t.member_id)
  select coalesce(array_agg(member_id), '{}') into taken from gone;
  insert into section_list_out (list_id, member_id) select list, t from unnest(taken) t where exists (select from zone z where z.list_id = list) on conflict do nothing;
  perform zones_fill(array(select l.id from section_list l join zone z on z.list_id = l.id where l.section_id = section), taken);
  return cardinality(taken);
end $$;

-- Those taken out by hand live there again as far as the zone is concerned. Answers how many there were.
create or replace function zone_let_back(section bigint, list bigint) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  back bigint[];
begin
  if not holds_office('members', section) then return 0; end if;
  with gone as (delete from section_list_out o using section_list l where o.list_id = list and l.id = list and l.section_id = section returning o.member_id)
  select coalesce(array_agg(member_id), '{}') into back from gone;
  perform zones_fill(array[list], back);
  return cardinality(back);
end $$;

-- What the forms say, as the tables keep it. 0 and '' stand for nothing.
create or replace function zone_streets(words text[], names text[], low integer[], high integer[], parity text[], codes text[]) returns zone_street[]
  language sql immutable set search_path = coopol, pg_temp as $$
  select array(select row(w, street_of(n), nullif(l, 0), nullif(h, 0), nullif(p, ''), nullif(c, ''))::zone_street
                 from unnest(words, names, low, high, parity, codes) with ordinality as s (w, n, l, h, p, c, nth) order by nth)
$$;
-- Null when the line crosses itself. '' is no ground.
create or replace function zone_ground(ring text) returns public.geometry
  language plpgsql immutable set search_path = coopol, pg_temp as $$
declare
  ground public.geometry;
begin
  if ring = '' then return null; end if;
  ground := public.st_geomfromtext('POLYGON((' || ring || '))', 4326);
  return case when public.st_isvalid(ground) and public.st_area(ground) > 0 then ground end;
end $$;

-- Makes a zone (list 0), or changes it, and fills it. The problem: 'name' taken, 'ground' crossed, 'manager' of another section; null when it is done. Whoever is
-- put in charge is told by mail.
create or replace function zone_save(section bigint, list bigint, name text, description text, manager bigint, postcodes text[],
                                     words text[], names text[], low integer[], high integer[], parity text[], codes text[], ring text)
  returns table (id bigint, problem text)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  ground public.geometry := zone_ground(zone_save.ring);
  was section_list;
  saved bigint;
begin
  if not holds_office('members', section) then return; end if;
  if zone_save.list <> 0 then
    select * into was from section_list l where l.id = zone_save.list and l.section_id = section and l.kind = 'zone' for no key update;
    if not found then return; end if;
  end if;
  if ground is null and zone_save.ring <> '' then return query select null::bigint, 'ground'; return; end if;
  if manager is not null and not exists (select from membership b join member m on m.id = b.member_id where b.space_id = section and b.member_id = manager and m.leaves_at is null) then
    return query select null::bigint, 'manager'; return;
  end if;
  if was.id is null then
    insert into section_list (section_id, kind, name, description, manager_id) values (section, 'zone', zone_save.name, zone_save.description, manager)
      on conflict do nothing returning section_list.id into saved;
  elsif not exists (select from section_list o where o.section_id = section and o.kind = 'zone' and o.name = zone_save.name and o.id <> was.id) then
    update section_list l set name = zone_save.name, description = zone_save.description, manager_id = manager where l.id = was.id returning l.id into saved;
  end if;
  if saved is null then return query select null::bigint, 'name'; return; end if;
  if cardinality(zone_save.postcodes) + cardinality(zone_save.names) = 0 and ground is null then
    delete from zone z where z.list_id = saved;
    delete from section_list_member t where t.list_id = saved and not t.by_hand;
    delete from section_list_out o where o.list_id = saved;
  else
    insert into zone as z (list_id, postcodes, streets, ground)
      values (saved, zone_save.postcodes, zone_streets(words, names, low, high, parity, codes), ground)
      on conflict (list_id) do update set postcodes = excluded.postcodes, streets = excluded.streets, ground = excluded.ground;
    perform zones_fill(array[saved], null);
  end if;
  if manager is not null and manager is distinct from was.manager_id and manager <> viewer_id() then
    perform enqueue_mail('sections.zone', format('zone %s for %s, %s', saved, manager, pg_current_xact_id()), manager, null, saved, jsonb_build_object('by', viewer_id()), null);
  end if;
  return query select saved, null::text;
end $$;

-- What a definition would hold, were it saved: as zone_save() fills it. `rough` and `nowhere`: whose home is known to their commune only, or not at all.
create or replace function zone_try(section bigint, list bigint, postcodes text[], words text[], names text[], low integer[], high integer[], parity text[], codes text[], ring text)
  returns table (people bigint, by_hand bigint, rough bigint, nowhere bigint, crossed boolean)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  ground public.geometry := zone_ground(zone_try.ring);
  put bigint[] := array(select t.member_id from section_list_member t join section_list l on l.id = t.list_id where l.id = zone_try.list and l.section_id = section and t.by_hand);
begin
  if not holds_office('members', section) then return; end if;
  return query
    select (select count(*) from (
              select unnest(put)
              union
              select f.id from zone_homes(section, null, zone_try.postcodes, zone_streets(words, names, low, high, parity, codes), ground) as f (id)
               where not exists (select from section_list_out o join section_list l on l.id = o.list_id where o.list_id = zone_try.list and l.section_id = section and o.member_id = f.id)
                 and not exists (select from section_list_member t join section_list other on other.id = t.list_id
                                  where t.member_id = f.id and t.by_hand and other.kind = 'zone' and other.section_id = section and other.id <> zone_try.list)) held),
           cardinality(put)::bigint,
           (select count(*) from home h where h.section_id = section and not h.precise and h.spot is not null),
           (select count(*) from membership b left join home h on h.section_id = b.space_id and h.member_id = b.member_id where b.space_id = section and h.spot is null),
           ground is null and zone_try.ring <> '';
end $$;

-- Who may be put in charge, by the beginning of a name or of a word in it.
create or replace function zone_candidates(section bigint, words text, many integer) returns table (id bigint, name text)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if not holds_office('members', section) then return; end if;
  return query
    select m.id, m.first_name || ' ' || m.last_name from membership b join member m on m.id = b.member_id
     where b.space_id = section and m.leaves_at is null and position(' ' || fold(words) in ' ' || m.name_key) > 0
     order by m.last_name, m.first_name, m.id limit many;
end $$;

-- What a zone is drawn over: where the section's people live, as points without names, noted as a reach into all of them.
create or replace function zone_map(section bigint) returns json
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not holds_office('members', section) then return null; end if;
  perform note_reach(section, 'section.homes');
  return json_build_object(
    'centre', (select case when p.spot is null then null else json_build_array(public.st_x(p.spot::public.geometry), public.st_y(p.spot::public.geometry)) end
                 from space s left join section_profile p on p.space_id = s.id where s.id = section),
    'homes', (select coalesce(json_agg(json_build_array(east, north, people)), '[]')
                from (select round(public.st_x(h.spot)::numeric, 4) as east, round(public.st_y(h.spot)::numeric, 4) as north, count(*) as people
                        from home h where h.section_id = section and h.spot is not null group by 1, 2) spots));
end $$;

-- For the job that asks an address service where homes are (src/sections/locate_homes.cpp): a street and a town, never whose.
create or replace function homes_to_locate(many integer) returns table (section_id bigint, member_id bigint, address text, postcode text, city text)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select k.section_id, k.member_id, k.address, k.postcode, coalesce(k.city, '')
      from (select h.section_id, h.member_id from home h where h.asked_at is null and h.street is not null and h.postcode is not null order by h.section_id, h.member_id limit many) h
      cross join lateral homes_known(array[h.member_id]) k where k.section_id = h.section_id;
end $$;
-- Its answer, unless they live elsewhere by now. Null: it knows no such address.
create or replace function home_located(section bigint, whom bigint, address text, postcode text, north double precision, east double precision) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  update home h set asked_at = now(), precise = north is not null,
         spot = case when north is null then h.spot else public.st_setsrid(public.st_makepoint(east, north), 4326) end
   where h.section_id = section and h.member_id = whom
     and exists (select from homes_known(array[whom]) k where k.section_id = section and k.address = home_located.address and k.postcode = home_located.postcode);
  if found and north is not null then
    perform zones_fill(array(select l.id from section_list l join zone z on z.list_id = l.id where l.section_id = section), array[whom]);
  end if;
end $$;

revoke execute on function zone_homes(bigint, bigint[], text[], zone_street[], public.geometry), zones_fill(bigint[], bigint[]), homes_settle(bigint[]), homes_known(bigint[]),
  homes_to_locate(integer), home_located(bigint, bigint, text, text, double precision, double precision) from public;
grant execute on function homes_to_locate(integer), home_located(bigint, bigint, text, text, double precision, double precision) to coopol_jobs;
