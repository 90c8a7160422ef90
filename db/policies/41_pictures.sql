-- A picture is seen by whoever sees what it belongs to: one policy for each place where pictures stand. Nobody writes here but the functions of those places.

alter table picture enable row level security;
drop policy if exists picture_of_section on picture;
create policy picture_of_section on picture for select using (exists (select from section_profile p where p.picture_id = picture.id));

-- S02: by the section's secretary; nothing happens for anybody else. The picture before leaves by a trigger.
create or replace function section_set_picture(section bigint, content bytea, media_type text, width integer, height integer) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with kept as (
    insert into picture (content, media_type, width, height)
    select section_set_picture.content, section_set_picture.media_type, section_set_picture.width, section_set_picture.height where runs_section(section)
    returning id)
  insert into section_profile (space_id, picture_id) select section, id from kept
  on conflict (space_id) do update set picture_id = excluded.picture_id
$$;
