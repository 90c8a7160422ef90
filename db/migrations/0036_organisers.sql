-- An event that several spaces organise together: those that were asked, and what they answered. event.host_ids has those that accepted; the functions of
-- db/policies/64_event_hosts.sql alone write either.
create table event_host (
  event_id bigint not null references event on delete cascade,
  space_id bigint not null references space on delete cascade,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'refused')),
  answered_at timestamptz,
  published_before boolean not null default false,  -- it stood there already: if they withdraw, it still does
  primary key (event_id, space_id),
  check ((answer is null) = (answered_at is null))
);
create index event_host_space on event_host (space_id);
alter table event add column host_ids bigint[] not null default '{}';
