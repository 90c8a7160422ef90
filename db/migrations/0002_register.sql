-- Two spellings of a name that are one: «Zoé  DUPONT-MARTIN» and «Zoe Dupont Martin».
create function name_match(first_name text, last_name text) returns text language sql immutable parallel safe
  return translate(fold(first_name || last_name), ' -''’.', '');

-- The section's register: people known from a file or typed in by the secretary, who may be invited (S05 to S07).
create table register_entry (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  kind text not null default 'adherent' check (kind in ('adherent', 'sympathisant')),
  register_number text, joined_on date, sex text check (sex in ('f', 'm')),
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) between 1 and 80),
  name_key text generated always as (name_match(first_name, last_name)) stored,
  birth_date date,
  email text check (email = lower(email) and length(email) between 3 and 254),
  typed_email text,                            -- what stood there instead of one address, for whoever corrects it
  phone text, mobile text, address text, postcode text, city text, country text,
  -- Why an invitation cannot leave yet; null when it can.
  incomplete text check (incomplete in ('missing', 'invalid', 'shared')),
  member_id bigint references member on delete set null, -- once the person has come in
  -- What the last file said, so that the same file again does not undo what the secretary has corrected since; and whom it meant by it.
  imported jsonb not null default '{}', imported_as text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index register_entry_number on register_entry (section_id, register_number) where register_number is not null;
create index register_entry_name on register_entry (section_id, last_name, first_name, id);
create index register_entry_email on register_entry (section_id, email);
create index register_entry_member on register_entry (member_id);

-- An invitation, to a person of the register, (S03) to a secretary by the referent, or to the first of the house by the operator. Links carry the invitation, the number of the send and a signature
-- (core/signed_token.hpp), so nothing here opens anything: sending again raises `sends`, which is what kills the former link (A03).
create table invitation (
  id bigint generated always as identity primary key,
  space_id bigint not null references space on delete cascade,
  register_entry_id bigint unique references register_entry on delete cascade,
  role text not null default 'member' check (role in ('member', 'secretary', 'referent', 'coopilote')),
  kind text not null default 'adherent' check (kind in ('adherent', 'sympathisant')),
  first_name text not null, last_name text not null,
  email text not null check (email = lower(email)),
  invited_by bigint references member on delete set null,
  sends integer not null default 1 check (sends > 0),
  last_sent_at timestamptz not null default now(),
  accepted_at timestamptz,
  member_id bigint references member on delete set null
);
create index invitation_space on invitation (space_id, accepted_at, last_name);
create unique index invitation_secretary on invitation (space_id, email) where register_entry_id is null;

-- A file on its way in: kept between the steps (columns, preview, report), gone afterwards.
create table register_import (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  member_id bigint not null references member on delete cascade,
  file_name text not null,
  content bytea,                               -- erased once imported or after a day; external, so that its first part is read alone
  kind text not null default 'adherent' check (kind in ('adherent', 'sympathisant')),
  matching jsonb,
  state text not null check (state in ('reading', 'matching', 'queued', 'running', 'done', 'failed')),
  lines_total integer not null default 0, lines_done integer not null default 0,
  problem text,                                -- why it failed, in French
  report jsonb,                                -- counts and findings by line, without the values
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index register_import_section on register_import (section_id, created_at desc);
alter table register_import alter content set storage external;

-- The lines of a file as they were understood, put down in portions so that progress shows; then they enter the register all at once and go. Not worth
-- a journal: should the server crash, the job begins again.
create unlogged table register_line (
  import_id bigint not null references register_import on delete cascade,
  line integer not null,
  register_number text, joined_on date, sex text, first_name text not null, last_name text not null,
  name_key text generated always as (name_match(first_name, last_name)) stored,
  birth_date date, email text, phone text, mobile text, address text, postcode text, city text, country text,
  incomplete text, typed_email text, imported_as text not null,
  entry_id bigint,                             -- whom of the register it is about
  outcome text not null default 'same' check (outcome in ('new', 'changed', 'same')),
  primary key (import_id, line)
);

-- S08, S09: lists and zones of a section. A zone's manager writes to it and never sees who is in it.
create table section_list (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  kind text not null check (kind in ('list', 'zone')),
  name text not null check (length(name) between 1 and 80),
  description text not null default '',
  manager_id bigint references member on delete set null, -- of a zone
  created_at timestamptz not null default now(),
  unique (section_id, kind, name)
);
create table section_list_member (
  list_id bigint not null references section_list on delete cascade,
  member_id bigint not null references member on delete cascade,
  primary key (list_id, member_id)
);
create index section_list_member_member on section_list_member (member_id);
