-- Messages: their participants alone, whatever their role (D05).

create or replace function viewer_threads() returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query select m.thread_id from thread_member m where m.member_id = viewer_id();
end $$;

alter table thread enable row level security;
drop policy if exists thread_read on thread;
create policy thread_read on thread for select using (id = any(array(select viewer_threads())));

-- Of a broadcast, recipients see only themselves and whoever wrote.
alter table thread_member enable row level security;
drop policy if exists thread_member_read on thread_member;
create policy thread_member_read on thread_member for select using (
  member_id = (select viewer_id())
  or exists (select from thread t where t.id = thread_id and (not t.one_way or t.creator_id = (select viewer_id()) or t.creator_id = member_id)));
drop policy if exists thread_member_own on thread_member;
create policy thread_member_own on thread_member for update using (member_id = (select viewer_id()));

alter table message enable row level security;
drop policy if exists message_read on message;
create policy message_read on message for select using (thread_id = any(array(select viewer_threads())));

-- Tells those who take part, but the author, that there is something new.
create or replace function message_announce(which bigint, author bigint) returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  select pg_notify('live', 'member ' || m.member_id) from thread_member m where m.thread_id = which and m.member_id <> author
$$;
revoke execute on function message_announce(bigint, bigint) from public;

-- Begins a thread with people whom the viewer sees (the caller passes ids that went through the policies) and says the first words.
create or replace function message_begin(subject text, body text, one_way boolean, recipients bigint[]) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  made bigint;
begin
  if me is null then perform refuse('CP401'); end if;
  if cardinality(array_remove(recipients, me)) = 0 then return null; end if;
  insert into thread (creator_id, subject, one_way) values (me, subject, one_way) returning id into made;
  insert into thread_member (thread_id, member_id) select made, r from (select distinct unnest(recipients)) as x (r) where r <> me;
  insert into thread_member (thread_id, member_id, read_at) values (made, me, now());
  insert into message (thread_id, author_id, body) values (made, me, body);
  perform message_announce(made, me);
  return made;
end $$;

-- Answers in a thread one takes part in; false when it is a broadcast of somebody else.
create or replace function message_answer(which bigint, body text) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  closed boolean;
begin
  select t.one_way and t.creator_id is distinct from me into closed from thread t join thread_member m on m.thread_id = t.id and m.member_id = me where t.id = which;
  if closed is null then perform refuse('CP404'); end if;
  if closed then return false; end if;
  insert into message (thread_id, author_id, body) values (which, me, body);
  update thread set last_at = now() where id = which;
  update thread_member set hidden_at = null where thread_id = which;
  update thread_member set read_at = now() where thread_id = which and member_id = me;
  perform message_announce(which, me);
  return true;
end $$;

-- Writing is showing oneself to whom one writes, whatever circle one chose: the name under a message, for those who take part.
create or replace function message_author(which bigint) returns text
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (select m.first_name || ' ' || m.last_name from message x join thread_member t on t.thread_id = x.thread_id and t.member_id = viewer_id() join member m on m.id = x.author_id
   where x.id = which and m.leaves_at is null);
end $$;
