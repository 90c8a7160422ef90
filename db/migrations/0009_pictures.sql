-- Pictures that people give, made small and plain (src/core/pictures) before they come here. Each stands in one place, and goes when it no longer does.

create table picture (
  id bigint generated always as identity primary key,
  content bytea not null check (length(content) between 1 and 600 * 1024),
  digest bytea not null generated always as (sha256(content)) stored,
  media_type text not null check (media_type in ('image/webp')),
  width integer not null check (width between 1 and 450),
  height integer not null check (height between 1 and 450),
  created_at timestamptz not null default now()
);
alter table picture alter column content set storage external; -- compressed already

create function picture_left() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  delete from picture where id = old.picture_id;
  return null;
end $$;

-- S02: the section's picture.
alter table section_profile add column picture_id bigint unique references picture;
create trigger section_profile_picture_replaced after update of picture_id on section_profile
  for each row when (old.picture_id is distinct from new.picture_id) execute function picture_left();
create trigger section_profile_picture_gone after delete on section_profile
  for each row when (old.picture_id is not null) execute function picture_left();
