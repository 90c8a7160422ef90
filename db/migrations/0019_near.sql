-- «Près de chez moi» (C07): where sections and events stand, for whoever asks what is near. Points are geography, so that a kilometre is one in La Réunion too.

-- Communes as people type them: «St Et» begins «Saint-Étienne».
create index commune_place_key on commune (place_key(name) text_pattern_ops);
create index commune_postcode_commune on commune_postcode (commune_code, postcode);

-- The commune that is meant: of that postcode and name, else the largest of that postcode, else the largest of that name. Null when neither is known.
create function commune_of(postcode text, city text) returns text
  language sql stable parallel safe set search_path = coopol, pg_temp as $$
  select code from (
    (select 1 as rank, c.code, c.population from commune_postcode p join commune c on c.code = p.commune_code
      where p.postcode = commune_of.postcode and place_key(c.name) = place_key(commune_of.city) limit 1)
    union all
    (select 2, c.code, c.population from commune_postcode p join commune c on c.code = p.commune_code
      where p.postcode = commune_of.postcode order by c.population desc, c.code limit 1)
    union all
    (select 3, c.code, c.population from commune c
      where coalesce(commune_of.postcode, '') = '' and place_key(c.name) = place_key(commune_of.city) order by c.population desc, c.code limit 1)
  ) found order by rank limit 1
$$;

-- The middle of a commune; of one whose coordinates are not known, of those that share its postcode, or its département.
create function commune_spot(which text) returns public.geography
  language sql stable parallel safe set search_path = coopol, pg_temp as $$
  select public.st_setsrid(public.st_makepoint(east, north), 4326)::public.geography from (
    (select 1 as rank, c.longitude as east, c.latitude as north from commune c where c.code = which and c.latitude is not null and c.longitude is not null)
    union all
    (select 2, avg(c.longitude), avg(c.latitude)
      from commune_postcode own join commune_postcode other on other.postcode = own.postcode join commune c on c.code = other.commune_code
     where own.commune_code = which and c.latitude is not null having count(*) > 0)
    union all
    (select 3, sum(c.longitude * c.population) / sum(c.population), sum(c.latitude * c.population) / sum(c.population)
      from commune c where c.department = (select department from commune where code = which) and c.latitude is not null and c.population > 0 having count(*) > 0)
  ) found order by rank limit 1
$$;

-- Where a section is: in its commune.
alter table section_profile add column spot public.geography(point, 4326);
create function section_spot() returns trigger language plpgsql set search_path = coopol, pg_temp as $$
begin
  new.spot := case when new.country = 'France' then commune_spot(commune_of(new.postcode, new.city)) end;
  return new;
end $$;
create trigger section_profile_spot before insert or update of postcode, city, country on section_profile for each row execute function section_spot();

-- Where an event stands on maps. A flat meeting is at somebody's home: lists of what is near know its commune alone. What happens online is nowhere.
alter table event add column spot public.geography(point, 4326);
create function event_spot() returns trigger language plpgsql set search_path = coopol, pg_temp as $$
begin
  new.spot := case
    when new.latitude is null or new.longitude is null or (new.online_url is not null and new.address = '') then null
    when new.kind = 'flat_meeting' then commune_spot(commune_of(new.postcode, new.city))
    else public.st_setsrid(public.st_makepoint(new.longitude, new.latitude), 4326)::public.geography end;
  return new;
end $$;
create trigger event_spot before insert or update of kind, online_url, address, postcode, city, latitude, longitude on event for each row execute function event_spot();

-- What is there already.
update section_profile set spot = commune_spot(commune_of(postcode, city)) where country = 'France' and coalesce(postcode, city) is not null;
update event set spot = case when kind = 'flat_meeting' then commune_spot(commune_of(postcode, city))
                             else public.st_setsrid(public.st_makepoint(longitude, latitude), 4326)::public.geography end
 where latitude is not null and longitude is not null and (online_url is null or address <> '') and ends_at > now();

create index section_profile_near on section_profile using gist (spot) where spot is not null;
create index event_near on event using gist (spot) where state = 'published' and spot is not null;
