-- E11: an event may have so many places and no more. Whoever comes later waits ('waiting', in the order of answered_at) and moves up by themselves (54_event_places.sql).
alter table event add column capacity integer check (capacity between 1 and 100000), -- null: as many as come
  add column waiting integer not null default 0;                                      -- kept by the trigger below, as the others
alter table event_guest drop constraint event_guest_answer_check,
  add constraint event_guest_answer_check check (answer in ('yes', 'no', 'maybe', 'waiting'));
create index event_guest_waiting on event_guest (event_id, answered_at, member_id) where answer = 'waiting';

create or replace function event_guest_counted() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    update event e set invited = e.invited + c.invited, coming = e.coming + c.coming, maybe = e.maybe + c.maybe, declined = e.declined + c.declined, waiting = e.waiting + c.waiting
      from (select event_id, count(*) as invited, count(*) filter (where answer = 'yes') as coming, count(*) filter (where answer = 'maybe') as maybe,
                   count(*) filter (where answer = 'no') as declined, count(*) filter (where answer = 'waiting') as waiting from fresh group by event_id) c
     where e.id = c.event_id;
  end if;
  if tg_op <> 'INSERT' then
    update event e set invited = e.invited - c.invited, coming = e.coming - c.coming, maybe = e.maybe - c.maybe, declined = e.declined - c.declined, waiting = e.waiting - c.waiting
      from (select event_id, count(*) as invited, count(*) filter (where answer = 'yes') as coming, count(*) filter (where answer = 'maybe') as maybe,
                   count(*) filter (where answer = 'no') as declined, count(*) filter (where answer = 'waiting') as waiting from gone group by event_id) c
     where e.id = c.event_id;
  end if;
  return null;
end $$;
