-- Lists over all events that are still to come. Each condition is there only when it is asked for, and the viewer's spaces, invitations and coopains are known before
-- planning: one plan for everybody walked thousands of rows. These yield ids, in order, as search does (70_search.sql); the policies decide again
-- when the caller joins them.
--   scope    'visible': all that the viewer may see; 'network': what their spaces, their coopains or an invitation bring, and they have not answered
--   circle   'all', or a word of viewer_spaces(): only what is published there
--   kind_of  a kind of event, or ''
--   after    the last event of the page before, or 0
create or replace function events_to_come(scope text, circle text, kind_of text, after bigint, most integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  spaces bigint[] := array(select c.space_id from circle c where c.member_id = me);
begin
  if me is null or (after <> 0 and not event_visible(me, after)) then return; end if;
  return query execute
    -- What began yesterday may still be going on; further back the index need not look.
    'select e.id from event e where e.state = ''published'' and e.starts_at > now() - interval ''1 day'' and e.ends_at > now() and '
    || case scope
         when 'network' then '(e.space_ids && $1 or e.id = any($2) or (e.is_public and e.creator_id = any($3))) and e.id <> all($4)'
         else '(e.is_public or e.space_ids && $1 or e.id = any($2) or e.creator_id = $5)' end
    || case when circle <> 'all' then ' and e.space_ids && $6' else '' end
    || case when kind_of <> '' then ' and e.kind = $7' else '' end
    || case when after <> 0 then ' and (e.starts_at, e.id) > (select x.starts_at, x.id from event x where x.id = $8)' else '' end
    || ' order by e.starts_at, e.id limit $9'
    using spaces,
          array(select g.event_id from event_guest g where g.member_id = me),
          case when scope = 'network' then array(select b.coopain_id from bond b where b.member_id = me) end,
          case when scope = 'network' then array(select g.event_id from event_guest g where g.member_id = me and g.answer is not null) end,
          me, case when circle <> 'all' then viewer_spaces(circle) end, kind_of, after, most;
end $$;
