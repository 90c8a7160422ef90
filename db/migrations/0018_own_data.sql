-- A12: what a member takes along, and how they leave.

-- An archive that was asked for; the latest of each member.
create table archive (
  id bigint generated always as identity primary key,
  member_id bigint not null unique references member on delete cascade,
  asked_at timestamptz not null default now(),
  done integer not null default 0, total integer not null default 0, -- its parts, as they are written
  ready_at timestamptz,
  size bigint not null default 0               -- octets
);
-- Its file, in portions that are sealed with the server's own secret: a stolen database opens none.
create table archive_chunk (
  archive_id bigint not null references archive on delete cascade,
  position integer not null,
  content bytea not null,
  primary key (archive_id, position)
);
alter table archive_chunk alter content set storage external;

-- Somebody who has asked to leave: hidden from then on, and erased at that time unless they change their mind.
alter table member add column leaves_at timestamptz,
  add column leaving boolean not null generated always as (leaves_at is not null) stored; -- which plans guess better than «is null»
create index member_leaves on member (leaves_at) where leaves_at is not null;
-- Those who took part and have left since: what a section did together does not shrink.
alter table event_report add column gone integer not null default 0 check (gone >= 0);
