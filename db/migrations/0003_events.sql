-- Meetings and missions, their guests, answers, comments and reports (E01 to E10).
create table event (
  id bigint generated always as identity primary key,
  creator_id bigint references member on delete set null,
  kind text not null check (kind in (
    'debate', 'meeting', 'section_meeting', 'flat_meeting', 'city_life', 'party_life',
    'poster_pasting', 'cyber_activism', 'demonstration', 'phone_bank', 'door_to_door', 'leafleting', 'other_mission')),
  is_mission boolean not null generated always as (kind in (
    'poster_pasting', 'cyber_activism', 'demonstration', 'phone_bank', 'door_to_door', 'leafleting', 'other_mission')) stored,
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  title text not null check (length(title) between 1 and 140),
  title_key text generated always as (fold(title)) stored,
  description text not null default '' check (length(description) <= 10000),
  starts_at timestamptz not null, ends_at timestamptz not null,
  online_url text,
  address text not null default '', complement text not null default '', postcode text not null default '', city text not null default '',
  latitude double precision, longitude double precision,
  is_public boolean not null default false,
  space_ids bigint[] not null default '{}',    -- spaces whose members see it; an array, since policies compare it with the viewer's in one step
  invitation_text text not null default '' check (length(invitation_text) <= 4000),
  goal integer not null default 0 check (goal between 0 and 100000),
  -- Kept by a trigger on event_guest, so that lists never count.
  invited integer not null default 0, coming integer not null default 0, maybe integer not null default 0, declined integer not null default 0,
  sequence integer not null default 0,         -- RFC 5545 3.8.7.4: rises when guests must update their calendar
  created_at timestamptz not null default now(),
  published_at timestamptz,
  check (ends_at > starts_at)
);
create index event_start on event (starts_at, id) where state = 'published';
create index event_creator on event (creator_id, starts_at desc);
create index event_spaces on event using gin (space_ids);
create index event_title_key on event using gin (title_key public.gin_trgm_ops);

create table event_guest (
  event_id bigint not null references event on delete cascade,
  member_id bigint not null references member on delete cascade,
  invited_by bigint references member on delete set null, -- null: came by themselves
  invited_at timestamptz not null default now(),
  answer text check (answer in ('yes', 'no', 'maybe')),
  answered_at timestamptz,
  primary key (event_id, member_id),
  check ((answer is null) = (answered_at is null))
);
create index event_guest_member on event_guest (member_id, event_id);

create function event_guest_counted() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  update event set
    invited = invited + (case when tg_op = 'INSERT' then 1 when tg_op = 'DELETE' then -1 else 0 end),
    coming = coming + (case when tg_op <> 'DELETE' and new.answer = 'yes' then 1 else 0 end) - (case when tg_op <> 'INSERT' and old.answer = 'yes' then 1 else 0 end),
    maybe = maybe + (case when tg_op <> 'DELETE' and new.answer = 'maybe' then 1 else 0 end) - (case when tg_op <> 'INSERT' and old.answer = 'maybe' then 1 else 0 end),
    declined = declined + (case when tg_op <> 'DELETE' and new.answer = 'no' then 1 else 0 end) - (case when tg_op <> 'INSERT' and old.answer = 'no' then 1 else 0 end)
   where id = coalesce(new.event_id, old.event_id);
  return null;
end $$;
create trigger event_guest_count after insert or delete or update of answer on event_guest
  for each row execute function event_guest_counted();

create table event_comment (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  author_id bigint references member on delete set null,
  body text not null check (length(body) between 1 and 4000),
  created_at timestamptz not null default now()
);
create index event_comment_event on event_comment (event_id, created_at);

-- E10: what was done. Totals by event; doors are shared out among those who came, so that the profiles' doors add up to the section's.
create table event_report (
  event_id bigint primary key references event on delete cascade,
  author_id bigint references member on delete set null,
  minutes integer not null default 0 check (minutes between 0 and 60000), -- of presence, all together
  doors_knocked integer not null default 0 check (doors_knocked between 0 and 100000),
  doors_opened integer not null default 0 check (doors_opened between 0 and 100000),
  leaflets integer not null default 0 check (leaflets between 0 and 10000000),
  calls integer not null default 0 check (calls between 0 and 1000000),
  posters integer not null default 0 check (posters between 0 and 1000000),
  words text not null default '' check (length(words) <= 4000),
  filed_at timestamptz not null default now(),
  check (doors_opened <= doors_knocked)
);
create table event_attendance (
  event_id bigint not null references event on delete cascade,
  member_id bigint not null references member on delete cascade,
  doors integer not null default 0 check (doors >= 0),
  primary key (event_id, member_id)
);
create index event_attendance_member on event_attendance (member_id);
