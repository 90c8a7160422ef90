-- A02: who may come in where. Coopilotes set it for the country and for each federation; whoever waits there is told once it is open.

-- What «Ouverture» shows: the country first. `phase` is the space's own; none: that of the country. Those whose postcode we do not know wait with the country.
create or replace function openings() returns table (id bigint, name text, department text, phase text, set_at timestamptz, waiting bigint, told bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if refusal(viewer_id(), 'coopilote', null) is not null then perform refuse('CP403'); end if;
  return query
    select s.id, s.name, s.department, p.phase, p.set_at, coalesce(w.waiting, 0), coalesce(w.told, 0)
      from space s left join phase p on p.space_id = s.id
           left join space above on above.id = s.parent_id
           left join (select r.federation_id, count(*) filter (where r.told_at is null) as waiting, count(*) filter (where r.told_at is not null) as told
                        from preregistration r where r.confirmed_at is not null group by 1) w
             on w.federation_id is not distinct from case s.kind when 'federation' then s.id end
     where s.kind in ('national', 'federation') and above.kind is distinct from 'movement' order by s.kind desc, s.department;
end $$;

-- For these spaces; null gives a federation back to the country's phase. How many changed. A job tells those for whom it means that they may come in.
create or replace function set_phase(spaces bigint[], new_phase text) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  changed bigint;
begin
  if refusal(viewer_id(), 'coopilote', null) is not null then perform refuse('CP403'); end if;
  with meant as (
    select s.id from space s left join phase p on p.space_id = s.id
     where s.id = any(spaces) and (s.kind = 'federation' or (s.kind = 'national' and new_phase is not null)) and p.phase is distinct from new_phase),
  back as (delete from phase p using meant m where p.space_id = m.id and new_phase is null),
  put as (
    insert into phase (space_id, phase) select m.id, new_phase from meant m where new_phase is not null
    on conflict (space_id) do update set phase = excluded.phase, set_at = now()),
  logged as (insert into audit_entry (actor_id, space_id, act, detail) select viewer_id(), m.id, 'phase', coalesce(new_phase, 'national') from meant m)
  select count(*) into changed from meant;
  if changed > 0 then perform enqueue_job('access.tell_open', 'access.tell_open ' || clock_timestamp(), '{}', null); end if;
  return changed;
end $$;

-- The next of those who wait where it is open, each once; how many.
create or replace function tell_open(at_most integer) returns bigint
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with open as materialized (select s.id from space s where s.kind = 'federation' and phase_of(s.id) = 'open'),
  next as (
    select p.id from preregistration p
     where p.told_at is null and p.confirmed_at is not null and (p.federation_id in (select id from open) or (p.federation_id is null and national_phase() = 'open'))
     order by p.id limit at_most for update skip locked),
  told as (update preregistration p set told_at = now() from next where p.id = next.id returning p.id, p.email)
  select count(*) from told, lateral enqueue_mail('access.open', 'access.open ' || told.id, null, told.email, told.id, '{}', 'access.open')
$$;
revoke execute on function tell_open(integer) from public;
grant execute on function tell_open(integer) to coopol_jobs;
