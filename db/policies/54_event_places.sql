-- E11: places. Whatever writes an answer, these triggers decide who has a place, so that no way in can take one more than there are. Whoever answers holds the event's row
-- first (event_hold), then their own: two at once are one after the other.

create or replace function event_hold(which bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform from event where id = which for update;
end $$;

-- «Je participe» without a place left, for the person and those whom they bring, is waiting for one. Whoever waited keeps their turn. Whoever has a place already and
-- brings more people than there is room for keeps it, with those they had said before: nobody decides for them who stays at home.
create or replace function event_guest_placed() returns trigger
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  places integer;
  taken integer;
begin
  if new.answer not in ('yes', 'waiting') then new.companions := 0; end if;
  -- An insert that will meet an answer given before: the update that follows decides.
  if tg_op = 'INSERT' and exists (select from event_guest g where g.event_id = new.event_id and g.member_id = new.member_id) then return new; end if;
  if new.answer = 'yes' then
    select capacity into places from event where id = new.event_id for update;
    -- Counted anew, since event.coming does not know the rows before this one of the same statement.
    if places is not null then select coalesce(sum(1 + g.companions), 0) into taken from event_guest g where g.event_id = new.event_id and g.answer = 'yes'; end if;
    if tg_op = 'UPDATE' and old.answer = 'yes' then
      if places < taken - old.companions + new.companions then new.companions := least(new.companions, old.companions); end if;
    elsif places < taken + 1 + new.companions then
      new.answer := 'waiting';
    end if;
  end if;
  if tg_op = 'UPDATE' and old.answer = 'waiting' and new.answer = 'waiting' then new.answered_at := old.answered_at; end if;
  return new;
end $$;
drop trigger if exists event_guest_place_insert on event_guest;
create trigger event_guest_place_insert before insert on event_guest for each row when (new.answer is not null) execute function event_guest_placed();
drop trigger if exists event_guest_place_update on event_guest;
create trigger event_guest_place_update before update of answer, companions on event_guest for each row
  when (row(new.answer, new.companions) is distinct from row(old.answer, old.companions) and new.answer is not null) execute function event_guest_placed();

-- Gives the places that are free, and tells: in the order of the queue, to the first who fits with all those whom they bring, so that no place stays empty.
create or replace function event_move_up(which bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  free integer;
  moved bigint[] := '{}';
  one record;
begin
  select case when capacity is null then waiting else least(capacity - coming, waiting) end into free
    from event where id = which and state = 'published' and ends_at > now() for update;
  if coalesce(free, 0) <= 0 then return; end if;
  for one in select member_id, 1 + companions as persons from event_guest where event_id = which and answer = 'waiting' order by answered_at, member_id loop
    continue when one.persons > free;
    moved := moved || one.member_id;
    free := free - one.persons;
    exit when free = 0;
  end loop;
  if cardinality(moved) = 0 then return; end if;
  update event_guest set answer = 'yes', answered_at = now() where event_id = which and member_id = any(moved);
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

-- How many persons wait before the viewer, and one; nothing for whoever does not wait.
create or replace function event_turn(which bigint) returns integer
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (select 1 + (select coalesce(sum(1 + o.companions), 0) from event_guest o where o.event_id = which and o.answer = 'waiting' and (o.answered_at, o.member_id) < (g.answered_at, g.member_id))::integer
            from event_guest g where g.event_id = which and g.member_id = viewer_id() and g.answer = 'waiting');
end $$;
