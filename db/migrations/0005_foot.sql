-- What the foot of every page leads to: reports of abuse and words to the team (C05). Queue and decisions are moderation's (P01, P03).
create table contact_message (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('abuse', 'contact')),
  member_id bigint references member on delete set null,
  email text check (length(email) between 3 and 254), -- of a visitor who wishes an answer
  page text not null default '' check (length(page) <= 400),
  body text not null check (length(body) between 1 and 4000),
  created_at timestamptz not null default now()
);

-- A02: national and per federation. A missing row means the phase above it.
create table phase (
  space_id bigint primary key references space on delete cascade,
  phase text not null check (phase in ('closed', 'preregistration', 'members', 'limited', 'open'))
);
