-- Private messages (D01, D02, D03): a thread, those who take part, what they wrote. Only they read it (D05).
create table thread (
  id bigint generated always as identity primary key,
  creator_id bigint references member on delete set null,
  subject text not null check (length(subject) between 1 and 140),
  one_way boolean not null default false,      -- a broadcast: only its creator writes, recipients do not see each other
  created_at timestamptz not null default now(),
  last_at timestamptz not null default now()   -- of the latest message
);
create table thread_member (
  thread_id bigint not null references thread on delete cascade,
  member_id bigint not null references member on delete cascade,
  read_at timestamptz,                         -- up to when they have read; null: nothing yet
  hidden_at timestamptz,                       -- deleted for them; a newer message brings it back
  primary key (thread_id, member_id)
);
create index thread_member_member on thread_member (member_id, thread_id);
create table message (
  id bigint generated always as identity primary key,
  thread_id bigint not null references thread on delete cascade,
  author_id bigint references member on delete set null,
  body text not null check (length(body) between 1 and 10000),
  at timestamptz not null default now()
);
create index message_thread on message (thread_id, at, id);

-- What a group says of itself (G06).
create table group_profile (
  space_id bigint primary key references space on delete cascade,
  description text not null default '' check (length(description) <= 2000),
  creator_id bigint references member on delete set null
);
