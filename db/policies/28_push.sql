-- What is told at once to the browsers that asked for it (A08). It says that there is something new and which page shows it, to that browser alone.

alter table push_device enable row level security;
drop policy if exists push_device_own on push_device;
create policy push_device_own on push_device using (member_id = (select viewer_id()));

-- The browser of that session, which has one address at a time, whoever was signed in before. Ten at most: the oldest goes.
create or replace function keep_push_device(hash bytea, endpoint text, p256dh bytea, auth bytea, server_key bytea) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from push_device d where d.endpoint = keep_push_device.endpoint or d.session_id = (select s.id from session s where s.token_hash = hash);
  delete from push_device d where d.member_id = viewer_id()
     and d.id not in (select o.id from push_device o where o.member_id = viewer_id() order by o.id desc limit 9);
  insert into push_device (member_id, session_id, endpoint, p256dh, auth, server_key)
    select s.member_id, s.id, keep_push_device.endpoint, keep_push_device.p256dh, keep_push_device.auth, keep_push_device.server_key
      from session s where s.token_hash = hash and s.member_id = viewer_id();
$$;

-- For triggers: one job for each browser, once a minute at most for the same thing.
create or replace function push_news(whom bigint, what text, about bigint, wait interval) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  insert into job (kind, key, payload, run_at)
    select 'notifications.push', format('push %s %s to %s, %s', what, about, d.id, to_char(now() at time zone 'UTC', 'YYYY-MM-DD HH24:MI')),
           jsonb_build_object('device', d.id, 'kind', what, 'about', about), now() + wait
      from push_device d where d.member_id = whom
       and not exists (select from notification_choice c where c.member_id = whom and c.kind = what and not c.push)
    on conflict do nothing;
  if found then perform pg_notify('work', 'job'); end if;
end $$;
revoke execute on function push_news(bigint, text, bigint, interval) from public;

-- What is told by mail is told here at the same moment.
create or replace function push_of_mail() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform push_news(new.member_id,
    case new.kind when 'activity.wall' then 'wall' when 'events.invitation' then 'invitation' when 'events.reminder' then 'reminder' when 'events.soon' then 'reminder' when 'events.place' then 'reminder' else 'coopain' end,
    new.subject_id, greatest(new.run_at - now(), interval '0'));
  return null;
end $$;
drop trigger if exists mail_push on mail;
create trigger mail_push after insert on mail for each row
  when (new.member_id is not null and new.kind in ('activity.wall', 'coopains.request', 'coopains.accepted', 'events.invitation', 'events.reminder', 'events.soon', 'events.place'))
  execute function push_of_mail();

-- A message sooner than its mail, which waits for whoever reads by themselves: some seconds, for those who look at it. The first of those not yet read, then one an hour.
create or replace function push_of_message() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform push_news(t.member_id, 'message', new.thread_id, interval '10 seconds')
    from thread_member t where t.thread_id = new.thread_id and t.member_id is distinct from new.author_id
     and exists (select from push_device d where d.member_id = t.member_id)
     and not exists (select from message m where m.thread_id = new.thread_id and m.id <> new.id and m.author_id is distinct from t.member_id
                      and m.at > greatest(coalesce(t.read_at, '-infinity'), now() - interval '1 hour'));
  return null;
end $$;
drop trigger if exists message_push on message;
create trigger message_push after insert on message for each row when (viewer_id() is not null) execute function push_of_message();

-- Where that browser is reached, while its session lasts.
create or replace function push_target(which bigint, our_key bytea) returns table (member_id bigint, endpoint text, p256dh bytea, auth bytea)
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from push_device where id = which and server_key <> our_key;
  select d.member_id, d.endpoint, d.p256dh, d.auth from push_device d join session s on s.id = d.session_id where d.id = which and s.expires_at > now()
$$;
create or replace function forget_push_device(which bigint, address text) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from push_device where id = which and endpoint = address
$$;
revoke execute on function push_target(bigint, bytea), forget_push_device(bigint, text) from public;
grant execute on function push_target(bigint, bytea), forget_push_device(bigint, text) to coopol_jobs;
