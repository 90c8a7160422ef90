-- E11: those who come to an event may talk among themselves; it is begun by one of them.
alter table event add column thread_id bigint references thread on delete set null;
