-- People: seen by their own choice (A09). A secretary is always public.

alter table circle enable row level security;
drop policy if exists circle_mine on circle;
create policy circle_mine on circle for select using (member_id = (select viewer_id()));

-- Who belongs where: one's own, those of one's spaces, and whoever holds an office.
alter table membership enable row level security;
drop policy if exists membership_read on membership;
create policy membership_read on membership for select using (
  member_id = (select viewer_id())
  or space_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.direct))
  or (role in ('secretary', 'referent', 'coopilote') and (select viewer_id()) is not null));

alter table bond enable row level security;
drop policy if exists bond_mine on bond;
create policy bond_mine on bond for select using (member_id = (select viewer_id()));
alter table bond_request enable row level security;
drop policy if exists bond_request_mine on bond_request;
create policy bond_request_mine on bond_request for select using (from_id = (select viewer_id()) or to_id = (select viewer_id()));

-- Who waits for an answer of the viewer's (S04). A function, so that each page's plan is spared one more look at `circle`.
create or replace function viewer_askers() returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query select r.member_id from office_sections('members') as mine (id) join section_request r on r.section_id = mine.id where r.answered_at is null;
end $$;

alter table member enable row level security;
drop policy if exists member_read on member;
create policy member_read on member for select using (
  id = (select viewer_id())
  or (not leaving and ( -- whoever has asked to leave is hidden from everybody (A12)
    ((visibility = 'everyone' or is_secretary) and (select viewer_id()) is not null)
    or (visibility = 'circle' and (
          id = any(array(select b.coopain_id from bond b where b.member_id = (select viewer_id())))
          or section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.direct))))
    or section_id = any(array(select office_sections('members')))
    -- Whoever asks to join a section shows themself to those who answer, as long as they wait (S04).
    or id = any(array(select viewer_askers())))));
drop policy if exists member_update on member;
create policy member_update on member for update using (id = (select viewer_id()));

alter table member_contact enable row level security;
drop policy if exists member_contact_own on member_contact;
create policy member_contact_own on member_contact using (member_id = (select viewer_id()));

alter table charter_acceptance enable row level security;
drop policy if exists charter_acceptance_own on charter_acceptance;
create policy charter_acceptance_own on charter_acceptance using (member_id = (select viewer_id()));

alter table audit_entry enable row level security;
drop policy if exists audit_entry_own on audit_entry;
create policy audit_entry_own on audit_entry for select using (member_id = (select viewer_id()));
drop policy if exists audit_entry_write on audit_entry;
create policy audit_entry_write on audit_entry for insert with check (actor_id = (select viewer_id()));

alter table session enable row level security;
drop policy if exists session_own on session;
create policy session_own on session for select using (member_id = (select viewer_id()));
drop policy if exists session_close on session;
create policy session_close on session for delete using (member_id = (select viewer_id()));

-- Rows of `account` are reached by functions alone (65_access.sql).
alter table account enable row level security;
