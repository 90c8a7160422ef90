-- X09: who comes says so by a code that the organiser shows there. In a table of its own, since whoever sees the event must not see its code.
create table event_code (
  event_id bigint primary key references event on delete cascade,
  code text not null unique check (code ~ '^[0-9a-z]{6}$')
);
