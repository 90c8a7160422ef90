-- Under row level security an index serves only operators that are leakproof; LIKE and the trigram ones are not. So these yield candidate ids, and the caller
-- joins them by id to the protected table, which alone decides what is seen. They give more than is shown, since the policies take some away.

-- Each word begins some part of the name, in any order; or the whole is nearly it (typing errors).
create or replace function search_members(words text, most integer) returns setof bigint
  language sql stable security definer set search_path = coopol, public, pg_temp as $$
  with w as (select array(select '%' || replace(replace(x, '%', ''), '_', '') || '%' from unnest(regexp_split_to_array(fold(words), '[^a-z0-9]+')) x where x <> '') as parts)
  (select m.id from member m, w where cardinality(w.parts) > 0 and m.name_key like all (w.parts) order by m.last_name, m.first_name limit most)
  union
  (select m.id from member m where length(words) >= 4 and m.name_key % fold(words) order by m.name_key <-> fold(words) limit 50)
$$;
create or replace function search_events(words text, most integer) returns setof bigint
  language sql stable security definer set search_path = coopol, public, pg_temp as $$
  with w as (select array(select '%' || replace(replace(x, '%', ''), '_', '') || '%' from unnest(regexp_split_to_array(fold(words), '[^a-z0-9]+')) x where x <> '') as parts)
  select e.id from event e, w where cardinality(w.parts) > 0 and e.state = 'published' and e.title_key like all (w.parts) order by e.starts_at desc limit most
$$;
create or replace function search_spaces(words text, most integer) returns setof bigint
  language sql stable security definer set search_path = coopol, public, pg_temp as $$
  with w as (select array(select '%' || replace(replace(x, '%', ''), '_', '') || '%' from unnest(regexp_split_to_array(fold(words), '[^a-z0-9]+')) x where x <> '') as parts)
  select s.id from space s, w where cardinality(w.parts) > 0 and s.kind <> 'national' and s.name_key like all (w.parts) order by s.name limit most
$$;
