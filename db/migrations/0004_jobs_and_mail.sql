-- Work that leaves the request: jobs, and mail with one row per recipient.
create table job (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,                           -- the same work asked for twice is one job
  payload jsonb not null default '{}',
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  leased_until timestamptz,
  done_at timestamptz,
  failed_at timestamptz,                       -- gave up after the last attempt
  last_error text,
  created_at timestamptz not null default now(),
  unique (kind, key)
);
create index job_due on job (run_at) where done_at is null and failed_at is null;
create index job_failed on job (failed_at) where failed_at is not null;

create table mail (
  id bigint generated always as identity primary key,
  kind text not null,                          -- which room composes it
  key text not null unique,                    -- the same mail asked for twice leaves once
  member_id bigint references member on delete cascade, -- to a member: the address is looked up when it leaves
  address text,                                -- or to someone who is none yet
  subject_id bigint,                           -- event, invitation…: what it is about
  detail jsonb not null default '{}',
  batch text,                                  -- for progress: «12 sur 40 partis»
  state text not null default 'queued' check (state in ('queued', 'sent', 'dropped', 'failed')),
  attempts integer not null default 0,
  run_at timestamptz not null default now(),
  leased_until timestamptz,
  leased_by text,                              -- the journal of the process that sends it (core/mail/journal.hpp)
  last_error text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((member_id is null) <> (address is null))
);
create index mail_due on mail (run_at) where state = 'queued';
create index mail_due_of_kind on mail (kind, run_at) where state = 'queued'; -- urgent ones pass the others
create index mail_failed on mail (finished_at) where state = 'failed';
create index mail_batch on mail (batch, state) where batch is not null;
create index mail_subject on mail (kind, subject_id);

-- Kinds of mail that someone wants no more of, asked with one click in such a mail (RFC 8058).
create table mail_refusal (
  member_id bigint not null references member on delete cascade,
  kind text not null,
  refused_at timestamptz not null default now(),
  primary key (member_id, kind)
);
