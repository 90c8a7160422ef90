-- X03: what a secretary hands to members of the bureau. Policies and functions about an office's tables ask office_sections() or holds_office(), never for the
-- secretary alone, unless the thing is never handed on: configuration, roles, files in and out, delegation itself.

-- Those in force: their holder is of the bureau, and whoever gave them runs the section and stays. Looked at by functions alone.
create or replace view delegation_held as
  select d.section_id, d.member_id, d.power, d.given_by
    from delegation d
    join membership b on b.space_id = d.section_id and b.member_id = d.member_id and b.role in ('bureau', 'treasurer')
    join membership g on g.space_id = d.section_id and g.member_id = d.given_by and g.role = 'secretary'
    join member s on s.id = d.given_by and s.leaves_at is null;

-- The sections in which the viewer may do what `power` names: those they run, and those whose secretary handed it to them. In a policy:
--   section_id = any(array(select office_sections('members')))
create or replace function office_sections(power text) returns setof bigint
  language plpgsql stable parallel safe security definer set search_path = coopol, pg_temp as $$
begin
  return query select c.space_id from circle c where c.member_id = viewer_id() and c.secretary;
  -- Most people hold nothing: one look into an index says so, and spares them the rest, at each statement of each page.
  if exists (select from delegation d where d.member_id = viewer_id() and d.power = office_sections.power) then
    return query select h.section_id from delegation_held h where h.member_id = viewer_id() and h.power = office_sections.power;
  end if;
end $$;

-- The same of one section; 'any' is any power at all.
create or replace function office_held(viewer bigint, power text, section bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from circle c where c.member_id = viewer and c.space_id = section and c.secretary)
      or exists (select from delegation_held h where h.member_id = viewer and h.section_id = section and office_held.power in (h.power, 'any'));
end $$;
create or replace function holds_office(power text, section bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return office_held(viewer_id(), holds_office.power, section);
end $$;
revoke execute on function office_held(bigint, text, bigint) from public;

-- For the tabs of the office: 'secretary', or the powers held.
create or replace function viewer_powers(section bigint) returns text[]
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if exists (select from circle c where c.member_id = viewer_id() and c.space_id = section and c.secretary) then return array['secretary']; end if;
  return array(select h.power from delegation_held h where h.member_id = viewer_id() and h.section_id = section order by h.power);
end $$;

alter table delegation enable row level security;
drop policy if exists delegation_secretary on delegation;
create policy delegation_secretary on delegation for select using (
  section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));
drop policy if exists delegation_own on delegation;
create policy delegation_own on delegation for select using (member_id = (select viewer_id()));
alter table office_act enable row level security;  -- written and read by functions alone

-- What `whom` holds from now on, by the hand of the section's secretary: exactly `powers`. What another secretary gave stays theirs. False when the person is
-- not of the bureau any more.
create or replace function section_delegate(section bigint, whom bigint, powers text[]) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me constant bigint := viewer_id();
begin
  if not runs_section(section) then perform refuse('CP403'); end if;
  perform from membership b join member m on m.id = b.member_id
    where b.space_id = section and b.member_id = whom and b.role in ('bureau', 'treasurer') and m.leaves_at is null for update of b;
  if not found and cardinality(powers) > 0 then return false; end if;
  delete from delegation d where d.section_id = section and d.member_id = whom and d.power <> all(powers);
  insert into delegation as d (section_id, member_id, power, given_by) select section, whom, p, me from unnest(powers) as p
    on conflict (section_id, member_id, power) do update set given_by = me, given_at = now() where d.given_by is null;
  insert into audit_entry (actor_id, member_id, space_id, act, detail)
    select me, m.id, section, 'section.delegation', array_to_string(powers, ',') from member m where m.id = whom
     and exists (select from membership b where b.space_id = section and b.member_id = whom);
  return true;
end $$;

-- Who leaves the bureau, or La Coopol, holds nothing; what a secretary gave ends with their office, until another confirms it.
create or replace function delegation_role_lost() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  if old.role = 'secretary' and (tg_op = 'DELETE' or new.role <> 'secretary') then
    update delegation set given_by = null where section_id = old.space_id and given_by = old.member_id;
  elsif tg_op = 'UPDATE' and new.role not in ('bureau', 'treasurer') then
    delete from delegation where section_id = old.space_id and member_id = old.member_id;
  end if;
  return null;
