-- People, the spaces they belong to, and the derived table on which every policy stands.

-- Accents and case folded, for names: «Élodie» and «elodie» meet. unaccent() is only stable because its dictionary could change; ours does not.
create function fold(words text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

-- Names of places as people type them: «St Etienne» and «Saint-Étienne» meet.
create function place_key(words text) returns text language sql immutable strict parallel safe
  return regexp_replace(regexp_replace(regexp_replace(coopol.fold(words), '[^a-z0-9]+', ' ', 'g'), '\mste\M', 'sainte', 'g'), '\mst\M', 'saint', 'g');

create table department (
  code text primary key check (code ~ '^[0-9][0-9AB][0-9]?$'),
  name text not null
);

create table commune (
  code text primary key,                       -- INSEE
  name text not null,
  department text not null references department,
  population integer not null default 0 check (population >= 0),
  latitude double precision, longitude double precision,
  name_key text generated always as (fold(name)) stored
);
create table commune_postcode (
  postcode text not null check (postcode ~ '^[0-9]{5}$'),
  commune_code text not null references commune on delete cascade,
  primary key (postcode, commune_code)
);

create table member (
  id bigint generated always as identity primary key,
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) between 1 and 80),
  name_key text generated always as (fold(first_name || ' ' || last_name)) stored,
  -- A09: who may see that this person is here.
  visibility text not null default 'everyone' check (visibility in ('secretary', 'circle', 'everyone')),
  city text, country text not null default 'France',
  section_id bigint,                           -- the section they belong to, if any (kept by a trigger on membership)
  is_secretary boolean not null default false, -- of some section: always public (kept by the same trigger)
  recruited_by bigint references member on delete set null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz
);
create index member_name on member (last_name, first_name, id);
create index member_name_key on member using gin (name_key public.gin_trgm_ops);
create index member_section on member (section_id);

-- How to reach someone. Never joined to a page about them: only the person and, through functions that write the audit log, their secretary.
create table member_contact (
  member_id bigint primary key references member on delete cascade,
  phone text, mobile text, address text, complement text, postcode text,
  sex text check (sex in ('f', 'm')), birth_date date
);

-- What signs in. The application has no right on it; functions answer what it must know.
create table account (
  member_id bigint primary key references member on delete cascade,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  password_hash text,
  password_version integer not null default 0, -- counts changes, so that a reset link works once
  created_at timestamptz not null default now()
);

create table session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  member_id bigint not null references member on delete cascade,
  device text not null check (length(device) <= 120), -- «Firefox sur Android», never the raw header
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_member on session (member_id);
create index session_expiry on session (expires_at);

create table space (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('national', 'federation', 'section', 'group')),
  parent_id bigint references space,
  name text not null check (length(name) between 1 and 120),
  name_key text generated always as (fold(name)) stored,
  department text references department,       -- of a federation
  activated_at timestamptz,                    -- of a section: its secretary has come in and configured it
  created_at timestamptz not null default now(),
  check ((kind = 'national') = (parent_id is null)),
  check ((kind = 'federation') = (department is not null))
);
create unique index space_one_national on space (kind) where kind = 'national';
create unique index space_federation on space (department) where kind = 'federation';
create index space_parent on space (parent_id, name);
create index space_name_key on space using gin (name_key public.gin_trgm_ops);
alter table member add foreign key (section_id) references space on delete set null;

-- S02: the public badge of a section.
create table section_profile (
  space_id bigint primary key references space on delete cascade,
  address text, complement text, postcode text, city text, country text not null default 'France', phone text,
  treasurer text, bureau text,                 -- names, one a line
  website text, facebook text, twitter text,
  updated_at timestamptz not null default now()
);

create table membership (
  space_id bigint not null references space on delete cascade,
  member_id bigint not null references member on delete cascade,
  kind text check (kind in ('adherent', 'sympathisant')), -- in sections
  role text not null default 'member' check (role in ('member', 'treasurer', 'bureau', 'secretary', 'referent', 'coopilote')),
  joined_at timestamptz not null default now(),
  primary key (space_id, member_id)
);
create index membership_member on membership (member_id, space_id);

-- The circles: for each person, the spaces whose content is theirs to see: those they belong to and those above them. Derived from membership by a
-- trigger, so that policies need one indexed look-up and never recurse.
create table circle (
  member_id bigint not null references member on delete cascade,
  space_id bigint not null references space on delete cascade,
  direct boolean not null,                     -- a membership of its own, not one inherited from below
  secretary boolean not null default false,    -- runs that section
  primary key (member_id, space_id)
);
create index circle_space on circle (space_id, member_id) where direct;

create function circle_rebuild(whose bigint) returns void language sql security definer set search_path = coopol, pg_temp as $$
  select from member where id = whose for no key update;  -- one who joins two spaces at once joins one after the other
  delete from circle where member_id = whose;
  with recursive up (space_id, parent_id, direct, secretary) as (
    select s.id, s.parent_id, true, m.role = 'secretary'
      from membership m join space s on s.id = m.space_id where m.member_id = whose
    union all
    select s.id, s.parent_id, false, false from up join space s on s.id = up.parent_id
  )
  insert into circle (member_id, space_id, direct, secretary)
    select whose, space_id, bool_or(direct), bool_or(secretary) from up group by space_id;
  update member set
    section_id = (select m.space_id from membership m join space s on s.id = m.space_id
                   where m.member_id = whose and s.kind = 'section' order by (m.role = 'secretary') desc, m.joined_at limit 1),
    is_secretary = exists (select from membership m join space s on s.id = m.space_id
                            where m.member_id = whose and s.kind = 'section' and m.role = 'secretary')
   where id = whose;
$$;

create function membership_changed() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if tg_op <> 'INSERT' then perform circle_rebuild(old.member_id); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.member_id <> old.member_id) then perform circle_rebuild(new.member_id); end if;
  return null;
end $$;
create trigger membership_circle after insert or update or delete on membership
  for each row execute function membership_changed();

-- Coopains: a bond is two rows, so that «mine» is one index.
create table bond (
  member_id bigint not null references member on delete cascade,
  coopain_id bigint not null references member on delete cascade,
  since timestamptz not null default now(),
  primary key (member_id, coopain_id),
  check (member_id <> coopain_id)
);
create table bond_request (
  from_id bigint not null references member on delete cascade,
  to_id bigint not null references member on delete cascade,
  asked_at timestamptz not null default now(),
  primary key (from_id, to_id),
  check (from_id <> to_id)
);
create index bond_request_to on bond_request (to_id, asked_at);

-- A04, P05: each version of the charter, and who accepted which when.
create table charter (
  id bigint generated always as identity primary key,
  body text not null,                          -- Markdown
  published_at timestamptz not null default now()
);
create table charter_acceptance (
  member_id bigint not null references member on delete cascade,
  charter_id bigint not null references charter,
  accepted_at timestamptz not null default now(),
  primary key (member_id, charter_id)
);

-- P04: every reach of a role into personal data, for the person concerned to read.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id bigint references member on delete set null,
  member_id bigint references member on delete cascade, -- the person concerned; null for a whole section
  space_id bigint references space on delete cascade,
  act text not null,
  detail text
);
create index audit_entry_member on audit_entry (member_id, at);
