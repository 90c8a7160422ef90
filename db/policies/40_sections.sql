-- Spaces are known to every member; what a section keeps about people is its secretary's alone, and whom they hand it to (15_delegations.sql). The referent never reaches it.

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
  section_id = any(array(select office_sections('invitations'))));

-- Only the jobs reach it, as the secretary whose file it is.
alter table register_line enable row level security;
drop policy if exists register_line_secretary on register_line;
create policy register_line_secretary on register_line using (
  import_id = any(array(select i.id from register_import i where i.state = 'running')));

alter table register_import enable row level security;
drop policy if exists register_import_secretary on register_import;
create policy register_import_secretary on register_import using (
  section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));

-- The office sees the invitations of the section; whoever sent one to a secretary (the referent) sees that one.
alter table invitation enable row level security;
drop policy if exists invitation_secretary on invitation;
create policy invitation_secretary on invitation using (
  space_id = any(array(select office_sections('invitations'))) and role = 'member');
drop policy if exists invitation_referent on invitation;
create policy invitation_referent on invitation using (
  role = 'secretary' and space_id = any(array(
    select s.id from space s join membership m on m.space_id = s.parent_id
     where m.member_id = (select viewer_id()) and m.role = 'referent')));

alter table section_list enable row level security;
drop policy if exists section_list_secretary on section_list;
create policy section_list_secretary on section_list using (
  section_id = any(array(select office_sections('members'))));
-- Whoever writes to a list knows its name.
drop policy if exists section_list_messages on section_list;
create policy section_list_messages on section_list for select using (section_id = any(array(select office_sections('messages'))));
drop policy if exists section_list_manager on section_list;
create policy section_list_manager on section_list for select using (manager_id = (select viewer_id()));

alter table section_list_member enable row level security;
drop policy if exists section_list_member_secretary on section_list_member;
create policy section_list_member_secretary on section_list_member using (
  list_id = any(array(select l.id from section_list l where l.section_id = any(array(select office_sections('members'))))))
  with check (exists (select from section_list l join membership m on m.space_id = l.section_id
                       where l.id = list_id and m.member_id = section_list_member.member_id));

create or replace function runs_section(section bigint) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select exists (select from circle c where c.member_id = viewer_id() and c.space_id = section and c.secretary)
$$;

-- S01: how many people a section has, for every member. Never who.
create or replace function section_size(section bigint) returns bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (select count(*) from membership m where m.space_id = section and viewer_id() is not null);
end $$;

