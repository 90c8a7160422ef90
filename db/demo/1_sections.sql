-- Sections where people live: large towns have several, small ones wait their turn. Settings: demo.sections, demo.department.
create temp table demo_section as
with slot as (
  select c.code, c.name, c.department, c.population, k,
         greatest(1, c.population / 60000) as towns_sections
    from commune c, generate_series(1, greatest(1, c.population / 60000)) as k
   where c.population > 0 and c.latitude is not null and (current_setting('demo.department') = '' or c.department = current_setting('demo.department'))
), chosen as (
  select *, row_number() over (order by population / k desc, code, k) as n from slot
   order by population / k desc, code, k limit current_setting('demo.sections')::bigint
)
select n, c.code, c.name as city, f.id as federation_id, c.population::float8 / c.towns_sections as weight,
       c.name || case when c.towns_sections = 1 then '' when c.k <= 5 then (array['-Centre', '-Nord', '-Sud', '-Est', '-Ouest'])[c.k] else ' ' || c.k end as name,
       (select min(postcode) from commune_postcode p where p.commune_code = c.code) as postcode,
       l.latitude, l.longitude, null::bigint as id, null::bigint as first_member, null::bigint as last_member
  from chosen c join space f on f.kind = 'federation' and f.department = c.department join commune l on l.code = c.code;

with made as (
  insert into space (kind, parent_id, name, activated_at, created_at)
  select 'section', federation_id, name, now() - interval '200 days', now() - interval '240 days' from demo_section order by n
  returning id, name, parent_id)
update demo_section d set id = made.id from made where made.name = d.name and made.parent_id = d.federation_id;

insert into section_profile (space_id, address, postcode, city, spot, phone)
select id, (array['2 rue de la Paix', '14 rue de la République', '8 place du Marché', '31 rue Jean-Jaurès', '5 rue des Écoles'])[1 + n % 5], postcode, city, commune_spot(code),
       '+33199' || lpad(n::text, 6, '0')  -- 01 99 00 xx xx: numbers that ARCEP keeps for fiction
  from demo_section;

-- Who belongs where: contiguous numbers, in proportion to the towns, at least five each.
with share as (
  select n, greatest(5, floor(current_setting('demo.members')::float8 * weight / sum(weight) over ()))::bigint as size from demo_section
), placed as (
  select n, sum(size) over (order by n) - size + 1 as lo, sum(size) over (order by n) as hi from share
)
update demo_section d set first_member = p.lo, last_member = p.hi from placed p where p.n = d.n;
-- What rounding left over goes to the largest town's.
update demo_section set last_member = last_member + greatest(0, current_setting('demo.members')::bigint - (select max(last_member) from demo_section))
 where n = (select max(n) from demo_section);
create unique index on demo_section (first_member);
analyze demo_section;
