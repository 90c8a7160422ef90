-- B07: who answers to the filters of the directory, in its order, from a name on. Candidates to join with member, whose policy decides; the conditions are composed,
-- since one plan for every combination fits none. More than a page, since the policy takes some away.
create or replace function directory_candidates(words text, federation bigint, section bigint, interest text, last text, first text, after bigint, many integer)
  returns setof bigint language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if viewer_id() is null then return; end if;
  return query execute 'select m.id from member m where (m.last_name, m.first_name, m.id) > ($5, $6, $7)'
    || case when words <> '' then ' and m.id = any(array(select search_members($1, 5000)))' else '' end
    || case when section <> 0 then ' and m.section_id = $3'
            when federation <> 0 then ' and m.section_id = any(array(select s.id from space s where s.parent_id = $2 and s.kind = ''section''))' else '' end
    || case when interest <> '' then ' and exists (select from member_interest i where i.member_id = m.id and i.interest = $4)' else '' end
    || ' order by m.last_name, m.first_name, m.id limit $8'
    using words, federation, section, interest, last, first, after, many;
end $$;
