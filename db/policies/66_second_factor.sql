-- A07: the second factor. The server proves codes and signatures; what may serve only once, and that no session begins without it, is decided here.

-- Do they reach other people's data, by a role or by what was handed to them?
create or replace function reaches_others() returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from membership m where m.member_id = viewer_id() and m.role in ('secretary', 'referent', 'coopilote'))
      or exists (select from delegation_held h where h.member_id = viewer_id());
end $$;

-- For installations where whoever reaches other people's data must have one: CP428 leads to where it is set up.
create or replace function require_second_factor() returns void
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if reaches_others() and not has_second_factor(viewer_id()) then
    perform refuse('CP428');
  end if;
end $$;

-- Who gives the password again may change the second factor, from that browser, for a quarter of an hour.
create or replace function confirm_session(hash bytea) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update session set confirmed_at = now() where token_hash = hash and member_id = viewer_id()
$$;
create or replace function session_confirmed(hash bytea) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select exists (select from session where token_hash = hash and member_id = viewer_id() and confirmed_at > now() - interval '15 minutes')
$$;
create or replace function require_confirmed(hash bytea) returns void
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if not session_confirmed(hash) then perform refuse('CP428'); end if;  -- leads to where the password is asked for
end $$;

create or replace function my_second_factor(hash bytea)
  returns table (confirmed boolean, app_since timestamptz, pending bytea, email text, codes_left bigint, holds_office boolean)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select c, t.since, case when c then t.pending end, a.email,
         (select count(*) from recovery_code where member_id = viewer_id() and used_at is null),
         reaches_others()
    from session_confirmed(hash) c, account a left join totp t using (member_id) where a.member_id = viewer_id()
$$;
create or replace function my_passkeys() returns table (id bigint, name text, created_at timestamptz, last_used_at timestamptz)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select id, name, created_at, last_used_at from passkey where member_id = viewer_id() order by id
$$;

