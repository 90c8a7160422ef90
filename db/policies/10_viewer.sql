-- Who is asking. Every transaction of the server begins with enter() (a session) or act_as() (a signed link, a job); without either viewer_id() is NULL and
-- nothing is visible. The form of the policies in the other files was measured: `= any(array(select …))` is planned once per statement.

create or replace function viewer_id() returns bigint language sql stable parallel safe
  return nullif(current_setting('coopol.member_id', true), '')::bigint;

-- Acts as that person until the transaction ends: a job on their behalf, or a link that was signed for them.
create or replace function act_as(whom bigint) returns void language sql volatile
begin atomic
  select set_config('coopol.member_id', coalesce(whom::text, ''), true);
end;

-- Refuses with a SQLSTATE that the server turns into a page: CP401 sign in first, CP403 known but not yours, CP404 not there for you,
-- CP410 you have asked to leave.
create or replace function refuse(state text) returns void language plpgsql volatile as $$
begin
  raise exception 'refused' using errcode = state;
end $$;

-- May this viewer use a route that needs `need` on `subject`? The words are those of src/gate/who.hpp. Returns null, or the SQLSTATE to refuse with.
create or replace function refusal(viewer bigint, need text, subject bigint) returns text
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  kind_of text;
begin
  if need in ('anyone', 'even leaving') then return null; end if;
  if viewer is null then return 'CP401'; end if;
  if need like 'office %' then  -- the section's secretary, or whom they handed that power
    if office_held(viewer, substr(need, 8), subject) then return null; end if;
    return case when exists (select from space where id = subject and kind = 'section') then 'CP403' else 'CP404' end;
  end if;
  case need
    when 'member' then return null;
    when 'insider' then
      if exists (select from circle c where c.member_id = viewer and c.space_id = subject and c.direct) then return null; end if;
      return case when exists (select from space where id = subject) then 'CP403' else 'CP404' end;
    when 'secretary' then
      if exists (select from circle c where c.member_id = viewer and c.space_id = subject and c.secretary) then return null; end if;
      return case when exists (select from space where id = subject and kind = 'section') then 'CP403' else 'CP404' end;
    when 'referent' then  -- of a federation, or of the federation above a section
      select kind into kind_of from space where id = subject;
      if kind_of is null or kind_of not in ('federation', 'section') then return 'CP404'; end if;
      if exists (select from membership m where m.member_id = viewer and m.role = 'referent'
                   and m.space_id = case kind_of when 'section' then (select parent_id from space where id = subject) else subject end) then return null; end if;
      return 'CP403';
    when 'coopilote' then
      if exists (select from membership m where m.member_id = viewer and m.role = 'coopilote') then return null; end if;
      return 'CP403';
    when 'organiser' then  -- who made the event, or runs a section in which it is published, or was handed its events, or is the referent of a federation that organises it too
      if exists (select from event e where e.id = subject and (e.creator_id = viewer or (e.state <> 'draft' and
                   (exists (select from unnest(e.space_ids) as s where office_held(viewer, 'events', s))
                     or exists (select from membership m where m.member_id = viewer and m.role = 'referent' and m.space_id = any(e.host_ids)))))) then return null; end if;
      return case when event_visible(viewer, subject) then 'CP403' else 'CP404' end;
    when 'list_user' then  -- the section's secretary, whom they handed its members or messages, or the manager of that zone
      if exists (select from section_list l where l.id = subject and (l.manager_id = viewer
                   or office_held(viewer, 'members', l.section_id) or office_held(viewer, 'messages', l.section_id))) then return null; end if;
      return 'CP404';
  end case;
end $$;

-- The first statement of every request: finds the session, checks the right, becomes the viewer. One row for a member, none for a visitor.
create or replace function enter(token_hash bytea, need text, subject bigint)
  returns table (member_id bigint, session_id bigint, first_name text, last_name text, section_id bigint, section_name text, is_secretary boolean,
                 federation_id bigint, is_coopilote boolean)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
declare
  mine session%rowtype;
  refused text;
begin
  if enter.token_hash is not null then
    select * into mine from session s where s.token_hash = enter.token_hash and s.expires_at > now();
    if mine.seen_at < now() - interval '5 minutes' then
      update session s set seen_at = now(), expires_at = now() + interval '30 days' where s.id = mine.id;
      update member m set last_seen_at = now() where m.id = mine.member_id;
    end if;
  end if;
  -- Whoever has asked to leave finds one page alone (A12).
  if need <> 'even leaving' and exists (select from member m where m.id = mine.member_id and m.leaves_at is not null) then perform refuse('CP410'); end if;
  refused := refusal(mine.member_id, need, subject);
  if refused is not null then perform refuse(refused); end if;
  perform set_config('coopol.member_id', coalesce(mine.member_id::text, ''), true);
  return query
    select m.id, mine.id, m.first_name, m.last_name, s.id, s.name, coalesce(m.is_secretary, false),
           (select f.space_id from membership f where f.member_id = m.id and f.role = 'referent' limit 1),
           exists (select from membership f where f.member_id = m.id and f.role = 'coopilote')
      from member m left join space s on s.id = m.section_id where m.id = mine.member_id;
end $$;
