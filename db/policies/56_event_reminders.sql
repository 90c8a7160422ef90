-- E11: reminders that leave by themselves, to those who come or may: on the eve at 18 h by the clocks of its place, and two hours before (a whole day begins at
-- no hour: its eve is enough). The clock asks every few minutes. The key of
-- each mail holds the hour of the event, so that it leaves once, and again for an event that was moved; whoever answered after that hour needs no reminder.
-- Late by some hours (the eve) or one (the day itself) it says nothing more. Its kind is 'events.soon', its detail which of the two and the hour that was meant.
create or replace function event_reminders(at timestamptz) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into mail (kind, key, member_id, subject_id, detail)
    select 'events.soon', format('event:%s:%s:%s:%s', e.id, g.member_id, d.which, hour.number), g.member_id, e.id, jsonb_build_object('which', d.which, 'starts_at', hour.number)
      from event e
      cross join lateral (select extract(epoch from e.starts_at)::bigint as number) hour
      cross join lateral (values
        ('eve', ((e.starts_at at time zone e.time_zone)::date - 1 + time '18:00') at time zone e.time_zone, interval '4 hours'),
        ('hours', e.starts_at - interval '2 hours', interval '1 hour')) as d (which, due, grace)
      join event_guest g on g.event_id = e.id and g.answer in ('yes', 'maybe') and g.answered_at < d.due
     where e.state = 'published' and e.starts_at > at and e.starts_at < at + interval '31 hours' and at >= d.due and at < d.due + d.grace and not (e.all_day and d.which = 'hours')
    on conflict do nothing;
  select pg_notify('work', 'mail');
$$;
revoke execute on function event_reminders(timestamptz) from public;
grant execute on function event_reminders(timestamptz) to coopol_jobs;