-- Tells the person, whatever they did to it: somebody else may have.
create or replace function tell_second_factor(whom bigint, what text) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  select enqueue_mail('access.second_factor', 'access.second_factor ' || whom || ' ' || what || ' ' || clock_timestamp(), whom, null, null, jsonb_build_object('what', what), null)
$$;
-- Codes stand in for a factor: without any they go.
create or replace function tidy_recovery_codes(whom bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from recovery_code where member_id = whom and not has_second_factor(whom)
$$;

create or replace function begin_totp(hash bytea, sealed bytea) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform require_confirmed(hash);
  insert into totp (member_id, pending) values (viewer_id(), sealed) on conflict (member_id) do update set pending = excluded.pending;
end $$;
-- `step` is that of the code which proved it.
create or replace function confirm_totp(hash bytea, step bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform require_confirmed(hash);
  update totp set secret = pending, since = now(), last_step = step, pending = null where member_id = viewer_id() and pending is not null;
  if not found then return false; end if;
  perform tell_second_factor(viewer_id(), 'app added');
  return true;
end $$;
create or replace function remove_totp(hash bytea) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform require_confirmed(hash);
  delete from totp where member_id = viewer_id();
  if found then perform tell_second_factor(viewer_id(), 'app removed'); end if;
  perform tidy_recovery_codes(viewer_id());
end $$;

-- What a new passkey is made for: whose, and which ones the device may have already.
create or replace function begin_passkey(hash bytea, fresh bytea) returns table (member_id bigint, email text, name text, known text[])
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform require_confirmed(hash);
  update session s set challenge = fresh where s.token_hash = hash;
  return query select a.member_id, a.email, m.first_name || ' ' || m.last_name, array(select encode(p.credential_id, 'hex') from passkey p where p.member_id = a.member_id)
    from account a join member m on m.id = a.member_id where a.member_id = viewer_id();
end $$;
-- A challenge is answered once.
create or replace function take_session_challenge(hash bytea) returns bytea
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  taken bytea;
begin
  perform require_confirmed(hash);
  select s.challenge into taken from session s where s.token_hash = hash for update;
  update session set challenge = null where token_hash = hash;
  return taken;
end $$;
create or replace function add_passkey(hash bytea, credential bytea, cose integer, key bytea, count bigint, device_name text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform require_confirmed(hash);
  if (select count(*) from passkey p where p.member_id = viewer_id()) >= 20 then return false; end if;
  insert into passkey (member_id, credential_id, algorithm, public_key, sign_count, name)
    values (viewer_id(), credential, cose, key, add_passkey.count, device_name) on conflict do nothing;
  if not found then return false; end if;
  perform tell_second_factor(viewer_id(), 'passkey added');
  return true;
end $$;
create or replace function remove_passkey(hash bytea, which bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform require_confirmed(hash);
  delete from passkey where id = which and member_id = viewer_id();
  if found then perform tell_second_factor(viewer_id(), 'passkey removed'); end if;
  perform tidy_recovery_codes(viewer_id());
end $$;

-- Ten new codes in place of the former ones; only for whoever has a factor that they stand in for.
create or replace function renew_recovery_codes(hash bytea, hashes text[]) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform require_confirmed(hash);
  if not has_second_factor(viewer_id()) then return false; end if;
  delete from recovery_code where member_id = viewer_id();
  insert into recovery_code (member_id, code_hash) select viewer_id(), decode(unnest(hashes), 'hex');
  perform tell_second_factor(viewer_id(), 'codes renewed');
  return true;
end $$;

-- Signing in with the right password: opens the session, or begins the second step when there is one (its number). Null when the password has changed since it
-- was compared.
create or replace function sign_in(whom bigint, version integer, fresh bytea, former bytea, device_name text, from_browser bytea) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  step bigint;
begin
  if not has_second_factor(whom) then return case when put_session(whom, version, fresh, former, device_name) then 0 end; end if;
  insert into sign_in_step (browser, member_id, password_version)
    select from_browser, a.member_id, a.password_version from account a where a.member_id = whom and a.password_version = version returning id into step;
  return step;
end $$;

-- Of a step under way: ten minutes, five failures, the browser in which it began, the password it began with.
create or replace function step_under_way(step sign_in_step) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select step.began_at > now() - interval '10 minutes' and step.failures < 5
     and exists (select from account a where a.member_id = step.member_id and a.password_version = step.password_version)
$$;
create or replace function second_step(which bigint, from_browser bytea)
  returns table (member_id bigint, secret bytea, last_step bigint, codes boolean, passkeys text[])
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select s.member_id, t.secret, coalesce(t.last_step, 0), exists (select from recovery_code r where r.member_id = s.member_id and r.used_at is null),
         array(select encode(p.credential_id, 'hex') from passkey p where p.member_id = s.member_id order by p.id)
    from sign_in_step s left join totp t on t.member_id = s.member_id and t.since is not null
   where s.id = which and s.browser = from_browser and step_under_way(s)
$$;
create or replace function step_challenge(which bigint, from_browser bytea, fresh bytea) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update sign_in_step set challenge = fresh where id = which and browser = from_browser
$$;
-- The challenge, once, and the passkey that claims to answer it.
create or replace function take_step_challenge(which bigint, from_browser bytea, credential bytea)
  returns table (challenge bytea, passkey_id bigint, algorithm integer, public_key bytea, sign_count bigint)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  step sign_in_step;
begin
  select * into step from sign_in_step s where s.id = which and s.browser = from_browser and step_under_way(s) for update;
  update sign_in_step set challenge = null where id = step.id;
  return query select step.challenge, p.id, p.algorithm, p.public_key, p.sign_count from passkey p
    where p.member_id = step.member_id and p.credential_id = credential and step.challenge is not null;
end $$;

-- The step is over and the session opens. False when it is no longer under way.
create or replace function finish_step(which bigint, from_browser bytea, whom bigint, fresh bytea, former bytea, device_name text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  version integer;
begin
  delete from sign_in_step s where s.id = which and s.browser = from_browser and s.member_id = whom and step_under_way(s) returning s.password_version into version;
  return found and put_session(whom, version, fresh, former, device_name);
end $$;
create or replace function step_by_app(which bigint, from_browser bytea, whom bigint, step bigint, fresh bytea, former bytea, device_name text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  update totp set last_step = step where member_id = whom and since is not null and last_step < step;
  return found and finish_step(which, from_browser, whom, fresh, former, device_name);
end $$;
create or replace function step_by_code(which bigint, from_browser bytea, whom bigint, hash bytea, fresh bytea, former bytea, device_name text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not exists (select from sign_in_step s where s.id = which and s.browser = from_browser and s.member_id = whom and step_under_way(s)) then return false; end if;
  update recovery_code set used_at = now() where member_id = whom and code_hash = hash and used_at is null;
  if not found then return false; end if;
  perform tell_second_factor(whom, 'code used');
  return finish_step(which, from_browser, whom, fresh, former, device_name);
end $$;
create or replace function step_by_passkey(which bigint, from_browser bytea, whom bigint, key bigint, count bigint, fresh bytea, former bytea, device_name text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  update passkey set sign_count = step_by_passkey.count, last_used_at = now() where id = key and member_id = whom;
  return found and finish_step(which, from_browser, whom, fresh, former, device_name);
end $$;
-- By a passkey alone, whose holder the device has verified. A challenge made before the key's latest use has been answered, or never will be: none serves twice.
create or replace function passkey_for_sign_in(credential bytea) returns table (passkey bigint, member_id bigint, algorithm integer, public_key bytea, sign_count bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select p.id, p.member_id, p.algorithm, p.public_key, p.sign_count from passkey p where p.credential_id = credential
$$;
create or replace function sign_in_by_passkey(which bigint, challenged_at timestamptz, count bigint, fresh bytea, former bytea, device_name text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  whom bigint;
begin
  update passkey p set sign_count = sign_in_by_passkey.count, last_used_at = greatest(clock_timestamp(), challenged_at)
   where p.id = which and coalesce(p.last_used_at, '-infinity') < challenged_at returning p.member_id into whom;
  return found and put_session(whom, (select a.password_version from account a where a.member_id = whom), fresh, former, device_name);
end $$;
-- After the fifth the step is over, and the owner learns that somebody knows the password: once a day.
create or replace function step_failed(which bigint, from_browser bytea) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  step sign_in_step;
begin
  update sign_in_step set failures = failures + 1 where id = which and browser = from_browser returning * into step;
  if step.failures >= 5 then
    perform enqueue_mail('access.second_factor', 'access.second_factor ' || step.member_id || ' failed ' || current_date, step.member_id, null, null, '{"what":"failed"}', null);
  end if;
  return step.failures < 5;
end $$;

revoke execute on function has_second_factor(bigint), require_confirmed(bytea), tell_second_factor(bigint, text), tidy_recovery_codes(bigint), step_under_way(sign_in_step),
  finish_step(bigint, bytea, bigint, bytea, bytea, text) from public;
alter table totp enable row level security;
alter table passkey enable row level security;
alter table recovery_code enable row level security;
alter table sign_in_step enable row level security;
