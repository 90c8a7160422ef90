-- S11: what a referent may do in a federation, and learn of it: figures, never people. Every function asks first whether the viewer is its referent.

create or replace function runs_federation(federation bigint) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select exists (select from membership m join space f on f.id = m.space_id
                  where m.space_id = federation and m.member_id = viewer_id() and m.role = 'referent' and f.kind = 'federation')
$$;

-- Those whose referent the viewer is: they organise what these federations organise with others (64_event_hosts.sql).
create or replace function referent_spaces() returns setof bigint
  language plpgsql stable parallel safe security definer set search_path = coopol, pg_temp as $$
begin
  return query select m.space_id from membership m where m.member_id = viewer_id() and m.role = 'referent';
end $$;

-- S03: the referent opens a section of the federation. Null for anybody else. Asked twice by a double click, it is one section.
create or replace function section_open(federation bigint, name text, postcode text, city text) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  opened bigint;
begin
  if not runs_federation(federation) then return null; end if;
  perform from space f where f.id = federation for update;
  select s.id into opened from space s where s.parent_id = federation and s.kind = 'section' and s.activated_at is null and s.name_key = fold(section_open.name);
  if found then return opened; end if;
  insert into space (kind, parent_id, name) values ('section', federation, section_open.name) returning id into opened;
  insert into section_profile (space_id, postcode, city) values (opened, nullif(section_open.postcode, ''), nullif(section_open.city, ''));
  insert into audit_entry (actor_id, space_id, act) values (viewer_id(), opened, 'federation.open');
  return opened;
end $$;

-- The lines of a file, all or nothing. A name that the federation has already is that section: what its office has not filled in yet is filled in, nothing
-- else changes. An address stands for a secretary to invite, where there is none and nobody has been invited; '' for none. Mails leave at the pace of batches.
create or replace function sections_open(federation bigint, names text[], postcodes text[], cities text[], first_names text[], last_names text[], emails text[])
  returns table (opened bigint, invited bigint)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  batch constant text := format('federation.%s.%s', federation, gen_random_uuid());
begin
  if not runs_federation(federation) then perform refuse('CP403'); end if;
  perform from space f where f.id = federation for update;
  with made as (
    insert into space (kind, parent_id, name)
    select 'section', federation, l.name from unnest(names) with ordinality l (name, place)
     where not exists (select from space s where s.parent_id = federation and s.kind = 'section' and s.name_key = fold(l.name)) order by l.place
    returning id),
  profiles as (insert into section_profile (space_id) select id from made),
  noted as (insert into audit_entry (actor_id, space_id, act, detail) select viewer_id(), made.id, 'federation.open', 'file' from made)
  select count(*) into opened from made;
  update section_profile p set postcode = coalesce(p.postcode, nullif(l.postcode, '')), city = coalesce(p.city, nullif(l.city, ''))
    from unnest(names, postcodes, cities) l (name, postcode, city) join space s on s.parent_id = federation and s.kind = 'section' and s.name_key = fold(l.name)
   where p.space_id = s.id and s.activated_at is null and ((p.postcode is null and l.postcode <> '') or (p.city is null and l.city <> ''));
  with made as (
    insert into invitation (space_id, role, first_name, last_name, email, invited_by)
    select s.id, 'secretary', l.first_name, l.last_name, l.email, viewer_id()
      from unnest(names, first_names, last_names, emails) with ordinality l (name, first_name, last_name, email, place)
      join space s on s.parent_id = federation and s.kind = 'section' and s.name_key = fold(l.name)
     where l.email <> '' and not exists (select from membership b where b.space_id = s.id and b.role = 'secretary')
       and not exists (select from invitation i where i.space_id = s.id and i.role = 'secretary' and i.accepted_at is null) order by l.place
    on conflict do nothing returning id, email, sends),
  mailed as (
    select send_invitation(m.id, m.email, m.sends, batch) from made m)
  select count(*) into invited from mailed;
  return next;
end $$;

