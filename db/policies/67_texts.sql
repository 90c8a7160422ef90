-- Charter and legal notice (P05): their versions, for coopilotes, and who has agreed to what.

-- Part of the statement that lets a member in: whoever has not agreed to the latest charter that asks for it again is led there (CP451). Always true, unless it refuses.
create or replace function charter_agreed(whom bigint, asked boolean) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  needed bigint;
begin
  if not asked then return true; end if;
  select max(id) into needed from charter where asks_again;
  if needed is not null and not exists (select from charter_acceptance a where a.member_id = whom and a.charter_id >= needed) then perform refuse('CP451'); end if;
  return true;
end $$;
drop function if exists charter_needed();

-- Agreeing to the version that was shown, and to none that came meanwhile.
create or replace function agree_to_charter(which bigint) returns boolean
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  with agreed as (
    insert into charter_acceptance (member_id, charter_id) select viewer_id(), c.id from charter c where c.id = which and c.id = (select max(id) from charter)
    on conflict do nothing returning charter_id)
  select exists (select from agreed) or exists (select from charter_acceptance where member_id = viewer_id() and charter_id = (select max(id) from charter))
$$;

create or replace function text_versions(which text)
  returns table (id bigint, body text, note text, asks_again boolean, published_at timestamptz, author text, agreed bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if refusal(viewer_id(), 'coopilote', null) is not null then perform refuse('CP403'); end if;
  return query
    select v.id, v.body, v.note, v.asks_again, v.published_at, m.first_name || ' ' || m.last_name, v.agreed from (
      select c.id, c.body, c.note, c.asks_again, c.published_at, c.author_id, (select count(*) from charter_acceptance a where a.charter_id = c.id) as agreed
        from charter c where which = 'charte'
      union all
      select n.id, n.body, n.note, false, n.published_at, n.author_id, 0 from legal_notice n where which = 'mentions-legales') v
      left join member m on m.id = v.author_id
     order by v.id desc limit 60;
end $$;

-- A new version, unless another was published since `former` was read: null then.
create or replace function publish_text(which text, former bigint, words text, note text, asks_again boolean) returns bigint
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_variable
declare
  made bigint;
begin
  if refusal(viewer_id(), 'coopilote', null) is not null then perform refuse('CP403'); end if;
  perform pg_advisory_xact_lock(hashtextextended('text ' || which, 0));
  if which = 'charte' then
    insert into charter (body, author_id, note, asks_again) select words, viewer_id(), note, asks_again where former = (select max(c.id) from charter c) returning id into made;
    -- Who changes it has read it.
    insert into charter_acceptance (member_id, charter_id) select viewer_id(), made where made is not null;
  else
    insert into legal_notice (body, author_id, note) select words, viewer_id(), note where former = (select max(n.id) from legal_notice n) returning id into made;
  end if;
  return made;
end $$;