-- What a space plans, soonest first. Candidates to join with event, whose policy decides: under row level security the array index would not serve.
create or replace function space_events(space bigint, many integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query
  select e.id from event e where e.space_ids @> array[space] and e.state = 'published' and e.ends_at > now()
     and (e.series_id is null or series_next(e.series_id, e.starts_at, e.id, now()))
   order by e.starts_at limit many;
end $$;

-- What it did, latest first, further back than that event. Candidates likewise.
create or replace function space_past_events(space bigint, before bigint, many integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query
  select e.id from event e
   where e.space_ids @> array[space] and e.state = 'published' and e.ends_at <= now() and viewer_id() is not null
     and (before = 0 or (e.starts_at, e.id) < (select x.starts_at, x.id from event x where x.id = before and x.space_ids @> array[space]))
   order by e.starts_at desc, e.id desc limit many;
end $$;

-- A page of a section's people by name, after that one, whom the viewer may see: read in order from an index, so that it costs as much for 28 as for 2,800
-- (0042_members_in_order.sql). '' and 0 narrow nothing. As the viewer: the policies hold within. Planned once: its plan is the same for all, and planning costs more than running.
create or replace function section_page(section bigint, only_kind text, only_list bigint, words text, only_dues text, after bigint, many bigint) returns setof bigint
  language plpgsql stable rows 50 set search_path = coopol, public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare last text := ''; first text := ''; with_dues bigint[];
begin
  if after <> 0 then select m.last_name, m.first_name into last, first from member m where m.id = after; end if;
  if only_dues <> '' then -- X09 (62_dues.sql)
    with_dues := array(select b.member_id from membership b left join section_dues(section) d on d.member_id = b.member_id where b.space_id = section and dues_like(d.dues, only_dues));
  end if;
  return query
  select found.id from (
    (select m.id, m.last_name, m.first_name from member m
      where m.section_id = section and (m.last_name, m.first_name, m.id) > (last, first, after)
        and (only_kind = '' or exists (select from membership b where b.space_id = section and b.member_id = m.id and b.kind = only_kind))
        and (only_list = 0 or exists (select from section_list_member t where t.list_id = only_list and t.member_id = m.id))
        and (words = '' or position(fold(words) in m.name_key) > 0)
        and (only_dues = '' or m.id in (select unnest(with_dues)))
      order by m.last_name, m.first_name, m.id limit many)
    union all
    (select m.id, m.last_name, m.first_name from membership b join member m on m.id = b.member_id
      where b.space_id = section and b.besides and (m.last_name, m.first_name, m.id) > (last, first, after)
        and (only_kind = '' or b.kind = only_kind)
        and (only_list = 0 or exists (select from section_list_member t where t.list_id = only_list and t.member_id = m.id))
        and (words = '' or position(fold(words) in m.name_key) > 0)
        and (only_dues = '' or m.id in (select unnest(with_dues)))
      order by m.last_name, m.first_name, m.id limit many)) found
   order by found.last_name, found.first_name, found.id limit many;
end $$;

-- How many a section has, for its office: counted in an index, not past the policies one by one.
create or replace function section_census(section bigint, out everyone bigint, out adherents bigint, out sympathisants bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  select count(*), count(*) filter (where b.kind = 'adherent'), count(*) filter (where b.kind = 'sympathisant') into everyone, adherents, sympathisants
    from membership b where b.space_id = section and holds_office('members', section);
end $$;

-- S08: up to treasurer and bureau, no further, and never over another secretary: those are named by the referent's invitation alone. Answers how many changed.
create or replace function section_set_rank(section bigint, whom bigint[], rank text) returns bigint
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with wanted (role, kind) as (
    values (case when rank in ('treasurer', 'bureau') then rank else 'member' end, case when rank = 'sympathisant' then rank else 'adherent' end)),
  changed as (
    update membership m set role = w.role, kind = w.kind from wanted w
     where m.space_id = section and m.member_id = any(whom) and runs_section(section) and rank in ('sympathisant', 'adherent', 'bureau', 'treasurer')
       and m.role in ('member', 'treasurer', 'bureau') and (m.role, m.kind) is distinct from (w.role, w.kind)
    returning m.member_id),
  noted as (
    insert into audit_entry (actor_id, member_id, space_id, act, detail) select viewer_id(), member_id, section, 'section.rank', rank from changed)
  select count(*) from changed
$$;

-- The bureau is its secretary's to take apart, never a delegate's.
create or replace function section_remove(section bigint, whom bigint[]) returns bigint
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with gone as (
    delete from membership m where m.space_id = section and m.member_id = any(whom)
       and (runs_section(section) and m.role in ('treasurer', 'bureau') or holds_office('members', section) and m.role = 'member')
    returning m.member_id),
  unlisted as (
    delete from section_list_member t using gone, section_list l where t.member_id = gone.member_id and l.id = t.list_id and l.section_id = section),
  unmanaged as (
    update section_list l set manager_id = null from gone where l.section_id = section and l.manager_id = gone.member_id),
  noted as (
    insert into audit_entry (actor_id, member_id, space_id, act) select viewer_id(), member_id, section, 'section.remove' from gone)
  select count(*) from gone
$$;

-- S09: how many people a list or zone holds, for those who may use it; its manager never learns who. They get it to the nearest five, and 0 below: an exact
-- number, beside the section's list of members, would tell who has come into the zone.
create or replace function list_size(list bigint) returns bigint
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select case when bool_or(holds_office('members', l.section_id)) then count(*) when count(*) < 5 then 0 else round(count(*) / 5.0)::bigint * 5 end
    from section_list l join section_list_member t on t.list_id = l.id
   where l.id = list and (l.manager_id = viewer_id() or holds_office('members', l.section_id) or holds_office('messages', l.section_id))
$$;

-- An invitation's mail. Its key holds the number of the send: the same one asked for twice leaves once.
create or replace function send_invitation(invitation bigint, address text, send integer, batch text) returns void
  language plpgsql volatile set search_path = coopol, pg_temp as $$
begin
  perform enqueue_mail('sections.invitation', 'invitation:' || invitation || ':' || send, null, address, invitation,
                       jsonb_build_object('send', send, 'by', viewer_id()), batch);
end $$;

-- S06: people of the register who are in the section already, by address and name, are tied to their membership rather than invited. Accounts of people who
-- are not in the section are not looked at: nobody learns here who is on La Coopol.
create or replace function register_recognise(section bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update register_entry e set member_id = p.id, incomplete = null
    from membership m join account a on a.member_id = m.member_id join member p on p.id = m.member_id
   where e.section_id = section and e.member_id is null and (holds_office('invitations', section) or holds_office('members', section))
     and m.space_id = section and a.email = e.email and name_match(p.first_name, p.last_name) = e.name_key
$$;

-- What a value becomes when a file says it: nothing said, or the same as last time, leaves what the register has, be it corrected by hand.
create or replace function corrected(was anyelement, said_before anyelement, says anyelement) returns anyelement
  language sql immutable parallel safe as $$
  select case when says is null or says is not distinct from said_before then was else says end
$$;

-- Lines that have just been put down are unknown to the planner, which would take them for a few and walk through the register once for each.
create or replace function register_lines_counted() returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  analyze register_line;
end $$;
revoke execute on function register_lines_counted() from public;
grant execute on function register_lines_counted() to coopol_jobs;

-- Files that nobody came back to, refused lines after a week, and old reports; acts that can no longer be undone.
create or replace function purge_register_imports() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update register_import set refused = null where refused is not null and finished_at < now() - interval '7 days';
  delete from section_act where at < now() - interval '1 day';
  delete from mail_pace where paid_until < now() - interval '1 day';
  delete from register_import where created_at < now() - case when content is null then interval '30 days' else interval '1 day' end
$$;
revoke execute on function purge_register_imports() from public;
grant execute on function purge_register_imports() to coopol_jobs;
