-- S08: how many members of each kind a section has, counted in the index alone.
create index membership_kind on membership (space_id, kind);
