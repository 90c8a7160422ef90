-- S04: who asks to join a section, and what its secretary answers. The person sees what they asked and the answer; the section's secretary what waits, and
-- nobody else. A person belongs to one section of a tree by this way: whoever has one says that they leave it, and does so at the moment they are accepted.
-- Sections of the party and of another movement («MJS») leave each other alone.

alter table section_request enable row level security;
drop policy if exists section_request_own on section_request;
create policy section_request_own on section_request for select using (member_id = (select viewer_id()));
drop policy if exists section_request_secretary on section_request;
create policy section_request_secretary on section_request for select using (
  answered_at is null and section_id = any(array(select office_sections('members'))));

-- The country for the party's sections, or their movement.
create or replace function section_tree(section bigint) returns bigint
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select f.parent_id from space s join space f on f.id = s.parent_id where s.id = section
$$;

-- Where the viewer stands before a section's door. States: insider; closed (no secretary has opened it); asked, since when; refused, since when and with which
-- words, for thirty days; officer (of `own`, which cannot do without them); full (three requests wait already); free.
create or replace function section_standing(section bigint)
  returns table (state text, since timestamptz, reply text, own_id bigint, own_name text)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  me bigint := viewer_id();
  last section_request;
  own membership;
  tree bigint := section_tree(section);
begin
  if me is null then return; end if;
  select b.* into own from membership b join space s on s.id = b.space_id join space f on f.id = s.parent_id
   where b.member_id = me and s.kind = 'section' and f.parent_id = tree
   order by b.space_id = section desc, b.role <> 'member' desc, b.joined_at limit 1;
  if own.space_id = section then return query select 'insider', null::timestamptz, '', null::bigint, null::text; return; end if;
  select r.* into last from section_request r where r.member_id = me and r.section_id = section order by r.answered_at desc nulls first limit 1;
  return query
    select case
             when last.id is not null and last.answered_at is null then 'asked'
             when not exists (select from space s join membership b on b.space_id = s.id and b.role = 'secretary'
                               where s.id = section and s.kind = 'section' and s.activated_at is not null) then 'closed'
             when last.answer = 'refused' and last.answered_at > now() - interval '30 days' then 'refused'
             when own.role <> 'member' then 'officer'
             when (select count(*) from section_request r where r.member_id = me and r.answered_at is null) >= 3 then 'full'
             else 'free' end,
           coalesce(last.answered_at, last.asked_at), coalesce(last.reply, ''), own.space_id, (select s.name from space s where s.id = own.space_id);
end $$;

-- Asks, when the door is free: 'asked'. `leaves` is the section that the person was told they leave; 'changed' when it is another by now. Otherwise the state.
create or replace function section_ask(section bigint, words text, leaves bigint) returns text
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  door record;
begin
  perform from member m where m.id = me for no key update;  -- what one person asks and is answered happens one after the other
  select * into door from section_standing(section);
  if door.state is distinct from 'free' then return coalesce(door.state, 'closed'); end if;
  if door.own_id is distinct from nullif(leaves, 0) then return 'changed'; end if;
  insert into section_request (section_id, member_id, words, leaves_id) values (section, me, section_ask.words, door.own_id);
  perform section_request_told(section);
  return 'asked';
end $$;

create or replace function section_withdraw(section bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  perform from member m where m.id = viewer_id() for no key update;
  delete from section_request r where r.section_id = section and r.member_id = viewer_id() and r.answered_at is null;
  return found;
end $$;

-- The secretaries are written to once a day at most: at once, and for what comes after that mail, the next morning. It is not sent when nothing waits by then.
create or replace function section_request_told(section bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  today date := (now() at time zone 'Europe/Paris')::date;
  whom bigint;
begin
  for whom in select b.member_id from membership b where b.space_id = section and b.role = 'secretary'
              union select h.member_id from delegation_held h where h.section_id = section and h.power = 'members' loop
    perform from mail m where m.key = format('section %s waits for %s, %s', section, whom, today) and m.state <> 'queued';
    insert into mail (kind, key, member_id, subject_id, run_at)
      values ('sections.requests', format('section %s waits for %s, %s', section, whom, today + found::integer), whom, section,
              case when found then (today + 1 + time '08:00') at time zone 'Europe/Paris' else now() end)
      on conflict do nothing;
    perform pg_notify('live', 'member ' || whom);
  end loop;
  perform pg_notify('work', 'mail');
end $$;

-- Somebody goes out of a section: their place in its lists and their zones go with it.
create or replace function section_leave(section bigint, whom bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from section_list_member t using section_list l where t.member_id = whom and l.id = t.list_id and l.section_id = section;
  update section_list l set manager_id = null where l.section_id = section and l.manager_id = whom;
  delete from membership m where m.space_id = section and m.member_id = whom;
$$;

-- The secretary's answer to several: adherent, sympathisant or refused. Answers how many there were to answer: what was withdrawn, or answered by another
-- secretary meanwhile, is none of them; nor is somebody who leaves La Coopol, or who has come to hold an office in the section that they said they leave, or has joined another.
create or replace function section_settle(section bigint, which bigint[], answer text, reply text) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  one section_request;
  settled bigint := 0;
begin
  if not holds_office('members', section) or answer not in ('adherent', 'sympathisant', 'refused') then return 0; end if;
  perform from member m where m.id in (select r.member_id from section_request r where r.id = any(which) and r.section_id = section) order by m.id for no key update;
  for one in select r.* from section_request r join member m on m.id = r.member_id
              where r.id = any(which) and r.section_id = section and r.answered_at is null and not m.leaving order by r.id loop
    if answer <> 'refused' and exists (select from membership b join space s on s.id = b.space_id join space f on f.id = s.parent_id
                                        where b.member_id = one.member_id and s.kind = 'section' and f.parent_id = section_tree(section)
                                          and (b.space_id is distinct from one.leaves_id or b.role <> 'member')) then continue; end if;
    update section_request r set answer = section_settle.answer, answered_at = now(), answered_by = viewer_id(),
           reply = case when section_settle.answer = 'refused' then section_settle.reply else '' end where r.id = one.id;
    if answer <> 'refused' then
      if one.leaves_id is not null then perform section_leave(one.leaves_id, one.member_id); end if;
      insert into membership (space_id, member_id, kind) values (section, one.member_id, answer) on conflict do nothing;
      insert into audit_entry (actor_id, member_id, space_id, act, detail) values (viewer_id(), one.member_id, section, 'section.accept', answer);
    end if;
    perform enqueue_mail('sections.answered', format('section request %s', one.id), one.member_id, null, one.id, '{}', null);
    perform pg_notify('live', 'member ' || one.member_id);
    settled := settled + 1;
  end loop;
  if settled > 0 and answer <> 'refused' then perform register_recognise(section); end if;
  return settled;
end $$;

-- Whoever comes into a section, be it by an invitation, asks no other any more.
create or replace function section_requests_over() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  delete from section_request r using space s where s.id = new.space_id and s.kind = 'section' and r.member_id = new.member_id and r.answered_at is null;
  return null;
end $$;
create or replace trigger membership_requests_over after insert on membership for each row execute function section_requests_over();

-- Were they of the section before? For its secretary, who asks about what waits.
create or replace function section_former(section bigint, whom bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return holds_office('members', section) and exists (
    select from audit_entry a where a.member_id = whom and a.space_id = section and a.act = 'section.remove');
end $$;

revoke execute on function section_request_told(bigint), section_leave(bigint, bigint) from public;
