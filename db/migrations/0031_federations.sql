-- S11: other movements beside the party («MJS»), each with federations and sections of its own; and what the referent's office looks up.

-- A movement stands under the country, as the party's federations do: what the country plans is also theirs.
alter table space drop constraint space_kind_check;
alter table space add constraint space_kind_check check (kind in ('national', 'movement', 'federation', 'section', 'group'));
drop index space_federation;
create unique index space_federation on space (parent_id, department) where kind = 'federation';
create unique index space_movement on space (name_key) where kind = 'movement';

-- Sections by their town, as people type it: like space.search_key.
alter table section_profile add column city_key text generated always as (' ' || place_key(city)) stored;
create index section_profile_postcode on section_profile (postcode);

-- Whom an address was invited by, for whoever helps with the way in; and how often a referent has helped lately.
create index invitation_email on invitation (email);
create index audit_entry_help on audit_entry (actor_id, at) where act = 'federation.help';
