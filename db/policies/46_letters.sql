-- S10, X05: who writes letters in a section's name, to whom, and what becomes of them.

create or replace function writes_letters(section bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return holds_office('messages', section);
end $$;

alter table section_letter enable row level security;
drop policy if exists section_letter_office on section_letter;
create policy section_letter_office on section_letter for select using (
  section_id = any(array(select office_sections('messages'))));
drop policy if exists section_letter_manager on section_letter;
create policy section_letter_manager on section_letter for select using (
  sender_id = (select viewer_id()) and list_id = any(array(select l.id from section_list l where l.manager_id = (select viewer_id()))));

alter table section_audience enable row level security;
drop policy if exists section_audience_office on section_audience;
create policy section_audience_office on section_audience using (
  section_id = any(array(select office_sections('messages'))));

-- Never by a zone's manager, who wrote the letter perhaps, nor by whom the secretary lets write: addresses are hers.
alter table letter_bounce enable row level security;
drop policy if exists letter_bounce_office on letter_bounce;
create policy letter_bounce_office on letter_bounce for select using (
  letter_id = any(array(select l.id from section_letter l join circle c on c.space_id = l.section_id
                         where c.member_id = (select viewer_id()) and c.secretary)));

-- Everybody whom an audience means, once for each address; a member's own choice goes before what a file says of them. Whoever calls it has asked who may.
create or replace function audience_people(section bigint, audience text[])
  returns table (member_id bigint, contact_id bigint, entry_id bigint, address text, refused boolean)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  lists bigint[];
  members bigint[];
  contacts bigint[];
begin
  select coalesce(array_agg(i.id) filter (where i.kind in ('liste', 'zone')), '{}'), coalesce(array_agg(i.id) filter (where i.kind = 'membre'), '{}'),
         coalesce(array_agg(i.id) filter (where i.kind = 'contact'), '{}')
    into lists, members, contacts
    from (select split_part(w, '-', 1) as kind, split_part(w, '-', 2)::bigint as id from unnest(audience) as w where w ~ '^[a-z]+-[0-9]{1,18}$') i;
  select array(select l.id from section_list l where l.section_id = section and l.id = any(lists)) into lists;
  return query
  select distinct on (p.address) p.member_id, p.contact_id, p.entry_id, p.address, p.refused from (
    select m.id as member_id, null::bigint as contact_id, null::bigint as entry_id, a.email as address, 1 as rank,
           exists (select from notification_choice n where n.member_id = m.id and n.kind = 'letter' and n.mail = 'none') as refused
      from membership b join member m on m.id = b.member_id join account a on a.member_id = m.id
     where b.space_id = section and m.leaves_at is null
       and ('tous' = any(audience) or ('adherents' = any(audience) and b.kind = 'adherent') or ('sympathisants' = any(audience) and b.kind = 'sympathisant')
            or ('bureau' = any(audience) and b.role <> 'member') or ('actifs' = any(audience) and m.last_seen_at > now() - interval '30 days')
            or ('absents' = any(audience) and coalesce(m.last_seen_at, '-infinity') < now() - interval '90 days') or m.id = any(members)
            or (lists <> '{}' and exists (select from section_list_member t where t.list_id = any(lists) and t.member_id = m.id)))
    union all
    select null, c.id, null, c.email, 2, false from contact c
     where c.section_id = section and c.removed_at is null and c.bounced_at is null and ('contacts' = any(audience) or c.id = any(contacts))
    union all
    select null, null, e.id, e.email, 3, exists (select from letter_refusal r where r.register_entry_id = e.id) from register_entry e
     where 'sans-compte' = any(audience) and e.section_id = section and e.member_id is null and e.email is not null and e.incomplete is null) p
   order by p.address, p.rank;
end $$;
revoke execute on function audience_people(bigint, text[]) from public;

-- What a zone's manager may know of a number, as in list_size(): an exact one, beside other numbers, would tell who has come, or who wants no letters.
create or replace function about(many bigint) returns bigint language sql immutable parallel safe
  return case when many < 5 then 0 else round(many / 5.0)::bigint * 5 end;

-- How many a letter to them would reach, and how many want none. A zone's manager learns about how many there are in that zone.
create or replace function audience_size(section bigint, list bigint, audience text[]) returns table (many bigint, refused bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if list is not null then
    if not exists (select from section_list l where l.id = list and l.manager_id = viewer_id()) then return; end if;
    return query select about(count(*)), 0::bigint from audience_people((select l.section_id from section_list l where l.id = list), array['zone-' || list]) p;
  elsif holds_office('messages', section) and not holds_office('members', section) then  -- numbers that would tell who is where, to whom only writes (X03)
    return query select about(count(*) filter (where not p.refused)), about(count(*) filter (where p.refused)) from audience_people(section, audience) p;
  elsif writes_letters(section) then
    return query select count(*) filter (where not p.refused), count(*) filter (where p.refused) from audience_people(section, audience) p;
  end if;
end $$;

-- What the office can tick, with how many people each is, and by name those who were ticked one by one.
create or replace function audience_groups(section bigint, audience text[]) returns table (word text, name text, many bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if not writes_letters(section) then return; end if;
  return query
    select g.word, ''::text, g.many from (
      select count(*) as everybody, count(*) filter (where b.kind = 'adherent') as adherents, count(*) filter (where b.kind = 'sympathisant') as sympathisants,
             count(*) filter (where b.role <> 'member') as bureau, count(*) filter (where m.last_seen_at > now() - interval '30 days') as active,
             count(*) filter (where coalesce(m.last_seen_at, '-infinity') < now() - interval '90 days') as absent
        from membership b join member m on m.id = b.member_id where b.space_id = section and m.leaves_at is null) c,
      lateral (values ('tous', c.everybody), ('adherents', c.adherents), ('sympathisants', c.sympathisants), ('bureau', c.bureau), ('actifs', c.active), ('absents', c.absent)) as g (word, many)
    union all
    select case l.kind when 'zone' then 'zone-' else 'liste-' end || l.id, l.name, (select count(*) from section_list_member t where t.list_id = l.id)
      from section_list l where l.section_id = section
    union all
    select 'contacts', '', count(*) from contact c where c.section_id = section and c.removed_at is null and c.bounced_at is null
    union all
    select 'sans-compte', '', count(*) from register_entry e where e.section_id = section and e.member_id is null and e.email is not null and e.incomplete is null
    union all
    select 'membre-' || m.id, m.first_name || ' ' || m.last_name, 1 from membership b join member m on m.id = b.member_id
     where b.space_id = section and m.leaves_at is null and 'membre-' || m.id = any(audience)
    union all
    select 'contact-' || c.id, c.first_name || ' ' || c.last_name, 1 from contact c
     where c.section_id = section and c.removed_at is null and c.bounced_at is null and 'contact-' || c.id = any(audience);
end $$;

-- A draft, made or changed by who writes in the section's name, or by the manager of that zone (`list`), to the zone alone. Null when it is not theirs, or has left.
create or replace function letter_save(section bigint, list bigint, which bigint, title text, words text, whom text[], answered boolean) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  home bigint := section;
  saved bigint;
begin
  if list is not null then
    select l.section_id into home from section_list l where l.id = list and l.manager_id = viewer_id();
    if not found then return null; end if;
    whom := array['zone-' || list];
  elsif not writes_letters(section) then return null;
  end if;
  if which is null then
    insert into section_letter (section_id, list_id, sender_id, subject, body, audience, answers) values (home, list, viewer_id(), title, words, whom, answered) returning id into saved;
  else
    update section_letter l set subject = title, body = words, audience = whom, answers = answered, saved_at = now(), sender_id = viewer_id()
     where l.id = which and l.section_id = home and l.list_id is not distinct from list and l.state = 'draft' and (list is null or l.sender_id = viewer_id()) returning l.id into saved;
  end if;
  return saved;
end $$;

-- Of those that letter_save would change, or that have left by the same hands.
create or replace function letter_mine(section bigint, list bigint, which bigint) returns section_letter
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  found_one section_letter;
begin
  select * into found_one from section_letter l where l.id = which and l.list_id is not distinct from list
     and case when list is null then l.section_id = section and writes_letters(section)
         else l.sender_id = viewer_id() and exists (select from section_list z where z.id = list and z.manager_id = viewer_id()) end for update;
  return found_one;
end $$;
revoke execute on function letter_mine(bigint, bigint, bigint) from public;

create or replace function letter_delete(section bigint, list bigint, which bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  delete from section_letter l where l.id = (letter_mine(section, list, which)).id and l.state = 'draft';
  return found;
end $$;

-- One mail for each address, after a minute in which it can be called back, ten a second at most, so that no relay takes the party for a spammer. Answers how many;
-- null when it is no draft of theirs. The sections' limit of a day answers -1.
create or replace function letter_send(section bigint, list bigint, which bigint) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  letter section_letter := letter_mine(section, list, which);
  reached integer;
begin
  if letter.id is null or letter.state <> 'draft' then return null; end if;
  perform from space s where s.id = letter.section_id for no key update;
  if (select count(*) from section_letter l where l.section_id = letter.section_id and l.sent_at > now() - interval '1 day') >= 12 then return -1; end if;
  insert into mail (kind, key, member_id, address, subject_id, detail, batch, run_at)
    select 'letters.letter', format('letter %s to %s', which, coalesce('member ' || p.member_id, 'contact ' || p.contact_id, 'entry ' || p.entry_id)), p.member_id,
           case when p.member_id is null then p.address end, which, jsonb_strip_nulls(jsonb_build_object('contact', p.contact_id, 'entry', p.entry_id)), 'letter.' || which,
           now() + interval '1 minute' + interval '0.1 second' * row_number() over ()
      from audience_people(letter.section_id, letter.audience) p where not p.refused;
  get diagnostics reached = row_count;
  if reached = 0 and letter.list_id is null then return 0; end if;  -- that nobody is in a zone is not its manager's to know
  update section_letter l set state = 'sent', sent_at = now(), sender_id = viewer_id(), recipients = reached,
         refused = (select count(*) from audience_people(letter.section_id, letter.audience) p where p.refused) where l.id = which;
  insert into audit_entry (actor_id, space_id, act, detail) values (viewer_id(), letter.section_id, 'letter.send', reached);
  return reached;
end $$;

-- As long as nothing has left it is a draft again.
create or replace function letter_call_back(section bigint, list bigint, which bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  letter section_letter := letter_mine(section, list, which);
begin
  if letter.id is null or letter.state <> 'sent' or letter.sent_at < now() - interval '1 minute' then return false; end if;
  perform from mail m where m.batch = 'letter.' || which for update;
  if exists (select from mail m where m.batch = 'letter.' || which and (m.state <> 'queued' or m.attempts > 0)) then return false; end if;
  delete from mail m where m.batch = 'letter.' || which;
  update section_letter l set state = 'draft', sent_at = null, recipients = 0, refused = 0, saved_at = now() where l.id = which;
  return true;
end $$;

-- To whoever writes it, alone.
create or replace function letter_try(section bigint, list bigint, which bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if (letter_mine(section, list, which)).id is null then return false; end if;
  perform enqueue_mail('letters.try', format('letter %s tried by %s at %s', which, viewer_id(), now()), viewer_id(), null, which, '{}', null);
  return true;
end $$;

-- What a mail of it says when it leaves; no row when its sender writes in that name no more, or its reader wants none any more, or left the section. Asked in the
-- sender's place, as the letter was written.
create or replace function letter_for_mail(which bigint, whom bigint, contact bigint, entry bigint, trying boolean)
  returns table (subject text, body text, answers boolean, section_id bigint, section text, zone text, sender text, sender_address text, first_name text, last_name text,
                 origin text, consented_on date)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  letter section_letter;
begin
  select * into letter from section_letter l where l.id = which and (trying or l.state = 'sent');
  perform act_as(letter.sender_id);
  if not coalesce(writes_letters(letter.section_id), false) and not exists (select from section_list z where z.id = letter.list_id and z.manager_id = letter.sender_id) then return; end if;
  return query
  select letter.subject, letter.body, letter.answers, s.id, s.name, coalesce(z.name, ''), m.first_name || ' ' || m.last_name, a.email,
         coalesce(c.first_name, e.first_name, ''), coalesce(c.last_name, e.last_name, ''), coalesce(c.origin, ''), c.consented_on
    from space s join member m on m.id = letter.sender_id and m.leaves_at is null join account a on a.member_id = m.id
      left join section_list z on z.id = letter.list_id
      left join contact c on c.id = letter_for_mail.contact and c.section_id = s.id and c.removed_at is null and c.bounced_at is null
      left join register_entry e on e.id = letter_for_mail.entry and e.section_id = s.id and e.member_id is null
   where s.id = letter.section_id
     and case when trying then whom = m.id
         when whom is not null then exists (select from membership b where b.space_id = s.id and b.member_id = whom)
           and not exists (select from notification_choice n where n.member_id = whom and n.kind = 'letter' and n.mail = 'none')
         else c.id is not null or e.id is not null end;
end $$;
revoke execute on function letter_for_mail(bigint, bigint, bigint, bigint, boolean) from public;
grant execute on function letter_for_mail(bigint, bigint, bigint, bigint, boolean) to coopol_jobs;

-- Figures are counted as the mails end; an address where nobody is told of by the contact as well.
create or replace function letter_mail_ended() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
declare
  fault text := mail_fault(new.last_error);
begin
  update section_letter l set delivered = delivered + (new.state = 'sent')::integer, bounced = bounced + (new.state = 'failed')::integer, dropped = dropped + (new.state = 'dropped')::integer
   where l.id = new.subject_id;
  if not found or new.state <> 'failed' then return null; end if;
  insert into letter_bounce (letter_id, member_id, contact_id, register_entry_id, fault)
    select new.subject_id, new.member_id, c.id, e.id, fault from (values (1)) as one
      left join contact c on c.id = (new.detail ->> 'contact')::bigint left join register_entry e on e.id = (new.detail ->> 'entry')::bigint
     where num_nonnulls(new.member_id, c.id, e.id) = 1;
  update contact c set bounced_at = now(), bounce = fault where c.id = (new.detail ->> 'contact')::bigint and c.email = new.address and fault in ('unknown', 'domain', 'other');
  return null;
end $$;
create or replace trigger letter_mail_ended after update of state on mail for each row
  when (new.kind = 'letters.letter' and old.state = 'queued' and new.state <> 'queued') execute function letter_mail_ended();
