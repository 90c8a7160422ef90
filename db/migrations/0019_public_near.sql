-- What is near is looked for in two places: among the public events from nearest to farthest, and among the viewer's own, which are few. One index of all events made
-- everybody walk past those of others.
create index event_public_near on event using gist (spot) where state = 'published' and is_public and spot is not null;
drop index event_near;

-- What is over is near nobody: its point goes (near_forget_past() in db/policies/53_near.sql), so that the index stays as small as the agenda; and comes when it is put off.
create or replace function event_spot() returns trigger language plpgsql set search_path = coopol, pg_temp as $$
begin
  new.spot := case
    when new.ends_at < now() or new.latitude is null or new.longitude is null or (new.online_url is not null and new.address = '') then null
    when new.kind = 'flat_meeting' then commune_spot(commune_of(new.postcode, new.city))
    else public.st_setsrid(public.st_makepoint(new.longitude, new.latitude), 4326)::public.geography end;
  return new;
end $$;
drop trigger event_spot on event;
create trigger event_spot before insert or update of kind, starts_at, ends_at, online_url, address, postcode, city, latitude, longitude on event
  for each row execute function event_spot();
