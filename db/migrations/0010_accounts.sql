-- A07: another address, a second factor. All of it is reached by functions alone (db/policies/66_*.sql).

-- An address that was asked for. It takes effect when the link in the mail to it is confirmed, and can be undone from the former one for some days.
create table email_change (
  id bigint generated always as identity primary key,
  member_id bigint not null references member on delete cascade,
  former text not null,
  address text not null check (address = lower(address) and length(address) between 3 and 254),
  asked_at timestamptz not null default now(),
  done_at timestamptz,
  ended_at timestamptz                         -- given up, replaced by a later wish, or undone
);
create index email_change_member on email_change (member_id);

-- RFC 6238. Secrets are sealed with the server's own, so that a stolen database opens nothing.
create table totp (
  member_id bigint primary key references member on delete cascade,
  secret bytea, since timestamptz,             -- none until the first code was right
  last_step bigint not null default 0,         -- of the last code that served: each serves once
  pending bytea,                               -- shown as a picture, not proved yet
  check ((secret is null) = (since is null))
);

create table passkey (
  id bigint generated always as identity primary key,
  member_id bigint not null references member on delete cascade,
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  algorithm integer not null,                  -- of COSE
  public_key bytea not null,
  sign_count bigint not null,
  name text not null check (length(name) between 1 and 120),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_member on passkey (member_id);

create table recovery_code (
  member_id bigint not null references member on delete cascade,
  code_hash bytea not null check (length(code_hash) = 32), -- keyed by the server's secret
  used_at timestamptz,
  primary key (member_id, code_hash)
);

-- A sign-in whose password was right, until the second factor is.
create table sign_in_step (
  id bigint generated always as identity primary key,
  browser bytea not null check (length(browser) = 32), -- the hash of the cookie that the form was tied to
  member_id bigint not null references member on delete cascade,
  password_version integer not null,
  began_at timestamptz not null default now(),
  failures integer not null default 0,
  challenge bytea
);
create index sign_in_step_began on sign_in_step (began_at);

alter table session
  add column confirmed_at timestamptz,         -- the password was given again: opens what concerns the second factor, for some minutes
  add column challenge bytea;                  -- that a new passkey has to sign
