-- X04: what the secretary says to each newcomer of the section.
create table welcome_letter (
  section_id bigint primary key references space on delete cascade,
  body text not null check (length(body) between 1 and 2000),
  active boolean not null,
  saved_at timestamptz not null default now()
);

-- Whom the section knows already: they came, or left, since its letter was switched on. For a year they are no newcomers.
create table newcomer (
  section_id bigint not null references space on delete cascade,
  member_id bigint not null references member on delete cascade,
  at timestamptz not null default now(),
  welcomed_at timestamptz,                     -- when the letter left
  primary key (section_id, member_id)
);
create index newcomer_member on newcomer (member_id);
create index newcomer_at on newcomer (at);