-- Who leaves the office stays in the section, as any member; what the office opened is closed to them from the next request on. False when there was nothing to end.
create or replace function secretary_end(section bigint, whom bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not exists (select from space s where s.id = section and s.kind = 'section' and runs_federation(s.parent_id)) then return false; end if;
  update membership m set role = 'member' where m.space_id = section and m.member_id = whom and m.role = 'secretary';
  if not found then return false; end if;
  insert into audit_entry (actor_id, member_id, space_id, act) values (viewer_id(), whom, section, 'federation.secretary');
  perform enqueue_mail('federations.secretary_ended', format('secretary of %s ended %s %s', section, whom, clock_timestamp()), whom, null, section, '{}', null);
  perform pg_notify('live', 'member ' || whom);
  return true;
end $$;

-- How each section is doing. Figures of fewer than five people are null, and the rate is in tens: none can be led back to one person.
create or replace function federation_figures(federation bigint)
  returns table (id bigint, members bigint, has_register boolean, rate integer, active bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  few constant integer := 5;
  lately constant interval := interval '30 days';
begin
  if not runs_federation(federation) then return; end if;
  return query
    select s.id, case when b.many >= few then b.many end, coalesce(r.known, 0) > 0,
           case when least(r.joined, r.known) >= few then (round(10.0 * r.joined / r.known) * 10)::integer end,
           case when b.active >= few then b.active end
      from space s
      cross join lateral (select count(*) as many, count(*) filter (where m.last_seen_at > now() - lately) as active
                            from membership o join member m on m.id = o.member_id where o.space_id = s.id and m.leaves_at is null) b
      cross join lateral (select count(*) as known, count(*) filter (where e.member_id is not null) as joined from register_entry e where e.section_id = s.id) r
     where s.parent_id = federation and s.kind = 'section';
end $$;

-- Help with the way in, by the exact address that the person gave. Somebody who is in no section of the federation, and was invited into none, answers like
-- nobody: states nobody, invited, account. `wanted`: look; again, their invitation once more; reset, a mail to choose a password, to their own address; these answer
-- sent, soon (the last one is too fresh), no_sender (no secretary is there to sign it). busy: too many for an hour. Each use is written down, for the person to read.
create or replace function federation_help(federation bigint, address text, wanted text)
  returns table (state text, at timestamptz, sends integer, refused_at timestamptz)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_variable
declare
  most constant integer := 30;  -- an hour
  fresh constant interval := interval '10 minutes';
  me bigint := viewer_id();
  who bigint;
  inside boolean;
  letter invitation;
  sender bigint;
begin
  if not runs_federation(federation) then perform refuse('CP403'); end if;
  perform pg_advisory_xact_lock(hashtextextended('federation.help ' || me, 0));
  if (select count(*) from audit_entry a where a.actor_id = me and a.act = 'federation.help' and a.at > now() - interval '1 hour') >= most then
    return query select 'busy', null::timestamptz, null::integer, null::timestamptz;
    return;
  end if;
  select a.member_id into who from account a join member m on m.id = a.member_id
   where a.email = address and m.leaves_at is null
     and exists (select from membership b join space s on s.id = b.space_id where b.member_id = m.id and (s.id = federation or (s.parent_id = federation and s.kind = 'section')));
  inside := who is not null;
  if not inside then
    select i.* into letter from invitation i join space s on s.id = i.space_id
     where i.email = address and i.accepted_at is null and i.role in ('member', 'secretary') and s.parent_id = federation and s.kind = 'section' order by i.last_sent_at desc limit 1;
  end if;
  -- A line about nobody is nobody's to read.
  insert into audit_entry (actor_id, member_id, space_id, act, detail) values (me, who, case when inside then federation end, 'federation.help', wanted);
  if not inside and letter.id is null then
    state := 'nobody';
  elsif wanted = 'reset' and inside then
    perform enqueue_mail('access.reset', format('access.reset help %s %s', who, floor(extract(epoch from now()) / extract(epoch from fresh))), null, address, null, '{}', null);
    state := 'sent';
  elsif wanted = 'again' and not inside then
    -- Signed by whoever may invite: the referent a secretary, a secretary of the section its members.
    sender := case letter.role when 'secretary' then me else
      (select b.member_id from membership b where b.space_id = letter.space_id and b.role = 'secretary' order by b.member_id = letter.invited_by desc, b.joined_at limit 1) end;
    if sender is null then
      state := 'no_sender';
    elsif letter.last_sent_at > now() - fresh then
      state := 'soon';
    else
      update invitation i set sends = i.sends + 1, last_sent_at = now(), refused = null where i.id = letter.id;
      perform enqueue_mail('sections.invitation', 'invitation:' || letter.id || ':' || letter.sends + 1, null, letter.email, letter.id,
                           jsonb_build_object('send', letter.sends + 1, 'by', sender), null);
      state := 'sent';
    end if;
  else
    state := case when inside then 'account' else 'invited' end;
  end if;
  return query select state, letter.last_sent_at, letter.sends,
    case when state <> 'nobody' then (select max(m.finished_at) from mail m where m.state = 'failed' and (m.member_id = who or m.address = federation_help.address)) end;
end $$;

-- Counts of federations. One change after the other, so that none is lost between two.
alter table federation_count enable row level security;
drop policy if exists federation_count_read on federation_count;
create policy federation_count_read on federation_count for select using ((select viewer_id()) is not null);

create or replace function federation_recount(which bigint[]) returns void
  language plpgsql volatile security definer set search_path = coopol, public, pg_temp as $$
begin
  perform from space f where f.id = any(which) and f.kind = 'federation' order by f.id for no key update;
  insert into federation_count as c (space_id, sections, closed, latitude, longitude)
  select f.id, count(s.id), count(s.id) filter (where s.activated_at is null), avg(st_y(p.spot::geometry)), avg(st_x(p.spot::geometry))
    from space f left join space s on s.parent_id = f.id and s.kind = 'section' left join section_profile p on p.space_id = s.id
   where f.id = any(which) and f.kind = 'federation' group by f.id
  on conflict (space_id) do update set (sections, closed, latitude, longitude) = (excluded.sections, excluded.closed, excluded.latitude, excluded.longitude)
    where (c.sections, c.closed, c.latitude, c.longitude) is distinct from (excluded.sections, excluded.closed, excluded.latitude, excluded.longitude);
end $$;
revoke execute on function federation_recount(bigint[]) from public;

create or replace function sections_changed() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform federation_recount(array(select distinct c.parent_id from changed c where c.kind = 'section'));
  return null;
end $$;
create or replace function section_places_changed() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  perform federation_recount(array(select distinct s.parent_id from changed c join space s on s.id = c.space_id));
  return null;
end $$;
create or replace trigger space_counted_in after insert on space referencing new table as changed for each statement execute function sections_changed();
create or replace trigger space_counted_anew after update on space referencing new table as changed for each statement execute function sections_changed();
create or replace trigger space_counted_out after delete on space referencing old table as changed for each statement execute function sections_changed();
create or replace trigger section_profile_counted_in after insert on section_profile referencing new table as changed for each statement execute function section_places_changed();
create or replace trigger section_profile_counted_anew after update on section_profile referencing new table as changed for each statement execute function section_places_changed();

-- «Tout le PS»: sections of one tree by their name, their town or its postcode, or the number of their département. Candidates to join with space.
create or replace function party_sections(tree bigint, words text, most integer) returns setof bigint
  language plpgsql stable rows 20 security definer set search_path = coopol, public, pg_temp as $$
declare
  parts text[] := search_parts(words);
begin
  if viewer_id() is null or cardinality(parts) = 0 then return; end if;
  if words ~ '^[0-9]{5}$' then
    return query
      select p.space_id from section_profile p join space s on s.id = p.space_id join space f on f.id = s.parent_id
       where f.parent_id = tree and (p.postcode = words or p.city_key = any(array(
         select ' ' || place_key(c.name) from commune_postcode o join commune c on c.code = o.commune_code where o.postcode = words)) and f.department = any(array(
         select c.department from commune_postcode o join commune c on c.code = o.commune_code where o.postcode = words)))
       order by p.postcode = words desc, s.name limit most;
    return;
  end if;
  return query execute 'select s.id from (
      select x.id from space x where x.kind = ''section'' and ' || search_condition('x.search_key', parts) || '
      union select p.space_id from section_profile p where ' || search_condition('p.city_key', parts) || '
      union select y.id from space d join space y on y.parent_id = d.id where d.kind = ''federation'' and d.department = upper($3)) m
    join space s on s.id = m.id join space f on f.id = s.parent_id where f.parent_id = $1 order by s.name limit $2' using tree, most, words;
end $$;
