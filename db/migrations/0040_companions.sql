-- E11: whoever comes may bring up to five people who have no account. From here on an event's `coming` and `waiting` count persons, companions included, since
-- that is what chairs are for; `companions` is how many of those are nobody's answer. `invited`, `maybe` and `declined` count answers, as before.
alter table event_guest add column companions integer not null default 0 check (companions between 0 and 5),
  add constraint event_guest_companions_come check (companions = 0 or coalesce(answer, '') in ('yes', 'waiting'));
alter table event add column companions integer not null default 0;

create or replace function event_guest_counted() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    update event e set invited = e.invited + c.invited, coming = e.coming + c.coming, maybe = e.maybe + c.maybe, declined = e.declined + c.declined, waiting = e.waiting + c.waiting,
                       companions = e.companions + c.companions
      from (select event_id, count(*) as invited, count(*) filter (where answer = 'maybe') as maybe, count(*) filter (where answer = 'no') as declined,
                   coalesce(sum(1 + companions) filter (where answer = 'yes'), 0) as coming, coalesce(sum(1 + companions) filter (where answer = 'waiting'), 0) as waiting,
                   sum(companions) as companions from fresh group by event_id) c
     where e.id = c.event_id;
  end if;
  if tg_op <> 'INSERT' then
    update event e set invited = e.invited - c.invited, coming = e.coming - c.coming, maybe = e.maybe - c.maybe, declined = e.declined - c.declined, waiting = e.waiting - c.waiting,
                       companions = e.companions - c.companions
      from (select event_id, count(*) as invited, count(*) filter (where answer = 'maybe') as maybe, count(*) filter (where answer = 'no') as declined,
                   coalesce(sum(1 + companions) filter (where answer = 'yes'), 0) as coming, coalesce(sum(1 + companions) filter (where answer = 'waiting'), 0) as waiting,
                   sum(companions) as companions from gone group by event_id) c
     where e.id = c.event_id;
  end if;
  return null;
end $$;
