-- E06: «Partager». A guest tells their coopains; only those whom the event is for already, by being public or of their spaces. What is for those invited alone is not
-- for guests to open. Whoever was invited before hears nothing more, and nobody is told who was.

-- Of the viewer's coopains (and of `members`, if given), those whom they may tell.
create or replace function event_share_circle(which bigint, members bigint[]) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  me constant bigint := viewer_id();
  shared event;
begin
  if not event_visible(me, which) then return; end if;
  select * into shared from event where id = which;
  if shared.state <> 'published' then return; end if;
  return query
    select m.id from bond b join member m on m.id = b.coopain_id and m.leaves_at is null
     where b.member_id = me and (members is null or m.id = any(members)) and m.id is distinct from shared.creator_id
       and (shared.is_public or exists (select from circle c where c.member_id = m.id and c.space_id = any(shared.space_ids)));
end $$;

-- False when it is not to be shared, or not any more.
create or replace function event_share(which bigint, members bigint[]) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not event_visible(viewer_id(), which) then perform refuse('CP404'); end if;
  if not exists (select from event e where e.id = which and e.state = 'published' and e.ends_at > now() and (e.is_public or e.space_ids <> '{}')) then return false; end if;
  perform event_add_guests(which, array(select event_share_circle(which, members)));
  return true;
end $$;