end $$;
create or replace trigger membership_delegation after update of role or delete on membership
  for each row when (old.role in ('secretary', 'bureau', 'treasurer')) execute function delegation_role_lost();
create or replace function delegation_member_leaves() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  delete from delegation where member_id = new.id;
  update delegation set given_by = null where given_by = new.id;
  return null;
end $$;
create or replace trigger member_delegation after update of leaves_at on member
  for each row when (new.leaves_at is not null) execute function delegation_member_leaves();

-- The person is told, whatever the reason; once for all that changed together.
create or replace function delegation_told() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
declare
  one delegation := case when tg_op = 'DELETE' then old else new end;
begin
  perform enqueue_mail('sections.delegation', format('delegation in %s of %s, %s', one.section_id, one.member_id, pg_current_xact_id()), m.id, null, one.section_id, '{}', null)
    from member m where m.id = one.member_id and m.leaves_at is null;
  return null;
end $$;
create or replace trigger delegation_told after insert or delete or update of given_by on delegation for each row execute function delegation_told();

-- Called by the server with each write of an office's route or an organiser's: notes it when it is a delegate's. The secretary's own acts, and what somebody
-- does to an event that they made, are theirs. Null, or the line's id.
create or replace function office_act_note(need text, subject bigint, act text) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me constant bigint := viewer_id();
  section bigint;
  title text;
  noted bigint;
begin
  if need = 'organiser' then
    if exists (select from event e where e.id = subject and (e.creator_id = me
         or e.space_ids && array(select c.space_id from circle c where c.member_id = me and c.secretary))) then return null; end if;
    select h.section_id, e.title into section, title from event e join delegation_held h on h.section_id = any(e.space_ids) and h.member_id = me and h.power = 'events'
     where e.id = subject order by h.section_id limit 1;
  else
    if exists (select from circle c where c.member_id = me and c.space_id = subject and c.secretary) then return null; end if;
    section := subject;
  end if;
  insert into office_act (section_id, member_id, for_id, power, act, about)
    select section, me, h.given_by, h.power, office_act_note.act, title from delegation_held h
     where h.section_id = section and h.member_id = me and h.power = case need when 'organiser' then 'events' else substr(need, 8) end
    returning id into noted;
  return noted;
end $$;
-- Nothing was done after all: the form came back with its errors.
create or replace function office_act_undone(which bigint, actor bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from office_act where id = which and member_id = actor and at > now() - interval '5 minutes'
$$;

-- P04: a reach by a power says in whose place.
create or replace function audit_entry_acting() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
declare
  fits constant text := case when new.act in ('section.register', 'section.entry') then 'invitations' when new.act like 'letter.%' then 'messages' else 'members' end;
begin
  if not exists (select from membership m where m.space_id = new.space_id and m.member_id = new.actor_id and m.role = 'secretary') then
    select h.given_by into new.for_id from delegation_held h where h.section_id = new.space_id and h.member_id = new.actor_id
     order by h.power = fits desc, h.power limit 1;
  end if;
  return new;
end $$;
create or replace trigger audit_entry_acting before insert on audit_entry for each row when (new.space_id is not null) execute function audit_entry_acting();

-- What the delegates of a section did, latest first, for its secretary: their acts, and their reaches into people's data. Whom it is about is named as
-- long as they are of the section.
create or replace function section_office_log(section bigint, before timestamptz, many integer)
  returns table (at timestamptz, who_id bigint, who text, for_whom text, act text, about text)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  if not runs_section(section) then return; end if;
  return query
  with done as (
    (select a.at, a.member_id as actor, a.for_id, a.act, a.about, null::bigint as whom from office_act a
      where a.section_id = section and a.at < before order by a.at desc limit many)
    union all
    (select e.at, e.actor_id, e.for_id, e.act, null, e.member_id from audit_entry e
      where e.space_id = section and e.for_id is not null and e.act like 'section.%' and e.at < before order by e.at desc limit many))
  select d.at, m.id, m.first_name || ' ' || m.last_name, f.first_name || ' ' || f.last_name, d.act, coalesce(d.about, p.first_name || ' ' || p.last_name)
    from done d left join member m on m.id = d.actor left join member f on f.id = d.for_id
    left join membership b on b.space_id = section and b.member_id = d.whom left join member p on p.id = b.member_id and p.leaves_at is null
   order by d.at desc limit many;
end $$;
