-- Accounts are reached through these functions alone; the server has no right on their table. Those that only serve here, or only the jobs, are closed
-- to everybody else at the end.

-- What signing in compares. One look-up by a unique index, whether or not the address is known.
create or replace function account_for_sign_in(address text) returns table (member_id bigint, password_hash text, password_version integer)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select a.member_id, a.password_hash, a.password_version from account a where a.email = address
$$;

create or replace function has_second_factor(whom bigint) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select exists (select from totp t where t.member_id = whom and t.since is not null) or exists (select from passkey p where p.member_id = whom)
$$;

-- Opens a session for whoever has just proved who they are, unless the password has changed since it was compared. The browser's former session ends.
create or replace function put_session(whom bigint, version integer, fresh bytea, former bytea, device_name text) returns boolean
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from session where token_hash = former or (member_id = whom and expires_at < now());
  update member set last_seen_at = now() where id = whom;
  with opened as (
    insert into session (token_hash, member_id, device, expires_at)
      select fresh, a.member_id, device_name, now() + interval '30 days' from account a where a.member_id = whom and a.password_version = version returning id)
  select exists (select from opened)
$$;

-- The same for the server, which proves the password alone: whoever has a second factor comes in by sign_in() and what follows it (66_second_factor.sql).
create or replace function open_session(whom bigint, version integer, fresh bytea, former bytea, device_name text) returns boolean
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  select not has_second_factor(whom) and put_session(whom, version, fresh, former, device_name)
$$;

-- The same password, hashed at today's cost.
create or replace function renew_password_hash(whom bigint, version integer, hash text) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update account set password_hash = hash where member_id = whom and password_version = version
$$;

