-- Was that guest there? Whoever the report or the code on the spot names; without a report, whoever had said yes (E10).
create or replace function event_came(guest event_guest) returns boolean language sql stable as $$
  select exists (select from event_attendance a where a.event_id = guest.event_id and a.member_id = guest.member_id)
      or (guest.answer = 'yes' and not exists (select from event_report r where r.event_id = guest.event_id))
$$;
revoke execute on function event_came(event_guest) from public;

-- The figures of a profile (B03). Callers join this to `member`, whose policy decides whether the profile is seen at all.
create or replace function member_counters(whose bigint)
  returns table (coopains bigint, groups bigint, missions bigint, meetings bigint, events_created bigint, groups_created bigint, recruited bigint, doors bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select (select count(*) from bond where member_id = whose),
         (select count(*) from membership m join space s on s.id = m.space_id where m.member_id = whose and s.kind = 'group'),
         (select count(*) from event_guest g join event e on e.id = g.event_id where g.member_id = whose and e.is_mission and e.state = 'published' and e.ends_at < now() and event_came(g)),
         (select count(*) from event_guest g join event e on e.id = g.event_id where g.member_id = whose and not e.is_mission and e.state = 'published' and e.ends_at < now() and event_came(g)),
         (select count(*) from event where creator_id = whose and state = 'published'),
         (select count(*) from group_profile where creator_id = whose),
         (select count(*) from member where recruited_by = whose),
         (select coalesce(sum(doors), 0) from event_attendance where member_id = whose);
end $$;

-- B02: what someone is, for whoever sees them: an office if they hold one, else how they belong to their section.
create or replace function member_status(whose bigint) returns text
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return coalesce((select case when b.role in ('secretary', 'referent', 'coopilote', 'treasurer', 'bureau') then b.role else b.kind end
                     from membership b join space s on s.id = b.space_id
                    where b.member_id = whose and s.kind <> 'group' and (b.kind is not null or b.role <> 'member')
                    order by array_position(array['secretary', 'referent', 'coopilote', 'treasurer', 'bureau'], b.role) limit 1), 'sympathisant');
end $$;

-- B01: the latest coopains of someone whom the viewer sees. Candidates to join with member, whose policy decides: each is seen by the circle that they chose themselves.
create or replace function coopains_of(whose bigint, most integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query
  select b.coopain_id from bond b where b.member_id = whose and viewer_id() is not null order by b.since desc, b.coopain_id limit most;
end $$;
