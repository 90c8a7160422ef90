-- «Tous les événements» (E09): those of everybody, by date for the list and by place for the map. Those of the viewer's own spaces are few, and found by them.
create index event_public_start on event (starts_at, id) where state = 'published' and is_public;
create index event_public_point on event using gist ((spot::public.geometry)) where state = 'published' and is_public and spot is not null;
