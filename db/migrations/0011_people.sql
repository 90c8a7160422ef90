-- What people show and say of themselves (A10, A11), and the log of who looked (P04).

-- A10: the face.
alter table member add column picture_id bigint unique references picture;
create trigger member_picture_replaced after update of picture_id on member
  for each row when (old.picture_id is distinct from new.picture_id) execute function picture_left();
create trigger member_picture_gone after delete on member
  for each row when (old.picture_id is not null) execute function picture_left();

-- «Mes informations publiques»: seen by whoever sees the person. City and country stand in member.
create table member_profile (
  member_id bigint primary key references member on delete cascade,
  profession text check (length(profession) <= 200), hobbies text check (length(hobbies) <= 500),
  website text, facebook text, twitter text,
  birthday text check (birthday ~ '^[0-9]{2}-[0-9]{2}$')  -- month and day, when the person shows them; the year stays in member_contact
);
create table member_interest (
  member_id bigint not null references member on delete cascade,
  interest text not null check (interest in ('action-sociale', 'agriculture', 'amenagement', 'culture', 'defense', 'economie', 'education', 'emploi', 'environnement',
    'equipement', 'famille', 'finances', 'logement', 'numerique', 'patrimoine', 'proximite', 'recherche', 'europe-international', 'sante', 'securite', 'solidarite')),
  primary key (interest, member_id)
);
create index member_interest_member on member_interest (member_id);

-- «Mes engagements locaux», «Mes activités politiques»: for the person alone, never on the profile.
create table member_activity (
  member_id bigint not null references member on delete cascade,
  kind text not null check (kind in ('commitment', 'mandate', 'duty', 'mjs')),
  position integer not null check (position between 1 and 10),
  what text not null check (length(what) between 1 and 60),       -- one of the form's words
  detail text not null default '' check (length(detail) <= 200),  -- of a mandate, its domain; of a commitment, where
  primary key (member_id, kind, position)
);

-- What was done to a whole section's data, for each of its people to read.
create index audit_entry_space on audit_entry (space_id, at) where member_id is null;
