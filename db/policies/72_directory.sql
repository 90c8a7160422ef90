-- B07: who answers to the filters of the directory, in its order, from a name on. As in 70_search.sql, candidates come from above the policies and are counted under them.

-- The conditions are composed, since one plan for every combination fits none.
create or replace function directory_candidates(words text, near boolean, federation bigint, section bigint, interest text, last text, first text, after bigint, most integer)
  returns setof bigint language plpgsql stable security definer set search_path = coopol, public, pg_temp as $$
declare
  parts text[] := search_parts(words);
begin
  if viewer_id() is null or (words <> '' and cardinality(parts) = 0) then return; end if;
  return query execute 'with named as ' || case when words = '' then 'not' else '' end || ' materialized (' -- those of a name are too few to be met on a walk along the alphabet
    || 'select m.id, m.last_name, m.first_name, m.section_id from member m where '
    || case when words = '' then 'true'
            when near then 'm.id = any(array(select search_members_near($1)))'
            when cardinality(parts) = 1 and length(parts[1]) <= 3 then 'm.id = any(array(select search_members_exact($1, 2000)))'
            else search_condition('m.search_key', parts) end
    || ') select m.id from named m where (m.last_name, m.first_name, m.id) > ($5, $6, $7)'
    || case when section <> 0 then ' and m.section_id = $3'
            when federation <> 0 then ' and m.section_id = any(array(select s.id from space s where s.parent_id = $2 and s.kind = ''section''))' else '' end
    || case when interest <> '' then ' and exists (select from member_interest i where i.member_id = m.id and i.interest = $4)' else '' end
    || ' order by m.last_name, m.first_name, m.id limit $8'
    using words, federation, section, interest, last, first, after, most;
end $$;

-- Those whom the asker sees: the next ones, at least `wanted` if there are as many.
create or replace function directory_found(words text, federation bigint, section bigint, interest text, last text, first text, after bigint, wanted integer)
  returns setof bigint language plpgsql stable set search_path = coopol, public, pg_temp as $$
declare
  most integer := 2 * wanted;
  candidates bigint[];
  seen bigint[];
begin
  loop
    candidates := array(select directory_candidates(words, false, federation, section, interest, last, first, after, most));
    seen := array(select id from member where id = any(candidates));
    exit when cardinality(seen) >= wanted or cardinality(candidates) < most;
    most := 8 * most;
  end loop;
  if words <> '' and after = 0 and cardinality(seen) < search_few() then
    seen := seen || array(select m.id from member m where m.id <> all(seen)
      and m.id = any(array(select directory_candidates(words, true, federation, section, interest, last, first, after, most))));
  end if;
  return query select unnest(seen);
end $$;
