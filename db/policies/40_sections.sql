-- Spaces are known to every member; what a section keeps about people is its secretary's alone. The referent never reaches it.

alter table space enable row level security;
drop policy if exists space_read on space;
create policy space_read on space for select using ((select viewer_id()) is not null);
drop policy if exists space_update on space;
create policy space_update on space for update using (
  id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));

alter table section_profile enable row level security;
drop policy if exists section_profile_read on section_profile;
create policy section_profile_read on section_profile for select using ((select viewer_id()) is not null);
drop policy if exists section_profile_write on section_profile;
create policy section_profile_write on section_profile using (
  space_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));

alter table register_entry enable row level security;
drop policy if exists register_entry_secretary on register_entry;
create policy register_entry_secretary on register_entry using (
  section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));

alter table register_import enable row level security;
drop policy if exists register_import_secretary on register_import;
create policy register_import_secretary on register_import using (
  section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));

-- The secretary sees the invitations of the section; whoever sent one to a secretary (the referent) sees that one.
alter table invitation enable row level security;
drop policy if exists invitation_secretary on invitation;
create policy invitation_secretary on invitation using (
  space_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)) and role = 'member');
drop policy if exists invitation_referent on invitation;
create policy invitation_referent on invitation using (
  role = 'secretary' and space_id = any(array(
    select s.id from space s join membership m on m.space_id = s.parent_id
     where m.member_id = (select viewer_id()) and m.role = 'referent')));

alter table section_list enable row level security;
drop policy if exists section_list_secretary on section_list;
create policy section_list_secretary on section_list using (
  section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));
drop policy if exists section_list_manager on section_list;
create policy section_list_manager on section_list for select using (manager_id = (select viewer_id()));

alter table section_list_member enable row level security;
drop policy if exists section_list_member_secretary on section_list_member;
create policy section_list_member_secretary on section_list_member using (
  list_id = any(array(select l.id from section_list l join circle c on c.space_id = l.section_id
                       where c.member_id = (select viewer_id()) and c.secretary)));
