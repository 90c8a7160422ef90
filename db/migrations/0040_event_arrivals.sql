-- E04: an invitation that also goes to those who come into a section or a group, a list or a zone later, until the event is over (64_event_arrivals.sql).
create table event_arrivals (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  space_id bigint references space on delete cascade,
  list_id bigint references section_list on delete cascade,
  asked_by bigint not null references member on delete cascade,  -- it goes with their rights at the time of each arrival, and with them
  asked_at timestamptz not null default now(),
  check (num_nonnulls(space_id, list_id) = 1)
);
create unique index event_arrivals_space on event_arrivals (space_id, event_id) where space_id is not null;
create unique index event_arrivals_list on event_arrivals (list_id, event_id) where list_id is not null;
create index event_arrivals_event on event_arrivals (event_id);
create index event_arrivals_asked_by on event_arrivals (asked_by);
