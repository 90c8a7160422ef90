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
  cancellation_text text not null default '' check (length(cancellation_text) <= 4000),
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

-- Once a statement, not once a row: a secretary invites a whole section in one go.
create function event_guest_counted() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op <> 'DELETE' then
    update event e set invited = e.invited + c.invited, coming = e.coming + c.coming, maybe = e.maybe + c.maybe, declined = e.declined + c.declined
      from (select event_id, count(*) as invited, count(*) filter (where answer = 'yes') as coming,
                   count(*) filter (where answer = 'maybe') as maybe, count(*) filter (where answer = 'no') as declined from fresh group by event_id) c
     where e.id = c.event_id;
  end if;
  if tg_op <> 'INSERT' then
    update event e set invited = e.invited - c.invited, coming = e.coming - c.coming, maybe = e.maybe - c.maybe, declined = e.declined - c.declined
      from (select event_id, count(*) as invited, count(*) filter (where answer = 'yes') as coming,
                   count(*) filter (where answer = 'maybe') as maybe, count(*) filter (where answer = 'no') as declined from gone group by event_id) c
     where e.id = c.event_id;
  end if;
  return null;
end $$;
create trigger event_guest_count_insert after insert on event_guest referencing new table as fresh for each statement execute function event_guest_counted();
create trigger event_guest_count_update after update on event_guest referencing new table as fresh old table as gone for each statement execute function event_guest_counted();
create trigger event_guest_count_delete after delete on event_guest referencing old table as gone for each statement execute function event_guest_counted();

-- E07: what was sent again, to whom: one a day for each audience.
create table event_reminder (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  audience text not null check (audience in ('all', 'yes', 'no', 'maybe', 'none')),
  body text not null default '' check (length(body) <= 4000),
  sent_by bigint references member on delete set null,
  sent_at timestamptz not null default now()
);
create index event_reminder_event on event_reminder (event_id, audience, sent_at desc);

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
  minutes integer not null default 0 check (minutes between 0 and 60000), -- how long it lasted
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
