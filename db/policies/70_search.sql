-- Under row level security an index serves only operators that are leakproof; LIKE, the trigram ones and full text are not. So these yield candidate ids, and the caller
-- joins them by id to the protected table, which alone decides what is seen. They give more than is shown, since the policies take some away.

-- What was typed, word by word: at most six, of small letters and digits alone.
create or replace function search_parts(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce((array_agg(part order by place))[1:6], '{}') from regexp_split_to_table(trim(coopol.place_key(left(words, 240))), ' ') with ordinality p (part, place) where part <> ''
$$;
-- Each word begins some word of the key, in any order. As text, since an index serves no «like all (array)».
create or replace function search_condition(key text, parts text[]) returns text language sql immutable parallel safe as $$
  select string_agg(format('%s like %L', key, '% ' || part || '%'), ' and ') from unnest(parts) part
$$;
-- The same of texts: each word by its stem, the last one as far as it is typed.
create or replace function search_texts(parts text[]) returns tsquery language sql stable parallel safe set search_path = coopol, pg_temp as $$
  select to_tsquery('coopol.texts', string_agg(
      case when part = 'saint' then '(saint | st)' when part = 'sainte' then '(sainte | ste)' when place = cardinality(parts) then part || ':*' else part end, ' & '))
    from unnest(parts) with ordinality p (part, place) where part not in ('les', 'a', 'aux') -- which the list of stop words misses, or knew by its accent
$$;

-- Each search has two parts, since what is hidden may change nothing that is seen, neither how many are found nor whether near matches are looked for: candidates come from
-- above the policies, but whether they are enough is counted under them, for the asker; if not, more of them are looked at.

-- Coopains; then whose last name begins so, then whose first name does; and from four letters on, or two words, wherever a word of theirs does.
create or replace function search_members_exact(words text, most integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
declare
  me bigint := viewer_id();
  parts text[] := search_parts(words);
  first text := parts[1];
  found bigint[] := '{}';
begin
  if me is null or first is null then return; end if;
  execute 'select array(select m.id from bond b join member m on m.id = b.coopain_id where b.member_id = $1 and ' || search_condition('m.search_key', parts) || ' limit $2)'
    into found using me, most;
  if cardinality(parts) = 1 then
    found := found
      || array(select m.id from member m where place_key(m.last_name) ~>=~ first and place_key(m.last_name) ~<~ (first || '{') order by place_key(m.last_name) using ~<~ limit most)
      || array(select m.id from member m where place_key(m.first_name) ~>=~ first and place_key(m.first_name) ~<~ (first || '{') order by place_key(m.first_name) using ~<~ limit most);
  end if;
  if cardinality(found) < most and (cardinality(parts) > 1 or length(first) > 3) then
    execute 'select $1 || array(select m.id from member m where ' || search_condition('m.search_key', parts) || ' order by m.last_name, m.first_name, m.id limit $2)'
      into found using found, most;
  end if;
  return query select distinct unnest(found);
end $$;
-- Typing errors: two letters that changed places, of six.
create or replace function search_members_near(words text) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
declare
  typed text := array_to_string(search_parts(words), ' ');
begin
  if viewer_id() is null or length(typed) < 4 then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.42', true);
  return query execute 'select m.id from member m where $1 <% m.search_key order by $1 <<-> m.search_key limit 50' using typed;
end $$;
create or replace function search_few() returns integer language sql immutable parallel safe as 'select 5'; -- exact ones, under which near ones are looked for

-- Those whom the asker sees: at least `wanted`, if there are as many.
create or replace function search_members(words text, wanted integer) returns setof bigint
  language plpgsql stable set search_path = coopol, public, pg_temp as $$
declare
  most integer := 4 * wanted;
  candidates bigint[];
  seen bigint[];
begin
  loop
    candidates := array(select search_members_exact(words, most));
    seen := array(select id from member where id = any(candidates));
    exit when cardinality(seen) >= wanted or cardinality(candidates) < most or most > 20000;
    most := 8 * most;
  end loop;
  if cardinality(seen) < least(wanted, search_few()) then
    seen := seen || array(select m.id from member m where m.id = any(array(select search_members_near(words))) and m.id <> all(seen));
  end if;
  return query select unnest(seen);
end $$;

create or replace function search_events_exact(words text, most integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
declare
  parts text[] := search_parts(words);
begin
  if viewer_id() is null or cardinality(parts) = 0 then return; end if;
  return query select e.id from event e where e.state = 'published' and e.stems @@ search_texts(parts)
                order by e.starts_at desc limit most;
end $$;
create or replace function search_events_near(words text) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
begin
  if viewer_id() is null or length(words) < 4 then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return query select e.id from event e where e.state = 'published' and fold(words) <% e.title_key order by fold(words) <<-> e.title_key, e.starts_at desc limit 50;
end $$;
create or replace function search_events(words text, most integer) returns setof bigint
  language plpgsql stable set search_path = coopol, public, pg_temp as $$
declare
  exact bigint[] := array(select search_events_exact(words, most));
begin
  return query select unnest(exact);
  if not exists (select from event where id = any(exact)) then return query select search_events_near(words); end if;
end $$;

-- `kinds`: of those alone.
create or replace function search_spaces_exact(words text, kinds text[], most integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
declare
  parts text[] := search_parts(words);
begin
  if viewer_id() is null or cardinality(parts) = 0 then return; end if;
  return query execute 'select s.id from space s where s.kind = any($1) and ' || search_condition('s.search_key', parts) || ' order by s.name limit $2' using kinds, most;
end $$;
create or replace function search_spaces_near(words text, kinds text[]) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
declare
  typed text := array_to_string(search_parts(words), ' ');
begin
  if viewer_id() is null or length(typed) < 4 then return; end if;
  perform set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return query select s.id from space s where s.kind = any(kinds) and typed <% s.search_key order by typed <<-> s.search_key limit 20;
end $$;
create or replace function search_spaces(words text, kinds text[], most integer) returns setof bigint
  language plpgsql stable set search_path = coopol, public, pg_temp as $$
declare
  exact bigint[] := array(select search_spaces_exact(words, kinds, most));
begin
  return query select unnest(exact);
  if not exists (select from space where id = any(exact)) then return query select search_spaces_near(words, kinds); end if;
end $$;
drop function if exists search_spaces(text, integer);

-- What people wrote on walls; posts will stand beside it.
create or replace function search_statuses(words text, most integer) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
declare
  parts text[] := search_parts(words);
begin
  if viewer_id() is null or cardinality(parts) = 0 then return; end if;
  return query select a.id from activity a where a.kind in ('status', 'wall') and to_tsvector('coopol.texts', a.body) @@ search_texts(parts) order by a.id desc limit most;
end $$;
