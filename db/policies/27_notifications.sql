-- What each member wants to be told of by mail (A08), and the mails that tell of people. Those of events are asked for in 51_event_acts.sql.

alter table notification_choice enable row level security;
drop policy if exists notification_choice_own on notification_choice;
create policy notification_choice_own on notification_choice using (member_id = (select viewer_id()));
drop policy if exists notification_choice_jobs on notification_choice;
create policy notification_choice_jobs on notification_choice for select to coopol_jobs using (true);

-- D01: those who take part, but the author, are written to if they have not come to read by themselves within some minutes; once an hour at most as long
-- as they do not.
create or replace function notification_of_message() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  insert into mail (kind, key, member_id, subject_id, run_at)
    select 'messages.new', format('messages %s to %s, %s', new.thread_id, m.member_id, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD HH24')), m.member_id, new.thread_id,
           now() + interval '3 minutes'
      from thread_member m where m.thread_id = new.thread_id and m.member_id is distinct from new.author_id
    on conflict do nothing;
  return null;
end $$;
drop trigger if exists message_notification on message;
create trigger message_notification after insert on message for each row when (viewer_id() is not null) execute function notification_of_message();

-- B05: whoever is asked, and whoever's request was accepted. Once a day for two people, however often one asks and withdraws.
create or replace function notification_of_request() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform enqueue_mail('coopains.request', format('coopain request %s to %s, %s', new.from_id, new.to_id, current_date), new.to_id, null, new.from_id, '{}', null);
  return null;
end $$;
drop trigger if exists bond_request_notification on bond_request;
create trigger bond_request_notification after insert on bond_request for each row when (viewer_id() is not null) execute function notification_of_request();

create or replace function notification_of_bond() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform enqueue_mail('coopains.accepted', format('coopain bond %s to %s, %s', new.coopain_id, new.member_id, current_date), new.member_id, null, new.coopain_id, '{}', null);
  return null;
end $$;
drop trigger if exists bond_notification on bond;
create trigger bond_notification after insert on bond for each row when (new.member_id <> viewer_id()) execute function notification_of_bond();

-- B04: whoever's wall it stands on, once for each who wrote and hour.
create or replace function notification_of_wall() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform enqueue_mail('activity.wall', format('wall of %s by %s, %s', new.other_id, new.member_id, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD HH24')), new.other_id, null,
    new.id, '{}', null);
  return null;
end $$;
drop trigger if exists activity_wall_notification on activity;
create trigger activity_wall_notification after insert on activity for each row when (new.kind = 'wall' and viewer_id() is not null)
  execute function notification_of_wall();

-- One mail in the evening of that day for each who wants some things told together; the mail itself finds out whether there is anything to tell.
create or replace function notification_digests(of_day date) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into mail (kind, key, member_id, detail)
    select distinct 'notifications.digest', format('digest %s, %s', c.member_id, of_day), c.member_id, jsonb_build_object('day', of_day)
      from notification_choice c where c.mail = 'digest'
    on conflict do nothing;
  select pg_notify('work', 'mail');
$$;
revoke execute on function notification_digests(date) from public;
grant execute on function notification_digests(date) to coopol_jobs;
