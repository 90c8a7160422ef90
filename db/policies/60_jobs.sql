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
-- How far a batch of mail has come, for whoever knows its name (names hold the section's id and a random part).
create or replace function mail_progress(which text) returns table (total bigint, finished bigint, failed bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select count(*), count(*) filter (where state <> 'queued'), count(*) filter (where state = 'failed') from mail where batch = which
$$;
-- The address of a member, at the moment a mail leaves; null once the account is gone.
create or replace function mail_address(whose bigint) returns text
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select email from account where member_id = whose
$$;
revoke execute on function mail_address(bigint) from public;
grant execute on function mail_address(bigint) to coopol_jobs;
