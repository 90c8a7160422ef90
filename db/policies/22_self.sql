-- What people say of themselves (A10, A11): the public part goes with the person, the rest is theirs alone.

alter table member_profile enable row level security;
drop policy if exists member_profile_read on member_profile;
create policy member_profile_read on member_profile for select using (exists (select from member m where m.id = member_profile.member_id));
drop policy if exists member_profile_own on member_profile;
create policy member_profile_own on member_profile using (member_id = (select viewer_id()));

alter table member_interest enable row level security;
drop policy if exists member_interest_read on member_interest;
create policy member_interest_read on member_interest for select using (exists (select from member m where m.id = member_interest.member_id));
drop policy if exists member_interest_own on member_interest;
create policy member_interest_own on member_interest using (member_id = (select viewer_id()));

alter table member_activity enable row level security;
drop policy if exists member_activity_own on member_activity;
create policy member_activity_own on member_activity using (member_id = (select viewer_id()));

-- A10: a face is seen by whoever sees the person.
drop policy if exists picture_of_member on picture;
create policy picture_of_member on picture for select using (exists (select from member m where m.picture_id = picture.id));

-- One's own face; without content there is none any more. The picture before leaves by a trigger.
create or replace function set_my_picture(content bytea, media_type text, width integer, height integer) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with kept as (
    insert into picture (content, media_type, width, height)
    select set_my_picture.content, set_my_picture.media_type, set_my_picture.width, set_my_picture.height where viewer_id() is not null returning id)
  update member m set picture_id = kept.id from kept where m.id = viewer_id()
$$;
create or replace function remove_my_picture() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update member m set picture_id = null where m.id = viewer_id()
$$;
