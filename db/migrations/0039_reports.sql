-- E10: what each participant of a mission, or a little team of them, says they did: their part. The organiser takes parts into the event's report, which alone
-- feeds totals and profiles: a part by itself counts nowhere, so nothing is counted twice.
create table event_part (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  author_id bigint references member on delete set null,
  minutes integer not null default 0 check (minutes between 0 and 60000), -- each
  doors_knocked integer not null default 0 check (doors_knocked between 0 and 100000),
  doors_opened integer not null default 0 check (doors_opened between 0 and 100000),
  leaflets integer not null default 0 check (leaflets between 0 and 10000000),
  calls integer not null default 0 check (calls between 0 and 1000000),
  posters integer not null default 0 check (posters between 0 and 1000000),
  words text not null default '' check (length(words) <= 500),
  state text not null default 'new' check (state in ('new', 'counted', 'aside')), -- aside: the organiser left it out, a double perhaps
  filed_at timestamptz not null default now(),
  unique (event_id, author_id),
  check (doors_opened <= doors_knocked)
);
create index event_part_author on event_part (author_id);
-- Whose part it is: its author, and those who went with them.
create table event_part_member (
  part_id bigint not null references event_part on delete cascade,
  member_id bigint not null references member on delete cascade,
  primary key (part_id, member_id)
);
create index event_part_member_member on event_part_member (member_id);

-- The organiser says that the report is whole: those who came are thanked then.
alter table event_report add column closed_at timestamptz;

-- X09: what the party's file says of somebody's dues. In a table of its own, since whoever helps with invitations reads the register and must not read this.
-- 'yes', 'no', a year, or the day of the last payment.
create table register_dues (
  entry_id bigint primary key references register_entry on delete cascade,
  dues text not null check (dues ~ '^(yes|no|[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})$'),
  import_id bigint,
  said_at timestamptz not null default now()
);
alter table register_line add column dues text;
