-- E11: the conversation of those who come or may. Each enters it by themselves, since taking part shows one to the others; whoever declines has left it.

-- Begins it, or enters it; says `words` there when there are some. Its thread; null when there is none yet and nothing to begin it with; 0 for
-- whoever does not come.
create or replace function event_converse(which bigint, words text) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me constant bigint := viewer_id();
  talked event%rowtype;
  talk bigint;
begin
  if not event_visible(me, which) then perform refuse('CP404'); end if;
  select * into talked from event where id = which for update;
  if talked.state <> 'published' or not (talked.creator_id = me or exists (select from event_guest g where g.event_id = which and g.member_id = me and g.answer in ('yes', 'maybe')))
  then return 0; end if;
  talk := talked.thread_id;
  if talk is null then
    if words = '' then return null; end if;
    insert into thread (creator_id, subject) values (me, talked.title) returning id into talk;
    update event set thread_id = talk where id = which;
  end if;
  insert into thread_member (thread_id, member_id, read_at) values (talk, me, now()) on conflict do nothing;
  if words <> '' then perform message_answer(talk, words); end if;
  return talk;
end $$;

create or replace function event_guest_leaves_talk() returns trigger
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  delete from thread_member t using event e
   where e.id = old.event_id and t.thread_id = e.thread_id and t.member_id = old.member_id and e.creator_id is distinct from old.member_id;
  return null;
end $$;
drop trigger if exists event_guest_talk_answer on event_guest;
create trigger event_guest_talk_answer after update of answer on event_guest for each row when (new.answer in ('no', 'waiting')) execute function event_guest_leaves_talk();
drop trigger if exists event_guest_talk_delete on event_guest;
create trigger event_guest_talk_delete after delete on event_guest for each row execute function event_guest_leaves_talk();
