-- What makes the secretary's office forgiving: invitations that come back, imports and acts that can be undone.

alter table mail_limit enable row level security;
alter table mail_pace enable row level security;

-- When the next mail for many may leave for that domain; counts it. One sending at a time, so that two of them cannot wait for each other.
create or replace function mail_slot(address text) returns timestamptz
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  rule mail_limit;
  step interval;
  paid timestamptz;
begin
  if address is null then return now(); end if;
  perform pg_advisory_xact_lock(hashtext('mail_slot'));
  select * into rule from mail_limit;
  step := interval '1 minute' / rule.per_minute;
  insert into mail_pace (domain, paid_until) values (lower(split_part(address, '@', 2)), now() + step)
    on conflict (domain) do update set paid_until = greatest(mail_pace.paid_until, now()) + step
    returning paid_until into paid;
  return greatest(now(), paid - step * rule.burst);
end $$;
revoke execute on function mail_slot(text) from public;

create or replace function mail_paced() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  new.run_at := greatest(new.run_at, mail_slot(coalesce(new.address, (select a.email from account a where a.member_id = new.member_id))));
  return new;
end $$;
drop trigger if exists mail_paced on mail;
create trigger mail_paced before insert on mail for each row when (new.kind in ('sections.invitation', 'letters.letter') and new.batch is not null) execute function mail_paced();

-- How long a batch will take at that pace; null once all has left.
create or replace function mail_leaves_until(which text) returns timestamptz
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select max(run_at) from mail where batch = which and state = 'queued' and attempts = 0
$$;

-- S05: an invitation that was refused for good comes back to «Profils incomplets»; only the send that was the last one counts.
create or replace function invitation_came_back() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  update invitation i
     set refused = case when new.last_error ~ '^4' then 'late'
                        else case mail_fault(new.last_error) when 'domain' then 'unknown' when 'blocked' then 'other' else mail_fault(new.last_error) end end
   where i.id = new.subject_id and i.sends = (new.detail->>'send')::integer and i.accepted_at is null;
  return null;
end $$;
drop trigger if exists invitation_came_back on mail;
create trigger invitation_came_back after update of state on mail for each row
  when (new.kind = 'sections.invitation' and new.state = 'failed' and old.state = 'queued') execute function invitation_came_back();

alter table register_matching enable row level security;
drop policy if exists register_matching_secretary on register_matching;
create policy register_matching_secretary on register_matching using (
  section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));

-- As far as the viewer sees the import.
alter table register_undo enable row level security;
drop policy if exists register_undo_secretary on register_undo;
create policy register_undo_secretary on register_undo using (import_id = any(array(select i.id from register_import i)));

alter table section_act enable row level security;
drop policy if exists section_act_secretary on section_act;
create policy section_act_secretary on section_act using (section_id = any(array(select office_sections('members'))));

-- S07: why an import cannot be undone any more: 'later' (another came after it), 'left' (an invitation has left since to somebody whom it brought or changed); '' when it can.
create or replace function register_undo_bar(section bigint, import bigint) returns text
  language sql stable set search_path = coopol, pg_temp as $$
  select case when i.state <> 'done' then 'over'
              when exists (select from register_import l where l.section_id = section and l.id > i.id and l.state in ('running', 'done')) then 'later'
              when exists (select from invitation v join register_entry e on e.id = v.register_entry_id
                            where v.space_id = section and v.last_sent_at > i.finished_at
                              and (e.import_id = i.id or exists (select from register_undo u where u.import_id = i.id and u.entry_id = e.id))) then 'left'
              else '' end
    from register_import i where i.section_id = section and i.id = import
$$;

-- The register as it was: those who were brought go, those who were changed are as before, with the invitation that was under way.
create or replace function register_undo_import(section bigint, import bigint) returns boolean
  language plpgsql volatile set search_path = coopol, pg_temp as $$
begin
  perform from register_import i where i.section_id = section and i.id = import for update;
  if register_undo_bar(section, import) is distinct from '' then return false; end if;
  delete from register_entry e where e.section_id = section and e.import_id = import;
  update register_entry e
     set (kind, register_number, joined_on, sex, first_name, last_name, birth_date, email, typed_email, phone, mobile, address, postcode, city, country, incomplete,
          imported, imported_as, updated_at)
       = (b.kind, b.register_number, b.joined_on, b.sex, b.first_name, b.last_name, b.birth_date, b.email, b.typed_email, b.phone, b.mobile, b.address, b.postcode, b.city,
          b.country, b.incomplete, b.imported, b.imported_as, now())
    from register_undo u, jsonb_populate_record(null::register_entry, u.before) b
   where u.import_id = import and e.id = u.entry_id and e.section_id = section;
  delete from register_dues d using register_undo u where u.import_id = import and d.entry_id = u.entry_id;
  insert into register_dues select d.* from register_undo u, jsonb_populate_record(null::register_dues, u.before->'dues') d
   where u.import_id = import and jsonb_typeof(u.before->'dues') = 'object';
  insert into invitation overriding system value
  select v.* from register_undo u, jsonb_populate_record(null::invitation, u.invitation) v
   where u.import_id = import and u.invitation is not null on conflict do nothing;
  update register_import i set state = 'undone', refused = null where i.id = import;
  delete from register_undo u where u.import_id = import;
  insert into audit_entry (actor_id, space_id, act, detail) select viewer_id(), section, 'section.import_undone', i.file_name from register_import i where i.id = import;
  return true;
