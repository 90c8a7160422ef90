-- «Les événements de mon réseau» (C01): what is still to come and the viewer's spaces, coopains or an invitation bring, and they have not answered; of a series the next date. The viewer's spaces,
-- invitations and coopains are known before planning: one plan for everybody walked thousands of rows. It yields ids, in order, as search does (70_search.sql); the
-- policies decide again when the caller joins them.
--   circle   'all', or a word of viewer_spaces(): only what is published there
drop function if exists events_to_come(text, text, text, bigint, integer);
create or replace function events_of_network(circle text, most integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
begin
  if me is null then return; end if;
  return query execute
    -- What began yesterday may still be going on; further back the index need not look.
    'select e.id from event e where e.state = ''published'' and e.starts_at > now() - interval ''1 day'' and e.ends_at > now()
        and (e.space_ids && $1 or e.id = any($2) or (e.is_public and e.creator_id = any($3))) and e.id <> all($4)
        and (e.series_id is null or series_next(e.series_id, e.starts_at, e.id, now()))'
    || case when circle <> 'all' then ' and e.space_ids && $5' else '' end || ' order by e.starts_at, e.id limit $6'
    using array(select c.space_id from circle c where c.member_id = me), array(select g.event_id from event_guest g where g.member_id = me),
          array(select b.coopain_id from bond b where b.member_id = me), array(select g.event_id from event_guest g where g.member_id = me and g.answer is not null),
          case when circle <> 'all' then viewer_spaces(circle) end, most;
end $$;
