-- Groups: open to every member for now; who belongs is membership like everywhere.
alter table group_profile enable row level security;
drop policy if exists group_profile_read on group_profile;
create policy group_profile_read on group_profile for select using ((select viewer_id()) is not null);

create or replace function group_create(name text, description text) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  made bigint;
begin
  if me is null then perform refuse('CP401'); end if;
  insert into space (kind, parent_id, name) select 'group', s.id, group_create.name from space s where s.kind = 'national' returning id into made;
  insert into group_profile (space_id, description, creator_id) values (made, group_create.description, me);
  insert into membership (space_id, member_id) values (made, me);
  return made;
end $$;
create or replace function group_join(which bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into membership (space_id, member_id) select s.id, viewer_id() from space s where s.id = which and s.kind = 'group' and viewer_id() is not null
  on conflict do nothing
$$;
create or replace function group_leave(which bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from membership m using space s where s.id = m.space_id and s.kind = 'group' and m.space_id = which and m.member_id = viewer_id()
$$;
-- How many belong; who they are is for insiders.
create or replace function group_size(which bigint) returns bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (select count(*) from membership m where m.space_id = which);
end $$;
