-- P04: whoever reaches into people's data by their role leaves a line that those people can read.

-- Into a whole section's: for each who does it, once an hour.
create or replace function note_reach(section bigint, act text) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into audit_entry (actor_id, space_id, act) select viewer_id(), section, note_reach.act
   where holds_office('any', section) and not exists (
     select from audit_entry a where a.space_id = section and a.member_id is null and a.actor_id = viewer_id() and a.act = note_reach.act and a.at > now() - interval '1 hour')
$$;

-- Into one line of the register, once it is somebody's who has come in.
create or replace function note_entry(section bigint, entry bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into audit_entry (actor_id, member_id, space_id, act)
  select viewer_id(), e.member_id, section, 'section.entry' from register_entry e
   where e.id = entry and e.section_id = section and e.member_id is not null and holds_office('invitations', section)
$$;

-- The coordinates of a member of the section, to its secretary or whom they handed its members, who cannot have them without the line being written. No row for anybody else.
create or replace function member_coordinates(section bigint, whom bigint)
  returns table (first_name text, last_name text, picture_id bigint, email text, phone text, address text, complement text, postcode text, city text, country text)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  if not holds_office('members', section) or not exists (select from membership b join member m on m.id = b.member_id where b.space_id = section and b.member_id = whom and m.leaves_at is null) then return; end if;
  insert into audit_entry (actor_id, member_id, space_id, act) values (viewer_id(), whom, section, 'section.coordinates');
  return query
    select m.first_name, m.last_name, m.picture_id, a.email, coalesce(c.phone, ''), coalesce(c.address, ''), coalesce(c.complement, ''), coalesce(c.postcode, ''),
           coalesce(m.city, ''), m.country
      from member m left join account a on a.member_id = m.id left join member_contact c on c.member_id = m.id where m.id = whom;
end $$;

-- Who reached into the viewer's data, latest first, by name whatever circle they chose. What was done to a whole section counts from the day when the person
-- came into it, or into its register.
drop function if exists my_reaches(bigint, bigint);
create function my_reaches(before bigint, many bigint)
  returns table (id bigint, at timestamptz, who_id bigint, who text, for_whom text, act text, detail text, space text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  with seen as (
    (select a.* from audit_entry a where a.member_id = viewer_id() and (before = 0 or a.id < before) order by a.id desc limit many)
    union all
    (select a.* from audit_entry a
       join (select b.space_id, least(b.joined_at, (select min(e.created_at) from register_entry e where e.member_id = b.member_id and e.section_id = b.space_id)) as since
               from membership b where b.member_id = viewer_id()) mine on mine.space_id = a.space_id and a.at >= mine.since
      where a.member_id is null and (before = 0 or a.id < before) order by a.id desc limit many))
  select s.id, s.at, m.id, m.first_name || ' ' || m.last_name, f.first_name || ' ' || f.last_name, s.act, coalesce(s.detail, ''), coalesce(p.name, '')
    from seen s left join member m on m.id = s.actor_id left join member f on f.id = s.for_id left join space p on p.id = s.space_id
   where s.actor_id is distinct from viewer_id() order by s.id desc limit many
$$;
