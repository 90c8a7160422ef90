-- The figures of a profile (B03). Callers join this to `member`, whose policy decides whether the profile is seen at all.
create or replace function member_counters(whose bigint)
  returns table (coopains bigint, groups bigint, missions bigint, meetings bigint, events_created bigint, groups_created bigint, recruited bigint, doors bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select (select count(*) from bond where member_id = whose),
         (select count(*) from membership m join space s on s.id = m.space_id where m.member_id = whose and s.kind = 'group'),
         (select count(*) from event_guest g join event e on e.id = g.event_id where g.member_id = whose and g.answer = 'yes' and e.is_mission and e.state = 'published' and e.ends_at < now()),
         (select count(*) from event_guest g join event e on e.id = g.event_id where g.member_id = whose and g.answer = 'yes' and not e.is_mission and e.state = 'published' and e.ends_at < now()),
         (select count(*) from event where creator_id = whose and state = 'published'),
         (select count(*) from group_profile where creator_id = whose),
         (select count(*) from member where recruited_by = whose),
         (select coalesce(sum(doors), 0) from event_attendance where member_id = whose)
$$;
