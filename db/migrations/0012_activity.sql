-- What people did, recorded once, read by circle (C03, B04). Posts will be one more kind.
create table activity (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null check (kind in ('status', 'wall', 'bond', 'group', 'section', 'event', 'participation')),
  member_id bigint not null references member on delete cascade, -- who did it
  other_id bigint references member on delete cascade,           -- bond: with whom; wall: on whose
  space_id bigint references space on delete cascade,            -- group, section: which they joined
  event_id bigint references event on delete cascade,            -- event: which they made; participation: in which
  body text not null default '' check (length(body) <= 2000),
  link text not null default '' check (link = '' or (link ~ '^https?://[^\s]+$' and length(link) <= 1000)),
  check ((kind in ('wall', 'bond')) = (other_id is not null)),
  check ((kind in ('group', 'section')) = (space_id is not null)),
  check ((kind in ('event', 'participation')) = (event_id is not null)),
  check ((kind in ('status', 'wall')) = (body <> '' or link <> '')),
  check (member_id <> other_id)
);
-- What is undone is found again, and what is gone takes its entries along.
create unique index activity_bond on activity (member_id, other_id) where kind = 'bond';
create unique index activity_space on activity (space_id, member_id) where space_id is not null;
create unique index activity_event on activity (event_id, member_id, kind) where event_id is not null;
create index activity_member on activity (member_id);
create index activity_other on activity (other_id) where other_id is not null;

-- Whose walls an entry stands on: the feed and walls read the latest of each person from this index alone.
create table activity_person (
  member_id bigint not null references member on delete cascade,
  activity_id bigint not null references activity on delete cascade,
  said boolean not null,                       -- in words: what the feed also tells those whom it is about
  primary key (member_id, activity_id)
);
create index activity_person_said on activity_person (member_id, activity_id) where said;
create index activity_person_activity on activity_person (activity_id);
