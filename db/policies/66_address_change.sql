-- A07: changing one's address. Asking does the same whatever the address; whose it is, if anybody's, is found out when the mail leaves.

create or replace function email_change_open(change email_change) returns boolean language sql stable
  return change.done_at is null and change.ended_at is null and change.asked_at > now() - interval '24 hours';
create or replace function email_change_undoable(change email_change) returns boolean language sql stable
  return change.ended_at is null and change.asked_at > now() - interval '7 days';

-- What «Données de connexion» shows at its head.
create or replace function my_sign_in() returns table (email text, wanted text, second_factor boolean)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select a.email, (select c.address from email_change c where c.member_id = a.member_id and email_change_open(c)), has_second_factor(a.member_id)
    from account a where a.member_id = viewer_id()
$$;

create or replace function ask_email_change(wanted text) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  mine text := my_email();
  which bigint;
begin
  if mine is null then perform refuse('CP401'); end if;
  perform drop_email_change();
  insert into email_change (member_id, former, address) values (viewer_id(), mine, wanted) returning id into which;
  perform enqueue_mail('access.email_confirm', 'access.email_confirm ' || which, null, wanted, which, '{}', null);
  perform enqueue_mail('access.email_asked', 'access.email_asked ' || which, null, mine, which, '{}', null);
end $$;

create or replace function drop_email_change() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update email_change set ended_at = now() where member_id = viewer_id() and done_at is null and ended_at is null
$$;

-- The address that a link would confirm, while it would.
create or replace function email_change_by_link(which bigint) returns table (address text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select c.address from email_change c where c.id = which and email_change_open(c) and not exists (select from account a where a.email = c.address)
$$;

-- Links for a new password that wait in the former mailbox die with it.
create or replace function confirm_email_change(which bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  change email_change;
begin
  select * into change from email_change c where c.id = which and email_change_open(c) for update;
  if not found then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended(change.address, 0));
  if exists (select from account where email = change.address) then return false; end if;
  update account set email = change.address, password_version = password_version + 1 where member_id = change.member_id;
  update email_change set done_at = now() where id = which;
  delete from preregistration where email = change.address;
  perform enqueue_mail('access.email_changed', 'access.email_changed ' || which, null, change.former, which, '{}', null);
  return true;
end $$;

-- The address to which a link would go back, while it would.
create or replace function email_undo_by_link(which bigint) returns table (former text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select c.former from email_change c where c.id = which and email_change_undoable(c)
$$;

-- Whoever asked knew the password: it no longer opens anything, nor do their sessions and what they added as a second factor.
create or replace function undo_email_change(which bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  change email_change;
begin
  select * into change from email_change c where c.id = which and email_change_undoable(c) for update;
  if not found then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended(change.former, 0));
  if exists (select from account where email = change.former and member_id <> change.member_id) then return false; end if;
  update account set email = change.former, password_hash = null, password_version = password_version + 1 where member_id = change.member_id;
  update email_change set ended_at = now() where member_id = change.member_id and id >= which and ended_at is null;
  delete from session where member_id = change.member_id;
  delete from sign_in_step where member_id = change.member_id;
  delete from passkey where member_id = change.member_id and created_at >= change.asked_at;
  delete from totp where member_id = change.member_id and since >= change.asked_at;
  perform tidy_recovery_codes(change.member_id);
  perform enqueue_mail('access.reset', 'access.reset undone ' || which, null, change.former, null, '{}', null);
  return true;
end $$;

-- For the mails, when they leave. `theirs`: the address has an account already, so its owner is told, and gets no link.
create or replace function email_change_for_mail(which bigint)
  returns table (first_name text, former text, address text, open boolean, theirs boolean)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select m.first_name, c.former, c.address, email_change_open(c), exists (select from account a where a.email = c.address)
    from email_change c join member m on m.id = c.member_id where c.id = which
$$;

revoke execute on function email_change_for_mail(bigint) from public;
grant execute on function email_change_for_mail(bigint) to coopol_jobs;
alter table email_change enable row level security;
