-- S12: how each section stood at the end of each week, counted from now on: what was not counted then cannot be known later. What happened (missions, doors) is
-- counted from the events themselves.
create table section_week (
  section_id bigint not null references space on delete cascade,
  monday date not null,                -- of the week that had just ended, in Paris
  members integer not null, active integer not null, -- those seen within the thirty days before
  known integer not null, joined integer not null,   -- people of the register, and those of them who have come in
  primary key (section_id, monday)
);
