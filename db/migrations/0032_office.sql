-- S05: what the relay said of the last send of an invitation, when its address was refused; null when nothing bad is known. Whoever it was for then waits among the
-- incomplete profiles, and the invitation keeps its count of sends.
alter table invitation add column refused text check (refused in ('unknown', 'full', 'late', 'other'));

-- How fast mail that somebody sends to many may leave for one domain (orange.fr): so many at once, then so many a minute. One row, the operator's to change.
create table mail_limit (
  one boolean primary key default true check (one),
  burst integer not null default 100 check (burst > 0),
  per_minute integer not null default 60 check (per_minute > 0)
);
insert into mail_limit default values;
-- By domain, the moment at which all that was asked for will have left at that pace.
create table mail_pace (
  domain text primary key,
  paid_until timestamptz not null
);

-- S07: which column was which, in the last file of these titles. The titles themselves are not kept.
create table register_matching (
  section_id bigint not null references space on delete cascade,
  titles text not null,                        -- a digest
  columns integer[] not null,                  -- of each field of the form; -1: none
  skip integer not null,
  used_at timestamptz not null default now(),
  primary key (section_id, titles)
);

-- S07: an import can be undone. The people that it brought bear its number; how the others were is kept as long as its report. Refused lines are kept a week, to be
-- taken back and corrected.
alter table register_entry add column import_id bigint;
create table register_undo (
  import_id bigint not null references register_import on delete cascade,
  entry_id bigint not null references register_entry on delete cascade,
  before jsonb not null,                       -- the row of register_entry
  invitation jsonb,                            -- that of the invitation, if one was under way
  primary key (import_id, entry_id)
);
create index register_undo_entry on register_undo (entry_id);
alter table register_import add column refused jsonb;
alter table register_import drop constraint register_import_state_check;
alter table register_import add constraint register_import_state_check check (state in ('reading', 'matching', 'queued', 'running', 'done', 'failed', 'undone'));

-- S08: what the office did with the ticked, so that it can be undone for a while.
create table section_act (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  ranks jsonb not null default '[]',           -- [member, role before, kind before, role after, kind after]
  places jsonb not null default '[]',          -- [member, before, after], as section_places() says
  at timestamptz not null default now()
);
create index section_act_at on section_act (at);
