-- S11: who runs a section, for lists of many sections: without it their members are read one by one, or everybody's membership at once.
create index membership_secretary on membership (space_id, member_id) where role = 'secretary';
