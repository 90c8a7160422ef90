-- What referents find beside sections that run: one that waits for its secretary, one that has none any more; another federation; another movement.
create temp table demo_extra as
select f.id as federation_id, x.name, c.code, c.name as city, (select min(postcode) from commune_postcode p where p.commune_code = c.code) as postcode, x.open, null::bigint as id
  from (values ('25', 'Haut-Doubs', 'Pontarlier', false), ('25', 'Vallée de la Loue', 'Ornans', true), ('39', 'Dole', 'Dole', true), ('39', 'Lons-le-Saunier', 'Lons-le-Saunier', false))
       as x (department, name, city, open)
  join space f on f.kind = 'federation' and f.department = x.department join space n on n.id = f.parent_id and n.kind = 'national'
  join lateral (select * from commune where department = x.department and name = x.city limit 1) c on true
 where current_setting('demo.department') = '25';
-- The young ones' own tree: two sections in the first federation's département.
with movement as (insert into space (kind, parent_id, name) select 'movement', id, 'MJS' from space where kind = 'national' returning id),
federation as (
  insert into space (kind, parent_id, name, department)
  select 'federation', m.id, 'MJS · ' || d.name, d.code from movement m, space f join department d on d.code = f.department
   where f.id = (select federation_id from demo_section order by n limit 1) returning id)
insert into demo_extra
select f.id, 'MJS ' || s.city, s.code, s.city, s.postcode, s.n = 1 from federation f, (select distinct on (city) * from demo_section where n <= 30 order by city, n) s order by s.n limit 2;

with made as (
  insert into space (kind, parent_id, name, activated_at) select 'section', federation_id, name, case when open then now() - interval '60 days' end from demo_extra returning id, parent_id, name)
update demo_extra e set id = made.id from made where made.parent_id = e.federation_id and made.name = e.name;
insert into section_profile (space_id, postcode, city, spot) select id, postcode, city, commune_spot(code) from demo_extra;
insert into invitation (space_id, role, first_name, last_name, email, sends, last_sent_at)
select id, 'secretary', 'Camille', 'Vernerey', 'camille.vernerey.' || id || '@example.org', 2, now() - interval '3 days' from demo_extra where name = 'Haut-Doubs';

-- People of the largest section are of the movement too; one of them runs its section.
create temp table demo_young as
select e.id as space_id, p.id as member_id, row_number() over (order by p.id) as k
  from demo_extra e, demo_section s join demo_person p using (first_member)
 where e.name like 'MJS %' and e.open and s.n = 1 and p.id > s.first_member + 6 and p.id <= s.first_member + 15;
insert into membership (space_id, member_id, kind, role, joined_at)
select space_id, member_id, 'adherent', case k when 1 then 'secretary' else 'member' end, now() - interval '50 days' from demo_young;
select circle_rebuild(member_id) from demo_young;
-- Who came in from their section's file, so that rates are some.
insert into register_entry (section_id, kind, first_name, last_name, email, postcode, city, member_id)
select s.id, 'adherent', p.first_name, p.last_name, a.email, s.postcode, s.city, p.id
  from demo_section s join demo_person p using (first_member) join account a on a.member_id = p.id where current_setting('demo.department') = '25' and (p.id * 7 + s.n) % 10 < 8;
select federation_recount(array(select id from space where kind = 'federation'));
