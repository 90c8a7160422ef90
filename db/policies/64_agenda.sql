-- E08: the agenda as calendar programs read it. They have no session: a secret address says for whom.
alter table calendar_feed enable row level security;
drop policy if exists calendar_feed_own on calendar_feed;
create policy calendar_feed_own on calendar_feed using (member_id = (select viewer_id())) with check (member_id = (select viewer_id()));

create or replace function event_touched() returns trigger language plpgsql as $$
begin
  new.changed_at := now();
  return new;
end $$;
drop trigger if exists event_touch on event;
create trigger event_touch before update of kind, state, title, description, starts_at, ends_at, time_zone, all_day, online_url, address, complement, postcode, city, latitude, longitude, sequence
  on event for each row execute function event_touched();

-- Becomes the member whose address that is. Nobody for an unknown one, for whoever has asked to leave, and as long as a new charter waits to be agreed to.
create or replace function calendar_feed_enter(hash bytea) returns table (member_id bigint, first_name text, digest bytea, changed_at timestamptz)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  feed calendar_feed%rowtype;
begin
  perform set_config('coopol.member_id', '', true);
  select f.* into feed from calendar_feed f join member m on m.id = f.member_id
   where f.token_hash = hash and m.leaves_at is null
     and not exists (select from charter c where c.asks_again and c.id > coalesce((select max(a.charter_id) from charter_acceptance a where a.member_id = m.id), 0));
  if not found then return; end if;
  perform set_config('coopol.member_id', feed.member_id::text, true);
  if feed.read_at is null or feed.read_at < now() - interval '5 minutes' then
    update calendar_feed f set read_at = now() where f.member_id = feed.member_id;
  end if;
  return query select m.id, m.first_name, feed.digest, feed.changed_at from member m where m.id = feed.member_id;
end $$;

-- What it says now, and since when: never the same second twice, since that is all that clients compare.
create or replace function calendar_feed_said(hash bytea, what bytea) returns timestamptz
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  update calendar_feed set digest = what, changed_at = greatest(date_trunc('second', now()), changed_at + interval '1 second') where token_hash = hash returning changed_at
$$;

-- What the viewer's agenda holds and what waits for their answer: candidates, which the policies of event decide about. What is over stays for a season, what was cancelled
-- for a week, so that programs learn of it.
create or replace function calendar_feed_events() returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query
    select e.id from event e left join event_guest g on g.event_id = e.id and g.member_id = viewer_id()
     where e.id in (select o.event_id from event_guest o where o.member_id = viewer_id() union all select c.id from event c where c.creator_id = viewer_id())
       and e.state <> 'draft' and g.answer is distinct from 'no'
       and e.ends_at > now() - case when e.state = 'cancelled' then interval '7 days' when g.event_id is not null and g.answer is null then interval '0' else interval '90 days' end
     order by e.starts_at desc limit 1000;
end $$;

-- A new password, or an account taken back, ends what others may have learnt meanwhile.
create or replace function calendar_feed_void() returns trigger
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  delete from calendar_feed where member_id = new.member_id;
  return null;
end $$;
drop trigger if exists account_feed_void on account;
create trigger account_feed_void after update of password_hash, password_version on account for each row
  when (old.password_hash is distinct from new.password_hash and old.password_version <> new.password_version) execute function calendar_feed_void();

-- The events of one tab of the viewer's agenda that touch a span of time: candidates, as above.
create or replace function viewer_agenda(tab text, since timestamptz, until timestamptz) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if tab = 'mine' then
    return query select e.id from event e where e.creator_id = viewer_id() and e.state <> 'draft' and e.starts_at < until and e.ends_at > since;
  elsif tab = 'invitations' then
    return query select e.id from event_guest g join event e on e.id = g.event_id
      where g.member_id = viewer_id() and g.answer is null and e.state = 'published' and e.starts_at < until and e.ends_at > since
        and (e.series_id is null or series_next(e.series_id, e.starts_at, e.id, now()));
  else
    return query select e.id from event_guest g join event e on e.id = g.event_id
      where g.member_id = viewer_id() and g.answer in ('yes', 'maybe', 'waiting') and e.state <> 'draft' and e.starts_at < until and e.ends_at > since;
  end if;
end $$;
