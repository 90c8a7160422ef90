-- A12: leaving. Whoever asks is hidden at once, has some weeks to change their mind, then is erased: what others answered stays, without their name.

-- Who takes an event over from `whom`: a secretary of a section in which it is announced. Nobody, when it is at that person's home.
create or replace function event_heir(which bigint, whom bigint) returns bigint
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select b.member_id from event e join membership b on b.space_id = any(e.space_ids) and b.role = 'secretary' join member m on m.id = b.member_id
   where e.id = which and e.kind <> 'flat_meeting' and b.member_id <> whom and m.leaves_at is null order by b.joined_at limit 1
$$;

-- Sections that have no other secretary, for their federation to know.
create or replace function lonely_sections(whom bigint) returns table (id bigint, name text, federation_id bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select s.id, s.name, s.parent_id from membership b join space s on s.id = b.space_id
   where b.member_id = whom and b.role = 'secretary' and s.kind = 'section' and not exists (
     select from membership o join member m on m.id = o.member_id where o.space_id = s.id and o.role = 'secretary' and o.member_id <> whom and m.leaves_at is null)
$$;
create or replace function last_coopilote(whom bigint) returns boolean
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select exists (select from membership b where b.member_id = whom and b.role = 'coopilote')
     and not exists (select from membership o join member m on m.id = o.member_id where o.role = 'coopilote' and o.member_id <> whom and m.leaves_at is null)
$$;

-- What the page says before, and asks for.
create or replace function my_departure()
  returns table (email text, leaves_at timestamptz, secret bytea, last_step bigint, codes boolean, passkeys text[], last_coopilote boolean, lonely_sections text[], events bigint, in_register boolean)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select a.email, m.leaves_at, t.secret, coalesce(t.last_step, 0), exists (select from recovery_code r where r.member_id = m.id and r.used_at is null),
         array(select encode(p.credential_id, 'hex') from passkey p where p.member_id = m.id order by p.id),
         last_coopilote(m.id), array(select l.name from lonely_sections(m.id) l order by l.name),
         (select count(*) from event e where e.creator_id = m.id and e.state = 'published' and e.starts_at > now()),
         exists (select from register_entry e where e.member_id = m.id)
    from member m join account a on a.member_id = m.id left join totp t on t.member_id = m.id and t.since is not null where m.id = viewer_id()
$$;

-- For a passkey: a challenge of this browser's session, answered once.
create or replace function put_departure_challenge(hash bytea, fresh bytea) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update session set challenge = fresh where token_hash = hash and member_id = viewer_id()
$$;
create or replace function take_departure_challenge(hash bytea, credential bytea)
  returns table (challenge bytea, passkey_id bigint, algorithm integer, public_key bytea, sign_count bigint)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  taken bytea;
begin
  select s.challenge into taken from session s where s.token_hash = hash and s.member_id = viewer_id() for update;
  update session s set challenge = null where s.token_hash = hash and s.member_id = viewer_id();
  return query select taken, p.id, p.algorithm, p.public_key, p.sign_count from passkey p
    where p.member_id = viewer_id() and p.credential_id = credential and taken is not null;
end $$;

-- What somebody wrote that stays, without what tells who they are: their names as names are written, their address, their numbers, their street.
create or replace function traces_of(whom bigint) returns text[]
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select array_agg(pattern order by rank) from (
    select 2 as rank, '\m' || regexp_replace(form, '([^[:alnum:][:space:]])', '\\\1', 'g') || '\M' as pattern from member m,
      unnest(array[m.first_name || ' ' || m.last_name, m.last_name || ' ' || m.first_name, m.last_name, m.first_name]) as name, unnest(array[name, upper(name)]) as form where m.id = whom
    union all select 1, '(?i)' || regexp_replace(address, '([^[:alnum:][:space:]])', '\\\1', 'g') from (
        select a.email from account a where a.member_id = whom union select c.former from email_change c where c.member_id = whom
        union select c.address from member_contact c where c.member_id = whom) own (address) where length(address) > 3
    union all select 1, '(\+33|0033|0)?[ .\-]*' || regexp_replace(right(regexp_replace(number, '\D', '', 'g'), 9), '(\d)(?=\d)', '\1[[:space:].\\-]*', 'g')
      from member_contact c, unnest(array[c.phone, c.mobile]) as number where c.member_id = whom and length(regexp_replace(number, '\D', '', 'g')) >= 9) found
$$;
create or replace function named(words text, first text, last text) returns boolean language sql immutable parallel safe as $$
  select position(coopol.name_match(first, last) in coopol.name_match(words, '')) > 0 or position(coopol.name_match(last, first) in coopol.name_match(words, '')) > 0
$$;
create or replace function without_traces(words text, traces text[]) returns text
  language plpgsql immutable set search_path = coopol, pg_temp as $$
declare
  trace text;
begin
  foreach trace in array coalesce(traces, '{}') loop
    words := regexp_replace(words, trace, '[…]', 'g');
  end loop;
  return words;
end $$;

-- Events that `whom` alone made and that begin before `until` go to whoever may hold them, or are called off, and people are told.
create or replace function hand_over_events(whom bigint, until timestamptz) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  one event;
  heir bigint;
  traces text[] := traces_of(whom);
  gone bigint[] := '{}';  -- dates of series: one mail for all
begin
  for one in select * from event e where e.creator_id = whom and e.state = 'published' and e.ends_at > now() and e.starts_at < until order by e.id for update loop
    heir := event_heir(one.id, whom);
    if heir is not null then
      update event e set creator_id = heir, title = left(without_traces(e.title, traces), 140), description = left(without_traces(e.description, traces), 10000),
        invitation_text = left(without_traces(e.invitation_text, traces), 4000) where e.id = one.id;
      update event_series s set creator_id = heir where s.id = one.series_id and s.creator_id = whom;
      perform enqueue_mail('own_data.event_yours', coalesce('series:' || one.series_id, 'event:' || one.id) || ':yours:' || heir, heir, null, one.id, '{}', null);
    else
      update event e set state = 'cancelled', sequence = e.sequence + 1, cancellation_text = 'La personne qui l’organisait n’est plus là pour le tenir.' where e.id = one.id;
      if one.series_id is not null then
        gone := gone || one.id;
        update event_series set finished = true where id = one.series_id;
        continue;
      end if;
      perform event_mail(one.id, 'events.cancellation', 'cancellation:' || one.sequence + 1,
        array(select g.member_id from event_guest g where g.event_id = one.id and g.answer is distinct from 'no' and g.member_id <> whom), jsonb_build_object('sequence', one.sequence + 1));
    end if;
  end loop;
  perform event_series_tell(gone, 'cancellation');
end $$;

-- The server has compared the password, and says which second factor was right; that it serves once is decided here. Null when nothing happened: they are the last
-- coopilote, or the factor has served.
create or replace function begin_departure(days integer, app_step bigint, code bytea, key bigint, count bigint) returns timestamptz
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  until timestamptz := date_trunc('second', now()) + make_interval(days => least(greatest(days, 1), 90));
  address text;
begin
  if me is null then perform refuse('CP401'); end if;
  perform pg_advisory_xact_lock(hashtextextended('coopilotes', 0));  -- the last two go one after the other
  perform from member m where m.id = me and m.leaves_at is null for update;
  if not found or last_coopilote(me) then return null; end if;
  if has_second_factor(me) then
    if app_step is not null then update totp set last_step = app_step where member_id = me and since is not null and last_step < app_step;
    elsif code is not null then update recovery_code set used_at = now() where member_id = me and code_hash = code and used_at is null;
    elsif key is not null then update passkey set sign_count = begin_departure.count, last_used_at = now() where id = key and member_id = me;
    else return null;
    end if;
    if not found then return null; end if;
  end if;
  select a.email into address from account a where a.member_id = me;
  perform hand_over_events(me, until);
  perform enqueue_mail('own_data.no_secretary', format('own_data.no_secretary %s to %s, %s', s.id, r.member_id, current_date), r.member_id, null, s.id, '{}', null)
    from lonely_sections(me) s join membership r on (r.space_id = s.federation_id and r.role = 'referent')
      or (r.role = 'coopilote' and not exists (select from membership f where f.space_id = s.federation_id and f.role = 'referent'))
   where r.member_id <> me;
  update member set leaves_at = until where id = me;
  delete from bond_request where me in (from_id, to_id);
  delete from archive where member_id = me;
  delete from session where member_id = me;
  delete from sign_in_step where member_id = me;
  perform enqueue_mail('own_data.leaving', format('own_data.leaving %s %s', me, extract(epoch from until)::bigint), null, address, me, '{}', null);
  return until;
end $$;

create or replace function keep_my_account() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update member set leaves_at = null where id = viewer_id()
$$;
-- By the link in the mail, which holds when they would have been erased: it serves that departure alone.
create or replace function departure_by_link(whom bigint, at bigint) returns table (first_name text, leaves_at timestamptz)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select m.first_name, m.leaves_at from member m where m.id = whom and extract(epoch from m.leaves_at)::bigint = at
$$;
create or replace function keep_by_link(whom bigint, at bigint) returns boolean
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with kept as (update member set leaves_at = null where id = whom and extract(epoch from leaves_at)::bigint = at returning id)
  select exists (select from kept)
$$;
-- For the mail that says so; no row once they have changed their mind.
create or replace function departure_for_mail(whom bigint) returns table (first_name text, leaves_at timestamptz)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select m.first_name, m.leaves_at from member m where m.id = whom and m.leaves_at is not null
$$;

create or replace function departures_due() returns setof bigint
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select id from member where leaves_at <= now() order by leaves_at limit 1000
$$;

-- Erases one who is due; false when they have changed their mind. References say the rest: what is theirs goes with them, what others hold loses their name.
create or replace function erase_member(whom bigint) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  gone member;
  own text;                                    -- the address that is told
  addresses text[];                            -- all of theirs
  traces text[] := traces_of(whom);
  home text;
  past bigint[];
  answers text[];
  brought integer[];
begin
  select * into gone from member m where m.id = whom and m.leaves_at <= now() for update;
  if not found then return false; end if;
  select a.email into own from account a where a.member_id = whom;
  addresses := array(select own union select c.former from email_change c where c.member_id = whom union select c.address from email_change c where c.member_id = whom and c.done_at is not null);
  select nullif(trim(c.address), '') into home from member_contact c where c.member_id = whom;

  perform hand_over_events(whom, 'infinity');
  delete from event where creator_id = whom and state = 'draft';
  update event e set title = left(without_traces(title, traces), 140), description = left(without_traces(description, traces), 10000),
      invitation_text = left(without_traces(invitation_text, traces), 4000), cancellation_text = left(without_traces(cancellation_text, traces), 4000) where e.creator_id = whom;
  update event e set address = '', complement = '', latitude = null, longitude = null, online_url = null
   where e.creator_id = whom and (e.kind = 'flat_meeting' or position(fold(home) in fold(e.address)) > 0);

  -- A conversation that nobody else holds goes; in the others their words stay, as in letters that were sent.
  delete from thread t using thread_member mine where mine.thread_id = t.id and mine.member_id = whom
     and not exists (select from thread_member o where o.thread_id = t.id and o.member_id <> whom);
  update message set body = left(without_traces(body, traces), 10000) where author_id = whom;
  update thread set subject = left(without_traces(subject, traces), 140) where creator_id = whom;
  update event_comment set body = left(without_traces(body, traces), 4000) where author_id = whom;
  update event_report set words = left(without_traces(words, traces), 4000) where author_id = whom;
  update event_part set words = left(without_traces(words, traces), 500) where author_id = whom;
  update event_reminder set body = left(without_traces(body, traces), 4000) where sent_by = whom;
  update section_request set reply = left(without_traces(reply, traces), 500) where answered_by = whom;
  update group_profile set description = left(without_traces(description, traces), 2000) where creator_id = whom;
  delete from contact_message where kind = 'contact' and (member_id = whom or lower(email) = any(addresses));
  update contact_message set body = left(without_traces(body, traces), 4000), email = null where member_id = whom or lower(email) = any(addresses);

  -- What was done together keeps its figures.
  update event_report r set gone = r.gone + 1 from event_attendance a where a.event_id = r.event_id and a.member_id = whom;
  select array_agg(g.event_id), array_agg(coalesce(g.answer, '')), array_agg(g.companions) into past, answers, brought from event_guest g join event e on e.id = g.event_id where g.member_id = whom and e.ends_at <= now();
  delete from event_guest where member_id = whom;
  update event e set invited = invited + 1, coming = coming + (p.answer = 'yes')::integer * (1 + p.brought), companions = companions + p.brought,
                     waiting = waiting + (p.answer = 'waiting')::integer * (1 + p.brought), maybe = maybe + (p.answer = 'maybe')::integer, declined = declined + (p.answer = 'no')::integer
    from unnest(past, answers, brought) as p (event_id, answer, brought) where e.id = p.event_id;

  -- Where others wrote them down: their section's register and badge, invitations, mail.
  delete from register_entry where member_id = whom or email = any(addresses);
  update section_profile set treasurer = case when not named(treasurer, gone.first_name, gone.last_name) then treasurer end,
      bureau = (select string_agg(line, E'\n' order by place) from regexp_split_to_table(bureau, E'\r?\n') with ordinality l (line, place)
                 where not named(line, gone.first_name, gone.last_name))
   where named(coalesce(treasurer, '') || E'\n' || coalesce(bureau, ''), gone.first_name, gone.last_name);
  update welcome_letter w set body = left(without_traces(w.body, traces), 2000) where w.section_id in (select b.space_id from membership b where b.member_id = whom);
  delete from invitation where member_id = whom or email = any(addresses);
  delete from friend_invitation where joined_id = whom or email = any(addresses);
  delete from preregistration where email = any(addresses);
  delete from email_change where former = any(addresses) or address = any(addresses);
  update section_letter l set (subject, body) = (left(without_traces(l.subject, traces), 150), left(without_traces(l.body, traces), 20000)) where l.sender_id = whom;
  delete from contact where email = any(addresses);
  delete from mail where address = any(addresses);
  update mail set last_error = null where last_error is not null and exists (select from unnest(addresses) a where position(a in lower(last_error)) > 0);
  update job set last_error = null where last_error is not null and exists (select from unnest(addresses) a where position(a in lower(last_error)) > 0);

  delete from member where id = whom;
  perform enqueue_mail('own_data.gone', 'own_data.gone ' || whom, null, own, null, jsonb_build_object('first_name', gone.first_name), null);
  return true;
end $$;

-- The last mail to somebody who is gone is forgotten as soon as it has left.
create or replace function mail_to_the_gone() returns trigger language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  delete from mail where id = new.id;
  return null;
end $$;
create or replace trigger mail_forgotten after update of state on mail for each row when (new.kind = 'own_data.gone' and new.state <> 'queued')
  execute function mail_to_the_gone();

revoke execute on function event_heir(bigint, bigint), lonely_sections(bigint), last_coopilote(bigint), traces_of(bigint), hand_over_events(bigint, timestamptz),
  departure_for_mail(bigint), departures_due(), erase_member(bigint) from public;
grant execute on function departure_for_mail(bigint), departures_due(), erase_member(bigint) to coopol_jobs;
