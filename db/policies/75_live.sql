-- Who says when something changed that pages may be showing: notify live, '<topic> <id>…'. Nothing of what changed is said, since notifications have no rights;
-- the server reads it anew for those who may see it. Statement by statement, so that inviting thousands says it in a few words.

create or replace function live_say(topic text, ids bigint[]) returns void
  language sql volatile set search_path = coopol, pg_temp as $$
  -- A payload has less than 8,000 octets; 300 ids stay far below.
  select pg_notify('live', topic || ' ' || string_agg(id::text, ' '))
    from (select id, (row_number() over () - 1) / 300 as part from (select distinct unnest(ids) as id) one) numbered where id is not null group by part
$$;

-- What a member is invited to, and who comes.
create or replace function live_event_guest() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform live_say(topic, array(select event_id from old_rows)) from unnest(array['event', 'organised']) as topic;
    perform live_say('member', array(select member_id from old_rows));
  else
    perform live_say(topic, array(select event_id from new_rows)) from unnest(array['event', 'organised']) as topic;
    perform live_say('member', array(select member_id from new_rows));
  end if;
  return null;
end $$;
create or replace trigger event_guest_live_insert after insert on event_guest
  referencing new table as new_rows for each statement execute function live_event_guest();
create or replace trigger event_guest_live_update after update on event_guest
  referencing new table as new_rows for each statement execute function live_event_guest();
create or replace trigger event_guest_live_delete after delete on event_guest
  referencing old table as old_rows for each statement execute function live_event_guest();

-- Its counts are left out: they follow event_guest.
create or replace function live_event() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform live_say('event', array[new.id]);
  if row(old.title, old.starts_at, old.ends_at, old.time_zone, old.all_day, old.state) is distinct from row(new.title, new.starts_at, new.ends_at, new.time_zone, new.all_day, new.state) then
    perform live_say('member', array(select member_id from event_guest where event_id = new.id));
  end if;
  return null;
end $$;
create or replace trigger event_live after update of title, description, starts_at, ends_at, time_zone, all_day, state, online_url, address, complement, postcode, city, goal, capacity on event
  for each row execute function live_event();

create or replace function live_event_comment() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform live_say('event', array[coalesce(new.event_id, old.event_id)]);
  return null;
end $$;
create or replace trigger event_comment_live after insert or delete on event_comment
  for each row execute function live_event_comment();

create or replace function live_bond_request() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform live_say('member', array[coalesce(new.to_id, old.to_id)]);
  return null;
end $$;
create or replace trigger bond_request_live after insert or delete on bond_request
  for each row execute function live_bond_request();

-- Messages that wait to be read.
create or replace function live_thread_member() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform live_say('member', array(select member_id from new_rows));
  return null;
end $$;
create or replace trigger thread_member_live_insert after insert on thread_member
  referencing new table as new_rows for each statement execute function live_thread_member();
create or replace trigger thread_member_live_update after update on thread_member
  referencing new table as new_rows for each statement execute function live_thread_member();
create or replace function live_thread() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform live_say('member', array(select member_id from thread_member where thread_id = new.id));
  return null;
end $$;
create or replace trigger thread_live after update of last_at on thread for each row execute function live_thread();

-- Live connections end with their session.
create or replace function live_session() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform pg_notify('session_closed', old.id::text);
  return null;
end $$;
create or replace trigger session_live after delete on session for each row execute function live_session();

-- Of these sessions, those still open and until when.
create or replace function sessions_open(which bigint[]) returns table (id bigint, expires_at timestamptz)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select s.id, s.expires_at from session s where s.id = any(which) and s.expires_at > now()
$$;
revoke execute on function sessions_open(bigint[]) from public;
grant execute on function sessions_open(bigint[]) to coopol_app;
