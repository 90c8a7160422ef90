-- Requests and bonds between members. Both people are told live; crossing requests make one bond.

-- What two people do about each other at the same moment happens one after the other.
create or replace function coopain_pair(a bigint, b bigint) returns void
  language sql volatile set search_path = coopol, pg_temp as $$
  select pg_advisory_xact_lock(hashtextextended('coopains ' || least(a, b) || ' ' || greatest(a, b), 0))
$$;
revoke execute on function coopain_pair(bigint, bigint) from public;

create or replace function coopain_ask(whom bigint) returns text
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
begin
  if me is null or whom = me then return 'nothing'; end if;
  perform coopain_pair(me, whom);
  if exists (select from bond where member_id = me and coopain_id = whom) then return 'already'; end if;
  if exists (select from bond_request where from_id = whom and to_id = me) then
    perform coopain_bind(me, whom);
    return 'bound';
  end if;
  insert into bond_request (from_id, to_id) values (me, whom) on conflict do nothing;
  perform pg_notify('live', 'member ' || whom);
  return 'asked';
end $$;

create or replace function coopain_bind(a bigint, b bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from bond_request where (from_id, to_id) in ((a, b), (b, a));
  insert into bond (member_id, coopain_id) values (a, b), (b, a) on conflict do nothing;
  select pg_notify('live', 'member ' || a);
  select pg_notify('live', 'member ' || b);
$$;
revoke execute on function coopain_bind(bigint, bigint) from public;

-- Accepts («yes») or refuses what `asker` asked of me; false when there is no such request any more.
create or replace function coopain_settle(asker bigint, accepted boolean) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
begin
  perform coopain_pair(me, asker);
  delete from bond_request where from_id = asker and to_id = me;
  if not found then return false; end if;
  if accepted then perform coopain_bind(me, asker); else perform pg_notify('live', 'member ' || me); end if;
  return true;
end $$;

-- Takes back a request, or ends bonds.
create or replace function coopain_withdraw(whom bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from bond_request where from_id = viewer_id() and to_id = whom;
  select pg_notify('live', 'member ' || whom);
$$;
create or replace function coopain_remove(whom bigint[]) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from bond where (member_id = viewer_id() and coopain_id = any(whom)) or (coopain_id = viewer_id() and member_id = any(whom));
$$;

-- What waits, both ways. Who asks shows their name to whom they ask, whatever circle they chose; whom I asked I saw when I asked.
create or replace function coopain_requests() returns table (id bigint, name text, section text, received boolean, asked_at timestamptz)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select m.id, m.first_name || ' ' || m.last_name, s.name, r.to_id = viewer_id(), r.asked_at
    from bond_request r
    join member m on m.id = case when r.to_id = viewer_id() then r.from_id else r.to_id end
    left join space s on s.id = m.section_id
   where viewer_id() in (r.from_id, r.to_id) and m.leaves_at is null
   order by r.asked_at desc limit 200
$$;
