-- What the organiser does to others: inviting, reminding, telling. Each checks the viewer itself, and queues its mail in the same transaction.

-- For the functions below alone. The same mail asked for twice leaves once.
create or replace function event_mail(which bigint, mail_kind text, tag text, members bigint[], about jsonb) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into mail (kind, key, member_id, subject_id, detail, batch)
    select mail_kind, format('event:%s:%s:%s', which, m, tag), m, which, about, format('event:%s:%s', which, tag) from unnest(members) as m
    on conflict do nothing;
  select pg_notify('work', 'mail');
$$;
revoke execute on function event_mail(bigint, text, text, bigint[], jsonb) from public;

-- By `host`; else by the viewer.
drop function if exists event_add_guests(bigint, bigint[]);
create or replace function event_add_guests(which bigint, members bigint[], host bigint default null) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  fresh bigint[];
begin
  with added as (
    insert into event_guest (event_id, member_id, invited_by) select which, m.id, coalesce(host, viewer_id()) from member m where m.id = any(members) and m.leaves_at is null
      on conflict do nothing returning member_id)
  select array_agg(member_id) into fresh from added;
  perform event_mail(which, 'events.invitation', 'invitation', fresh, '{}');
  return coalesce(cardinality(fresh), 0);
end $$;
revoke execute on function event_add_guests(bigint, bigint[], bigint) from public;

-- May the viewer organise it, and is it open? Refuses the first, answers the second.
create or replace function event_open_to_organise(which bigint) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
begin
  if refused is not null then perform refuse(refused); end if;
  return exists (select from event e where e.id = which and e.state = 'published' and e.ends_at > now());
end $$;

-- Invites those of `members` whom the viewer may see (A09). How many are new; null when the event takes nobody any more.
create or replace function event_invite(which bigint, members bigint[]) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not event_open_to_organise(which) then return null; end if;
  return event_add_guests(which, array(select event_invitable(viewer_id(), members)));  -- 64_event_arrivals.sql
end $$;

-- A whole section at once, by its secretary or a member of its bureau: those they may not see are invited too.
create or replace function event_invite_section(which bigint, section bigint) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not event_open_to_organise(which) then return null; end if;
  if not event_invites_whole(viewer_id(), section) then perform refuse('CP403'); end if;
  return event_add_guests(which, array(select event_source_space(viewer_id(), section, null)));
end $$;

-- E05: the viewer's own answer, and word of it to whoever made the event: one mail a quarter of an hour at most, with all the answers in it. `others` come with them
-- (null: as many as before). «yes» without a place left is kept as 'waiting', and so are companions too many (54_event_places.sql).
-- True when it was taken (said before or not); false when the event takes no answer any more or is not there for them.
drop function if exists event_answer(bigint, text);
create or replace function event_answer(which bigint, what text, others integer default null) returns boolean language plpgsql volatile as $$
declare
  me constant bigint := viewer_id();
  was record;
  wanted integer;
begin
  if not exists (select from event e where e.id = which and e.state = 'published' and e.ends_at > now()) then return false; end if;
  perform event_hold(which);
  select g.answer, g.companions into was from event_guest g where g.event_id = which and g.member_id = me;
  wanted := case what when 'yes' then coalesce(others, was.companions, 0) else 0 end;
  if was.answer = what and was.companions = wanted or was.answer = 'waiting' and what = 'yes' and was.companions = wanted then return true; end if;
  insert into event_guest as g (event_id, member_id, answer, answered_at, companions) values (which, me, what, now(), wanted)
    on conflict (event_id, member_id) do update set answer = what, answered_at = now(), companions = wanted;
  perform event_answer_told(which);
  return true;
end $$;

create or replace function event_answer_told(which bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into mail (kind, key, member_id, subject_id, detail, run_at)
    select 'events.answer', format('event:%s:answers:%s', e.id, extract(epoch from quarter.begins)::bigint), e.creator_id, e.id,
           jsonb_build_object('since', extract(epoch from quarter.begins)::bigint), quarter.begins + interval '15 minutes 10 seconds'
      from event e, date_bin('15 minutes', now(), timestamptz '2000-01-01 00:00Z') as quarter (begins)
     where e.id = which and e.creator_id <> viewer_id()
       and exists (select from event_guest g where g.event_id = e.id and g.member_id = viewer_id() and g.answered_at = now())
    on conflict do nothing;
$$;

-- E07: guests who have not declined hear of a changed time or place, or of a cancellation. `event.sequence` was raised before: it tells one change from the next.
create or replace function event_announce(which bigint, what text) returns integer
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  refused constant text := refusal(viewer_id(), 'organiser', which);
  numbered integer;
  concerned bigint[];
begin
  if refused is not null then perform refuse(refused); end if;
  if what not in ('change', 'cancellation') then raise exception 'nothing else is announced'; end if;
  select sequence into numbered from event where id = which;
  concerned := array(select member_id from event_guest where event_id = which and answer is distinct from 'no' and member_id <> viewer_id());
  perform event_mail(which, 'events.' || what, what || ':' || numbered, concerned, jsonb_build_object('sequence', numbered));
  return cardinality(concerned);
end $$;

-- E07: «Envoyer une relance». How many it reaches; or, when the same audience heard less than a day ago, from when on it may again.
create or replace function event_remind(which bigint, whom text, words text) returns table (reached integer, next_at timestamptz)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  again timestamptz;
  reminder bigint;
  concerned bigint[];
begin
  if not event_open_to_organise(which) then return query select 0, null::timestamptz; return; end if;
  perform from event where id = which for update;  -- two clicks are one after the other
  select max(r.sent_at) + interval '24 hours' into again from event_reminder r where r.event_id = which and r.audience = whom;
  if again > now() then return query select 0, again; return; end if;
  concerned := array(select g.member_id from event_guest g where g.event_id = which and g.member_id <> viewer_id()
    and case whom when 'all' then true when 'none' then g.answer is null else g.answer = whom end);
  if cardinality(concerned) = 0 then return query select 0, null::timestamptz; return; end if;
  insert into event_reminder (event_id, audience, body, sent_by) values (which, whom, words, viewer_id()) returning id into reminder;
  perform event_mail(which, 'events.reminder', 'reminder:' || reminder, concerned, jsonb_build_object('reminder', reminder));
  return query select cardinality(concerned), null::timestamptz;
end $$;

-- What a reminder says, for the mail that carries it: its readers do not see the organisers' list.
create or replace function event_reminder_for_mail(which bigint) returns table (audience text, body text, sender text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select r.audience, r.body, m.first_name || ' ' || m.last_name from event_reminder r left join member m on m.id = r.sent_by and m.leaves_at is null where r.id = which
$$;
revoke execute on function event_reminder_for_mail(bigint) from public;
grant execute on function event_reminder_for_mail(bigint) to coopol_jobs;

-- The section's figures (S12), sums alone: every member may read them, whichever events they come from.
create or replace function section_totals(section bigint)
  returns table (missions bigint, doors_knocked bigint, doors_opened bigint, leaflets bigint, calls bigint, posters bigint, minutes bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select count(*) filter (where e.is_mission), coalesce(sum(r.doors_knocked), 0), coalesce(sum(r.doors_opened), 0), coalesce(sum(r.leaflets), 0),
         coalesce(sum(r.calls), 0), coalesce(sum(r.posters), 0),
         coalesce(sum(r.minutes * (r.gone + (select count(*) from event_attendance a where a.event_id = e.id))), 0)::bigint
    from event e join event_report r on r.event_id = e.id where e.space_ids @> array[section] and viewer_id() is not null;
end $$;