exception when unique_violation then return false; -- somebody has been given that number since
end $$;

-- S08: the acts of the office on the ticked. Each answers how many it changed, and the number under which it can be undone.
create or replace function section_act_rank(section bigint, whom bigint[], rank text) returns table (act bigint, changed bigint)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  before jsonb;
begin
  select jsonb_agg(jsonb_build_array(m.member_id, m.role, m.kind)) into before
    from membership m where m.space_id = section and m.member_id = any(whom) and m.role in ('member', 'treasurer', 'bureau');
  changed := section_set_rank(section, whom, rank);
  if changed > 0 then
    insert into section_act (section_id, ranks)
    select section, jsonb_agg(jsonb_build_array(m.member_id, b.was->1, b.was->2, m.role, m.kind))
      from jsonb_array_elements(before) as b (was) join membership m on m.space_id = section and m.member_id = (b.was->>0)::bigint
     where (m.role, m.kind) is distinct from (b.was->>1, b.was->>2)
    returning id into act;
  end if;
  return next;
end $$;

-- In which lists and zones of the section each of them is (by hand or not), and out of which zones they stay.
create or replace function section_places(section bigint, whom bigint[]) returns table (member_id bigint, places jsonb)
  language sql stable set search_path = coopol, pg_temp as $$
  select w.id, jsonb_build_object(
           'in', coalesce((select jsonb_agg(jsonb_build_array(t.list_id, t.by_hand) order by t.list_id) from section_list_member t join section_list l on l.id = t.list_id
                            where t.member_id = w.id and l.section_id = section), '[]'),
           'out', coalesce((select jsonb_agg(o.list_id order by o.list_id) from section_list_out o join section_list l on l.id = o.list_id
                             where o.member_id = w.id and l.section_id = section), '[]'))
    from unnest(whom) as w (id)
$$;

create or replace function section_act_list(section bigint, list bigint, whom bigint[], put boolean) returns table (act bigint, changed bigint)
  language plpgsql volatile set search_path = coopol, pg_temp as $$
declare
  before jsonb := (select jsonb_object_agg(p.member_id, p.places) from section_places(section, whom) p);
begin
  changed := case when put then list_put(section, list, whom) else list_take(section, list, whom) end;
  if changed > 0 then
    insert into section_act (section_id, places)
    select section, jsonb_agg(jsonb_build_array(p.member_id, before->p.member_id::text, p.places))
      from section_places(section, whom) p where p.places is distinct from before->p.member_id::text
    returning id into act;
  end if;
  return next;
end $$;

-- What has been changed again since stays, and so does whoever has left. Null when there is nothing of that number to undo.
create or replace function section_undo_act(section bigint, act bigint) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  done section_act;
  changed bigint;
  back jsonb;
begin
  if not holds_office('members', section) then return null; end if;
  delete from section_act a where a.section_id = section and a.id = act and a.at > now() - interval '1 day'
     and (runs_section(section) or jsonb_array_length(a.ranks) = 0) returning * into done; -- roles are the secretary's alone (X03)
  if done.id is null then return null; end if;
  with back as (
    update membership m set role = r.was->>1, kind = r.was->>2 from jsonb_array_elements(done.ranks) as r (was)
     where m.space_id = section and m.member_id = (r.was->>0)::bigint and (m.role, m.kind) = (r.was->>3, r.was->>4)
    returning m.member_id, m.role, m.kind),
  noted as (
    insert into audit_entry (actor_id, member_id, space_id, act, detail)
    select viewer_id(), b.member_id, section, 'section.rank', case when b.role = 'member' then b.kind else b.role end from back b)
  select count(*) into changed from back;

  perform from zone z join section_list l on l.id = z.list_id where l.section_id = section order by z.list_id for share of z;
  select coalesce(jsonb_agg(p.moved), '[]') into back from jsonb_array_elements(done.places) as p (moved)
    join membership m on m.space_id = section and m.member_id = (p.moved->>0)::bigint
    join section_places(section, array(select (e->>0)::bigint from jsonb_array_elements(done.places) e)) now on now.member_id = m.member_id
   where now.places = p.moved->2;
  delete from section_list_member t using section_list l, jsonb_array_elements(back) as b (moved)
   where l.section_id = section and t.list_id = l.id and t.member_id = (b.moved->>0)::bigint;
  delete from section_list_out o using section_list l, jsonb_array_elements(back) as b (moved)
   where l.section_id = section and o.list_id = l.id and o.member_id = (b.moved->>0)::bigint;
  insert into section_list_member (list_id, member_id, by_hand)
  select l.id, (b.moved->>0)::bigint, (i.place->>1)::boolean from jsonb_array_elements(back) as b (moved), jsonb_array_elements(b.moved->1->'in') as i (place)
    join section_list l on l.id = (i.place->>0)::bigint and l.section_id = section on conflict do nothing;
  insert into section_list_out (list_id, member_id)
  select l.id, (b.moved->>0)::bigint from jsonb_array_elements(back) as b (moved), jsonb_array_elements(b.moved->1->'out') as o (list)
    join section_list l on l.id = o.list::bigint and l.section_id = section on conflict do nothing;
  return changed + jsonb_array_length(back);
end $$;
