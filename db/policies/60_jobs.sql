-- The server asks for work and for mail; only the jobs' role reads them back.
alter table job enable row level security;
alter table mail enable row level security;
drop policy if exists job_worker on job;
create policy job_worker on job to coopol_jobs using (true);
drop policy if exists mail_worker on mail;
create policy mail_worker on mail to coopol_jobs using (true);

-- The same work asked for twice is one job.
create or replace function enqueue_job(kind text, key text, payload jsonb, run_at timestamptz) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into job (kind, key, payload, run_at) values (kind, key, payload, coalesce(run_at, now())) on conflict do nothing;
  select pg_notify('work', 'job');
$$;
create or replace function enqueue_mail(kind text, key text, member_id bigint, address text, subject_id bigint, detail jsonb, batch text) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into mail (kind, key, member_id, address, subject_id, detail, batch) values (kind, key, member_id, address, subject_id, detail, batch) on conflict do nothing;
  select pg_notify('work', 'mail');
$$;
-- Whoever runs a job may go on only while nobody else has taken it: its number of attempts says so. CP409 undoes what they wrote in the same transaction.
create or replace function job_hold(which bigint, attempt integer, seconds integer) returns void
  language plpgsql volatile set search_path = coopol, pg_temp as $$
begin
  update job set leased_until = now() + make_interval(secs => seconds) where id = which and attempts = attempt and done_at is null and failed_at is null;
  if not found then perform refuse('CP409'); end if;
end $$;
create or replace function job_finish(which bigint, attempt integer) returns void
  language plpgsql volatile set search_path = coopol, pg_temp as $$
begin
  update job set done_at = coalesce(done_at, now()), leased_until = null, last_error = null where id = which and attempts = attempt and failed_at is null;
  if not found then perform refuse('CP409'); end if;
end $$;
-- How far a batch of mail has come, for whoever knows its name (names hold the section's id and a random part).
create or replace function mail_progress(which text) returns table (total bigint, finished bigint, failed bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select count(*), count(*) filter (where state <> 'queued'), count(*) filter (where state = 'failed') from mail where batch = which
$$;
-- Why a mail did not arrive, by the relay's words (RFC 5321 and 3463): «unknown» there is no such mailbox, «domain» no such host, «full», «blocked» the relay wants
-- none of ours, «other». core/mail/fault.hpp says it in French.
create or replace function mail_fault(words text) returns text
  language sql immutable parallel safe as $$
  select case
    when words ~* '\m[45]\.1\.2\M|no such (host|domain)|(host|domain) (not found|unknown)|unknown (host|domain)|unrouteable' then 'domain'
    when words ~* '\m[45]\.2\.2\M|\m552\M|(mailbox|quota).*(full|exceeded)|over ?quota' then 'full'
    when words ~* '\m[45]\.7\.[0-9]+\M|spam|blocked|blacklist|blocklist|policy|reputation' then 'blocked'
    when words ~* '\m[45]\.1\.[0-9]+\M|\m(550|551|553)\M|no such|unknown|does ?n.t exist|does not exist|invalid|not an address' then 'unknown'
    else 'other' end
$$;
-- Who gets a mail, at the moment it leaves; no row once the account is gone, or about to be.
create or replace function mail_recipient(whose bigint) returns table (address text, first_name text, last_name text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select a.email, m.first_name, m.last_name from account a join member m on m.id = a.member_id where a.member_id = whose and m.leaves_at is null
$$;
revoke execute on function mail_recipient(bigint) from public;
grant execute on function mail_recipient(bigint) to coopol_jobs;

-- What nobody needs any more, a few thousand rows at a time; how many went. Rows of mail are kept a season, since their key is what stops a second one.
create or replace function clean_up(at_most integer) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  gone bigint := 0;
  here bigint;
begin
  delete from session where id in (select id from session where expires_at < now() limit at_most);
  get diagnostics here = row_count;
  gone := gone + here;
  delete from job where id in (select id from job where done_at < now() - interval '30 days' or failed_at < now() - interval '90 days' limit at_most);
  get diagnostics here = row_count;
  gone := gone + here;
  delete from newcomer where (section_id, member_id) in (select section_id, member_id from newcomer where at < now() - interval '1 year' limit at_most);
  get diagnostics here = row_count;
  gone := gone + here;
  delete from mail where id in (select id from mail where state <> 'queued' and finished_at < now() - interval '90 days' limit at_most);
  get diagnostics here = row_count;
  gone := gone + here;
  delete from contact where id in (select id from contact where removed_at < now() - interval '1 day' limit at_most);
  get diagnostics here = row_count;
  gone := gone + here;
  delete from section_request where id in (select id from section_request where answered_at < now() - interval '30 days' limit at_most);
  get diagnostics here = row_count;
  return gone + here;
end $$;
revoke execute on function clean_up(integer) from public;
grant execute on function clean_up(integer) to coopol_jobs;
