-- S04: «Rejoindre» a section. Kept until the secretary answers, and the answer for the month in which nobody asks again.
create table section_request (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  member_id bigint not null references member on delete cascade,
  words text not null default '' check (length(words) <= 500),   -- of the person, to the secretary
  leaves_id bigint references space on delete set null,          -- the section that they said they leave once accepted
  asked_at timestamptz not null default now(),
  answer text check (answer in ('adherent', 'sympathisant', 'refused')),
  reply text not null default '' check (length(reply) <= 500),   -- of the secretary, to the person
  answered_at timestamptz,
  answered_by bigint references member on delete set null,       -- never shown to the person: a section answers
  check ((answer is null) = (answered_at is null))
);
create unique index section_request_open on section_request (section_id, member_id) where answered_at is null;
create index section_request_waiting on section_request (section_id, asked_at) where answered_at is null;
create index section_request_member on section_request (member_id, section_id);