-- Changes a password once for each version: links made for the former one die, every session ends, a mail tells the person.
create or replace function set_password(whom bigint, version integer, hash text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  update account set password_hash = hash, password_version = password_version + 1 where member_id = whom and password_version = version;
  if not found then return false; end if;
  delete from session where member_id = whom;
  perform enqueue_mail('access.password_changed', 'access.password_changed ' || whom || ' ' || version, whom, null, null, '{}', null);
  return true;
end $$;

-- Whom a link to choose a password was made for; no row once it has served.
create or replace function password_link(whom bigint, version integer) returns table (first_name text, last_name text, email text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select m.first_name, m.last_name, a.email from account a join member m on m.id = a.member_id where a.member_id = whom and a.password_version = version
$$;

create or replace function my_email() returns text
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select email from account where member_id = viewer_id()
$$;

-- One's own password; the browser that asked keeps a session, under a new token.
create or replace function change_my_password(version integer, hash text, fresh bytea, device_name text) returns boolean
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  select set_password(viewer_id(), version, hash) and put_session(viewer_id(), version + 1, fresh, null, device_name)
$$;

-- An invitation as its link shows it. Names and address are told to the holder of the latest link alone.
create or replace function invitation_by_link(which bigint, send integer)
  returns table (sends integer, last_sent_at timestamptz, accepted boolean, first_name text, last_name text, email text, role text,
                 space_id bigint, space_name text, has_account boolean, is_mine boolean)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select i.sends, i.last_sent_at, i.accepted_at is not null, i.first_name, i.last_name, i.email, i.role, s.id, s.name,
         exists (select from account a where a.email = i.email),
         exists (select from account a where a.email = i.email and a.member_id = viewer_id())
    from invitation i join space s on s.id = i.space_id where i.id = which and i.sends = send and i.accepted_at is null
  union all
  select i.sends, i.last_sent_at, i.accepted_at is not null, '', '', '', i.role, i.space_id, '', false, false
    from invitation i where i.id = which and (i.sends <> send or i.accepted_at is not null)
$$;

-- A member with an account and the charter accepted; null when the address has an account already. Two who come at once with one address wait in line.
create or replace function make_account(address text, first text, last text, hash text, charter_read bigint) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  whom bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(address, 0));
  if exists (select from account where email = address) then return null; end if;
  insert into member (first_name, last_name) values (first, last) returning id into whom;
  insert into account (member_id, email, password_hash) values (whom, address, hash);
  insert into charter_acceptance (member_id, charter_id) values (whom, charter_read);
  delete from preregistration where email = address;
  return whom;
end $$;

-- What an invitation gives: a place in the space, and the line of the register tied to the person.
create or replace function honour_invitation(which bigint, whom bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into membership (space_id, member_id, role, kind)
    select i.space_id, whom, i.role, case s.kind when 'section' then i.kind end from invitation i join space s on s.id = i.space_id where i.id = which
    on conflict on constraint membership_pkey do update set role = excluded.role where excluded.role <> 'member';
  update register_entry e set member_id = whom, updated_at = now() from invitation i where i.id = which and e.id = i.register_entry_id;
  update invitation set accepted_at = now(), member_id = whom where id = which;
$$;

-- Why a link cannot be honoured, or null; the row stays locked, so that of two tabs the second is told.
create or replace function invitation_fault(which bigint, send integer) returns text
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  found_sends integer;
  found_accepted timestamptz;
begin
  select sends, accepted_at into found_sends, found_accepted from invitation where id = which for update;
  return case when found_sends is null then 'unknown' when found_accepted is not null then 'accepted' when found_sends <> send then 'replaced' end;
end $$;

-- First sign-in (A04), all or nothing. Answers what happened: welcome, or unknown, accepted, replaced, charter (a newer one was published), known (the
-- address has an account).
create or replace function accept_invitation(which bigint, send integer, first text, last text, hash text, charter_read bigint, fresh bytea, former bytea, device_name text)
  returns text language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  fault text := invitation_fault(which, send);
  whom bigint;
begin
  if fault is not null then return fault; end if;
  if charter_read is distinct from (select max(id) from charter) then return 'charter'; end if;
  whom := make_account((select email from invitation where id = which), first, last, hash, charter_read);
  if whom is null then return 'known'; end if;
  perform honour_invitation(which, whom);
  perform open_session(whom, 0, fresh, former, device_name);
  return 'welcome';
end $$;

-- The same for a member who is signed in with the address that was invited.
create or replace function join_by_invitation(which bigint, send integer) returns text
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  fault text := invitation_fault(which, send);
begin
  if fault is not null then return fault; end if;
  if (select email from invitation where id = which) is distinct from my_email() then return 'known'; end if;
  perform honour_invitation(which, viewer_id());
  return 'welcome';
end $$;

create or replace function national_phase() returns text
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select coalesce((select p.phase from phase p join space s on s.id = p.space_id where s.kind = 'national'), 'preregistration')
$$;

-- A federation's own phase, or the country's.
create or replace function phase_of(federation bigint) returns text
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select coalesce((select phase from phase where space_id = federation), national_phase())
$$;
-- A postcode is that of its largest commune.
create or replace function federation_of(code text) returns bigint
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select s.id from commune_postcode c join commune t on t.code = c.commune_code join space s on s.kind = 'federation' and s.department = t.department
    join space n on n.id = s.parent_id and n.kind = 'national'
   where c.postcode = federation_of.code order by t.population desc, t.code limit 1
$$;

-- Kept, and answered by mail, in the same way whether or not the address is known; the mail itself says what to do next.
create or replace function preregister(first text, last text, address text, code text, mail_key text) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with kept as (
    insert into preregistration (first_name, last_name, email, postcode, federation_id) values (first, last, address, code, federation_of(code))
    on conflict (email) do update set asked_at = now() returning id)
  select enqueue_mail('access.preregistration', mail_key, null, address, kept.id, '{}', null) from kept
$$;

create or replace function preregistration_by_link(which bigint)
  returns table (first_name text, last_name text, email text, confirmed boolean, has_account boolean, phase text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select p.first_name, p.last_name, p.email, p.confirmed_at is not null, exists (select from account a where a.email = p.email), phase_of(p.federation_id)
    from preregistration p where p.id = which
$$;
create or replace function confirm_preregistration(which bigint) returns boolean
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update preregistration set confirmed_at = coalesce(confirmed_at, now()) where id = which returning true
$$;
create or replace function erase_preregistration(which bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from preregistration where id = which
$$;

-- A05, once registration is open: an account that belongs to no section yet. Answers as accept_invitation() does, or closed.
create or replace function register(which bigint, first text, last text, hash text, charter_read bigint, fresh bytea, former bytea, device_name text)
  returns text language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  address text;
  federation bigint;
  whom bigint;
begin
  select email, federation_id into address, federation from preregistration where id = which for update;
  if address is null then return 'unknown'; end if;
  if phase_of(federation) <> 'open' then return 'closed'; end if;
  if charter_read is distinct from (select max(id) from charter) then return 'charter'; end if;
  whom := make_account(address, first, last, hash, charter_read);
  if whom is null then return 'known'; end if;
  perform open_session(whom, 0, fresh, former, device_name);
  return 'welcome';
end $$;

-- Words for the team (C05), and a mail that brings them when it has an address.
create or replace function leave_message(about text, from_email text, on_page text, words text, team text) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with kept as (
    insert into contact_message (kind, member_id, email, page, body) values (about, viewer_id(), from_email, on_page, words) returning id)
  select enqueue_mail('foot.message', 'foot.message ' || kept.id, null, team, kept.id, '{}', null) from kept where team is not null
$$;

-- For the mails, when they leave.
create or replace function reset_for_mail(address text) returns table (member_id bigint, password_version integer, first_name text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select a.member_id, a.password_version, m.first_name from account a join member m on m.id = a.member_id where a.email = address
$$;
create or replace function message_for_mail(which bigint) returns table (kind text, body text, page text, name text, email text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select c.kind, c.body, c.page, m.first_name || ' ' || m.last_name, coalesce(c.email, a.email)
    from contact_message c left join member m on m.id = c.member_id left join account a on a.member_id = c.member_id where c.id = which
$$;
-- What nobody confirmed, and sessions that ended.
create or replace function purge_access() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from preregistration where confirmed_at is null and asked_at < now() - interval '30 days';
  delete from session where expires_at < now();
  delete from sign_in_step where began_at < now() - interval '1 day';
  delete from friend_invitation where accepted_at is null and sent_at < now() - interval '60 days';
  delete from email_change where asked_at < now() - interval '90 days';
$$;

revoke execute on function put_session(bigint, integer, bytea, bytea, text), make_account(text, text, text, text, bigint), honour_invitation(bigint, bigint), invitation_fault(bigint, integer),
  reset_for_mail(text), message_for_mail(bigint), purge_access() from public;
grant execute on function reset_for_mail(text), message_for_mail(bigint), purge_access() to coopol_jobs;

alter table preregistration enable row level security;
alter table contact_message enable row level security;
