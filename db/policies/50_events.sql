-- Events are public (to members), or their spaces' own, or for those invited. Drafts are their maker's.

create or replace function event_visible(viewer bigint, which bigint) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select exists (select from event e where e.id = which and viewer is not null and (
    e.creator_id = viewer
    or (e.state <> 'draft' and (e.is_public
         or e.space_ids && array(select c.space_id from circle c where c.member_id = viewer)
         or exists (select from event_guest g where g.event_id = e.id and g.member_id = viewer)))))
$$;

-- The events the viewer was invited to, answered or not. A function, since the policy of event_guest looks at event and must not be looked at by it.
create or replace function viewer_invitations() returns setof bigint
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select g.event_id from event_guest g where g.member_id = viewer_id()
$$;

alter table event enable row level security;
drop policy if exists event_read on event;
create policy event_read on event for select using (
  creator_id = (select viewer_id())
  or (state <> 'draft' and (
        (is_public and (select viewer_id()) is not null)
        or space_ids && array(select c.space_id from circle c where c.member_id = (select viewer_id()))
        or id = any(array(select viewer_invitations())))));
drop policy if exists event_create on event;
create policy event_create on event for insert with check (
  creator_id = (select viewer_id())
  and space_ids <@ array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.direct));
drop policy if exists event_change on event;
create policy event_change on event for update using (
  creator_id = (select viewer_id())
  or (state <> 'draft' and space_ids && array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));
drop policy if exists event_discard on event;
create policy event_discard on event for delete using (creator_id = (select viewer_id()) and state = 'draft');

-- One's own invitation; for whoever sees the event, those who come; for the organiser, everyone invited.
alter table event_guest enable row level security;
drop policy if exists event_guest_read on event_guest;
create policy event_guest_read on event_guest for select using (
  member_id = (select viewer_id())
  or exists (select from event e where e.id = event_id and (
       answer in ('yes', 'maybe')
       or e.creator_id = (select viewer_id())
       or e.space_ids && array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary))));
-- One answers for oneself alone. Others are invited through event_invite().
drop policy if exists event_guest_join on event_guest;
create policy event_guest_join on event_guest for insert with check (
  member_id = (select viewer_id()) and invited_by is null and exists (select from event e where e.id = event_id and e.state <> 'draft'));
drop policy if exists event_guest_answer on event_guest;
create policy event_guest_answer on event_guest for update using (member_id = (select viewer_id()));

alter table event_comment enable row level security;
drop policy if exists event_comment_read on event_comment;
create policy event_comment_read on event_comment for select using (exists (select from event e where e.id = event_id));
drop policy if exists event_comment_write on event_comment;
create policy event_comment_write on event_comment for insert with check (
  author_id = (select viewer_id()) and exists (select from event e where e.id = event_id and e.state <> 'draft'));
drop policy if exists event_comment_remove on event_comment;
create policy event_comment_remove on event_comment for delete using (author_id = (select viewer_id()));

alter table event_report enable row level security;
drop policy if exists event_report_read on event_report;
create policy event_report_read on event_report for select using (exists (select from event e where e.id = event_id));
drop policy if exists event_report_write on event_report;
create policy event_report_write on event_report using (
  exists (select from event e where e.id = event_id and (e.creator_id = (select viewer_id())
    or e.space_ids && array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary))));

alter table event_attendance enable row level security;
drop policy if exists event_attendance_read on event_attendance;
create policy event_attendance_read on event_attendance for select using (
  member_id = (select viewer_id()) or exists (select from event e where e.id = event_id));
drop policy if exists event_attendance_write on event_attendance;
create policy event_attendance_write on event_attendance using (
  exists (select from event e where e.id = event_id and (e.creator_id = (select viewer_id())
    or e.space_ids && array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary))));
