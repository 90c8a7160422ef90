-- Letters of a section (X05): written by its office, or by a zone's manager to a zone.
create table section_letter (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  list_id bigint references section_list on delete set null, -- its manager wrote it, who sees a number and nobody
  sender_id bigint references member on delete set null,
  subject text not null default '' check (length(subject) <= 150),
  body text not null default '' check (length(body) <= 20000), -- Markdown
  audience text[] not null default '{}',       -- «adherents», «liste-12», «membre-7»…: src/letters/audience.hpp
  answers boolean not null default true,       -- go to whoever wrote it
  state text not null default 'draft' check (state in ('draft', 'sent')),
  saved_at timestamptz not null default now(),
  sent_at timestamptz,
  -- How it was delivered; kept here, since the rows of mail are forgotten after a season. A trigger on mail counts.
  recipients integer not null default 0, refused integer not null default 0, dropped integer not null default 0, delivered integer not null default 0, bounced integer not null default 0,
  check ((state = 'sent') = (sent_at is not null))
);
create index section_letter_section on section_letter (section_id, state, saved_at desc);
create index section_letter_sender on section_letter (sender_id);
create index section_letter_list on section_letter (list_id) where list_id is not null;

-- Audiences that a section uses again.
create table section_audience (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  name text not null check (length(name) between 1 and 80),
  audience text[] not null default '{}',
  created_at timestamptz not null default now(),
  unique (section_id, name)
);

-- S10: people outside of La Coopol, whom one section may write to.
create table contact (
  id bigint generated always as identity primary key,
  section_id bigint not null references space on delete cascade,
  first_name text not null default '' check (length(first_name) <= 80),
  last_name text not null check (length(last_name) between 1 and 80),
  organisation text not null default '' check (length(organisation) <= 120),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  name_key text generated always as (fold(first_name || ' ' || last_name || ' ' || organisation || ' ' || email)) stored,
  origin text not null check (length(origin) between 1 and 200), -- where the address comes from, and the consent
  consented_on date,
  recorded_by bigint references member on delete set null,
  recorded_at timestamptz not null default now(),
  bounced_at timestamptz, bounce text,         -- mail does not arrive there: why, as mail_fault() says
  removed_at timestamptz,                      -- by the office; can be undone for a while
  batch text,                                  -- the file that brought it
  unique (section_id, email)
);
create index contact_name on contact (section_id, last_name, first_name, id) where removed_at is null;
create index contact_batch on contact (section_id, batch) where batch is not null;
create index contact_recorder on contact (recorded_by);

-- Who wants no more letters of a section, and is no member of it: what is kept is a keyed hash of the address.
create table letter_refusal (
  section_id bigint not null references space on delete cascade,
  address_hash bytea not null check (length(address_hash) = 16),
  register_entry_id bigint references register_entry on delete set null, -- so that the office's counts are right
  at timestamptz not null default now(),
  primary key (section_id, address_hash)
);
create index letter_refusal_entry on letter_refusal (register_entry_id) where register_entry_id is not null;

-- Whom a letter did not reach, for the section's office.
create table letter_bounce (
  letter_id bigint not null references section_letter on delete cascade,
  member_id bigint references member on delete cascade,
  contact_id bigint references contact on delete cascade,
  register_entry_id bigint references register_entry on delete cascade,
  fault text not null,
  at timestamptz not null default now(),
  check (num_nonnulls(member_id, contact_id, register_entry_id) = 1)
);
create index letter_bounce_letter on letter_bounce (letter_id);
create index letter_bounce_member on letter_bounce (member_id) where member_id is not null;
create index letter_bounce_contact on letter_bounce (contact_id) where contact_id is not null;
create index letter_bounce_entry on letter_bounce (register_entry_id) where register_entry_id is not null;

alter table notification_choice drop constraint notification_choice_kind_check;
alter table notification_choice add constraint notification_choice_kind_check
  check (kind in ('message', 'wall', 'coopain', 'invitation', 'reminder', 'digest', 'letter'));
