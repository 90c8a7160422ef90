-- E11: places. Whatever writes an answer, these triggers decide who has a place, so that no way in can take one more than there are. Whoever answers holds the event's row
-- first (event_hold), then their own: two at once are one after the other.

create or replace function event_hold(which bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform from event where id = which for update;
end $$;

-- «Je participe» without a place left is waiting for one. Whoever waited keeps their turn.
create or replace function event_guest_placed() returns trigger
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  places integer;
  taken integer;
begin
  select capacity, coming into places, taken from event where id = new.event_id for update;
  if places is null or taken < places then return new; end if;
  -- An insert that will meet the answer they gave already.
  if tg_op = 'INSERT' and exists (select from event_guest g where g.event_id = new.event_id and g.member_id = new.member_id and g.answer = 'yes') then return new; end if;
  new.answer := 'waiting';
  return new;
end $$;
drop trigger if exists event_guest_place_insert on event_guest;
create trigger event_guest_place_insert before insert on event_guest for each row when (new.answer = 'yes') execute function event_guest_placed();
drop trigger if exists event_guest_place_update on event_guest;
create trigger event_guest_place_update before update of answer on event_guest for each row when (new.answer = 'yes' and old.answer is distinct from 'yes')
  execute function event_guest_placed();

-- Gives the places that are free to those who have waited longest, and tells them.
create or replace function event_move_up(which bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  free integer;
  moved bigint[];
begin
  select case when capacity is null then waiting else least(capacity - coming, waiting) end into free
    from event where id = which and state = 'published' and ends_at > now() for update;
  if coalesce(free, 0) <= 0 then return; end if;
  with first as (select member_id from event_guest where event_id = which and answer = 'waiting' order by answered_at, member_id limit free),
       up as (update event_guest g set answer = 'yes', answered_at = now() from first where g.event_id = which and g.member_id = first.member_id returning g.member_id)
  select array_agg(member_id) into moved from up;
  perform event_mail(which, 'events.place', 'place:' || extract(epoch from now())::bigint, moved, '{}');
end $$;
revoke execute on function event_move_up(bigint) from public;

create or replace function event_guest_left() returns trigger
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform event_move_up(e.id) from event e where e.waiting > 0 and e.id in (select event_id from gone where answer = 'yes');
  return null;
end $$;
-- Named after event_guest_count_*: triggers fire in the order of their names, and the counts come first.
drop trigger if exists event_guest_left_update on event_guest;
create trigger event_guest_left_update after update on event_guest referencing old table as gone for each statement execute function event_guest_left();
drop trigger if exists event_guest_left_delete on event_guest;
create trigger event_guest_left_delete after delete on event_guest referencing old table as gone for each statement execute function event_guest_left();

create or replace function event_resized() returns trigger
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform event_move_up(new.id);
  return null;
end $$;
drop trigger if exists event_resize on event;
create trigger event_resize after update of capacity on event for each row when (new.waiting > 0 and new.capacity is distinct from old.capacity)
  execute function event_resized();

-- How many wait before the viewer, and they; nothing for whoever does not wait.
create or replace function event_turn(which bigint) returns integer
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (select (select count(*) from event_guest o where o.event_id = which and o.answer = 'waiting' and (o.answered_at, o.member_id) <= (g.answered_at, g.member_id))::integer
            from event_guest g where g.event_id = which and g.member_id = viewer_id() and g.answer = 'waiting');
end $$;
