-- E08: a member's agenda for their own calendar programs, at an address that only they know.
create table calendar_feed (
  member_id bigint primary key references member on delete cascade,
  salt bytea not null check (octet_length(salt) = 16),                      -- with the server's secret it makes the address, which is kept nowhere
  token_hash bytea not null unique check (octet_length(token_hash) = 32),   -- how the address is recognised
  created_at timestamptz not null default now(),
  read_at timestamptz,                                                      -- when a program last asked, to within five minutes
  digest bytea, changed_at timestamptz                                      -- of what it was told last, and since when that is so
);

-- When guests' calendars last had something new to learn of it (RFC 5545 3.8.7.3).
alter table event add column changed_at timestamptz not null default now();
alter table event disable trigger user;
update event set changed_at = coalesce(published_at, created_at);
alter table event enable trigger user;
