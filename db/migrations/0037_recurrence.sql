-- Events that come again (E03). The rule gives the starts, in the place's own time; each occurrence is an ordinary event with guests and answers of its own, made ahead
-- by a job (src/events/series). What was changed or called off by itself is an exception: a change of the whole series leaves it alone.
create table event_series (
  id bigint generated always as identity primary key,
  creator_id bigint references member on delete set null,        -- nobody answers for it any more: it makes no further dates
  rule text not null check (length(rule) between 1 and 300),     -- RFC 5545 3.3.10, the value of RRULE; its UNTIL is in UTC, it has no COUNT
  starts_local timestamp not null,                               -- of the first occurrence, as the clocks of the zone show it
  time_zone text not null default 'Europe/Paris',
  sequence integer not null default 0,                           -- as event.sequence, for the whole
  made_until timestamp,                                          -- local: every start up to then is a row of event; null: not published yet
  finished boolean not null default false,                       -- the rule gives no more
  created_at timestamptz not null default now()
);
create index event_series_creator on event_series (creator_id);
create index event_series_unfinished on event_series (made_until) where not finished;

alter table event
  add series_id bigint references event_series,
  add series_start timestamptz,                    -- the start that the rule gave: RECURRENCE-ID
  add series_changed boolean not null default false, -- an exception
  add constraint event_series_both check ((series_id is null) = (series_start is null)),
  add constraint event_series_once unique (series_id, series_start);

-- Whoever is invited to all of it, later dates included; and whoever wants to hear no more of it.
create table event_series_guest (
  series_id bigint not null references event_series on delete cascade,
  member_id bigint not null references member on delete cascade,
  invited_by bigint references member on delete set null,
  answer text check (answer in ('yes', 'no', 'maybe')),          -- given for all dates; later ones begin with it
  left_at timestamptz,                                           -- «Ne plus être invité à cette série»
  primary key (series_id, member_id)
);
create index event_series_guest_member on event_series_guest (member_id);
