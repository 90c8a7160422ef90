-- S08: a page of a section's members is read in order from an index, however large the section. That index is of the section that a person is known by
-- (member.section_id); the few who belong to a second one, of another movement, are marked there, and found by the mark.
create index member_of_section on member (section_id, last_name, first_name, id);
drop index member_section;

alter table membership add column besides boolean not null default false; -- of a section other than member.section_id; kept by circle_rebuild
update membership b set besides = true from member m, space s where m.id = b.member_id and s.id = b.space_id and s.kind = 'section' and m.section_id <> b.space_id;
create index membership_besides on membership (space_id, member_id) where besides;

create or replace function circle_rebuild(whose bigint) returns void language sql security definer set search_path = coopol, pg_temp as $$
  select from member where id = whose for no key update;  -- one who joins two spaces at once joins one after the other
  delete from circle where member_id = whose;
  with recursive up (space_id, parent_id, direct, secretary) as (
    select s.id, s.parent_id, true, m.role = 'secretary'
      from membership m join space s on s.id = m.space_id where m.member_id = whose
    union all
    select s.id, s.parent_id, false, false from up join space s on s.id = up.parent_id
  )
  insert into circle (member_id, space_id, direct, secretary)
    select whose, space_id, bool_or(direct), bool_or(secretary) from up group by space_id;
  update member set
    section_id = (select m.space_id from membership m join space s on s.id = m.space_id
                   where m.member_id = whose and s.kind = 'section' order by (m.role = 'secretary') desc, m.joined_at limit 1),
    is_secretary = exists (select from membership m join space s on s.id = m.space_id
                            where m.member_id = whose and s.kind = 'section' and m.role = 'secretary')
   where id = whose;
  update membership b set besides = not b.besides from member m, space s
   where b.member_id = whose and m.id = whose and s.id = b.space_id and b.besides <> (s.kind = 'section' and m.section_id <> b.space_id);
$$;
-- The mark alone changes nobody's circles.
drop trigger membership_circle on membership;
create trigger membership_circle after insert or delete or update of space_id, member_id, role on membership
  for each row execute function membership_changed();
