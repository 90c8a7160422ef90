-- X09: attendance by a short code, from two hours before the start until two hours after the end. The functions below alone reach the codes.
alter table event_code enable row level security;

create or replace function event_checks_in(which bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from event e where e.id = which and e.state = 'published' and now() between e.starts_at - interval '2 hours' and e.ends_at + interval '2 hours');
end $$;
revoke execute on function event_checks_in(bigint) from public;

-- For the organiser: the event's code, `proposed` when it has none yet; null outside those hours.
create or replace function event_check_in_code(which bigint, proposed text) returns text
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
begin
  if refused is not null then perform refuse(refused); end if;
  if not event_checks_in(which) then return null; end if;
  insert into event_code (event_id, code) values (which, proposed) on conflict do nothing;
  return (select code from event_code where event_id = which);
end $$;

-- Whoever types it is there. The event they came to; null when none goes by that code now.
create or replace function event_check_in(typed text) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me constant bigint := viewer_id();
  here bigint;
begin
  if me is null then perform refuse('CP401'); end if;
  select event_id into here from event_code where code = typed and event_checks_in(event_id);
  if here is null then return null; end if;
  insert into event_guest (event_id, member_id, answer, answered_at) values (here, me, 'yes', now()) on conflict do nothing;
  insert into event_attendance (event_id, member_id) values (here, me) on conflict do nothing;
  return here;
end $$;
