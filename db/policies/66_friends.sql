-- A13: members invite friends, where the phase lets supporters in. Whether the address has an account is found out when the mail leaves.

-- Does the phase where the viewer belongs let them?
create or replace function may_invite_friends(whom bigint) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select phase_of((select s.parent_id from member m join space s on s.id = m.section_id where m.id = whom and m.leaves_at is null)) in ('limited', 'open')
$$;

alter table friend_invitation enable row level security;
drop policy if exists friend_invitation_mine on friend_invitation;
create policy friend_invitation_mine on friend_invitation for select using (member_id = (select viewer_id()));
-- What waits can be withdrawn; its link then leads nowhere.
drop policy if exists friend_invitation_withdraw on friend_invitation;
create policy friend_invitation_withdraw on friend_invitation for delete using (member_id = (select viewer_id()) and accepted_at is null);

-- Answers sent, full (too many wait), closed, or already (this address was invited by the viewer before).
create or replace function invite_friend(address text, personal text, at_most integer) returns text
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  which bigint;
begin
  if not coalesce(may_invite_friends(viewer_id()), false) then return 'closed'; end if;
  perform from member where id = viewer_id() for no key update;  -- two at once are counted one after the other
  if exists (select from friend_invitation f where f.member_id = viewer_id() and f.email = address) then return 'already'; end if;
  if (select count(*) from friend_invitation f where f.member_id = viewer_id() and f.accepted_at is null) >= at_most then return 'full'; end if;
  insert into friend_invitation (member_id, email, words) values (viewer_id(), address, personal) returning id into which;
  perform enqueue_mail('access.friend', 'access.friend ' || which || ' 1', null, address, which, '{}', null);
  return 'sent';
end $$;

-- Once a day, three times in all.
create or replace function remind_friend(which bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  sent friend_invitation;
begin
  if not coalesce(may_invite_friends(viewer_id()), false) then return false; end if;
  update friend_invitation set sends = sends + 1, sent_at = now()
   where id = which and member_id = viewer_id() and accepted_at is null and sends < 3 and sent_at < now() - interval '1 day' returning * into sent;
  if not found then return false; end if;
  perform enqueue_mail('access.friend', 'access.friend ' || which || ' ' || sent.sends, null, sent.email, which, '{}', null);
  return true;
end $$;

-- As its link shows it, and as the mail tells it; no row once it was withdrawn, sent again, or accepted.
create or replace function friend_by_link(which bigint, send integer)
  returns table (friend text, words text, email text, has_account boolean, open boolean)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select m.first_name || ' ' || m.last_name, f.words, f.email, exists (select from account a where a.email = f.email), may_invite_friends(m.id)
    from friend_invitation f join member m on m.id = f.member_id where f.id = which and f.sends = send and f.accepted_at is null and m.leaves_at is null
$$;
create or replace function friend_for_mail(which bigint) returns table (sends integer)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select sends from friend_invitation where id = which
$$;

-- For good, by whoever holds the link of a mail; the address itself is not told. Mails ask when they leave, so that whoever invites learns nothing.
alter table friend_refusal enable row level security;
create or replace function refuse_friends(hash bytea) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into friend_refusal (address_hash) values (hash) on conflict do nothing
$$;
create or replace function friends_refused(hash bytea) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select exists (select from friend_refusal where address_hash = hash)
$$;

-- Answers as register() does. Whoever invited is counted as having recruited (B03).
create or replace function join_friend(which bigint, send integer, first text, last text, hash text, charter_read bigint, fresh bytea, former bytea, device_name text)
  returns text language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  sent friend_invitation;
  whom bigint;
begin
  select * into sent from friend_invitation f where f.id = which and f.sends = send and f.accepted_at is null for update;
  if not found then return 'unknown'; end if;
  if not may_invite_friends(sent.member_id) then return 'closed'; end if;
  if charter_read is distinct from (select max(id) from charter) then return 'charter'; end if;
  whom := make_account(sent.email, first, last, hash, charter_read);
  if whom is null then return 'known'; end if;
  update member set recruited_by = sent.member_id where id = whom;
  update friend_invitation set accepted_at = now(), joined_id = whom where id = which;
  perform open_session(whom, 0, fresh, former, device_name);
  return 'welcome';
end $$;

revoke execute on function friend_for_mail(bigint) from public;
grant execute on function friend_for_mail(bigint) to coopol_jobs;
