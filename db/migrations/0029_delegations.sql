-- X03: powers that a secretary hands to members of the bureau. Without `given_by` it waits for a secretary to confirm it: whoever gave it runs the section no more.
create table delegation (
  section_id bigint not null references space on delete cascade,
  member_id bigint not null references member on delete cascade,
  power text not null check (power in ('members', 'invitations', 'messages', 'events', 'figures')),
  given_by bigint references member on delete set null,
  given_at timestamptz not null default now(),
  primary key (section_id, member_id, power),
  foreign key (section_id, member_id) references membership (space_id, member_id) on delete cascade -- who leaves the section holds nothing there
);
create index delegation_member on delegation (member_id, power, section_id);
create index delegation_given_by on delegation (given_by);

-- What was done by such a power, in the same transaction as the act.
create table office_act (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  section_id bigint not null references space on delete cascade,
  member_id bigint references member on delete set null, -- who acted
  for_id bigint references member on delete set null,    -- the secretary in whose place
  power text not null,
  act text not null,
  about text                                             -- the event's title
);
create index office_act_section on office_act (section_id, at);
create index office_act_member on office_act (member_id);
create index office_act_for on office_act (for_id);

-- P04: a reach by such a power says in whose place, too.
alter table audit_entry add column for_id bigint references member on delete set null;
create index audit_entry_for on audit_entry (space_id, at) where for_id is not null;
