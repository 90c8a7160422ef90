-- Members with names of their generation. Tables demo_generation, demo_first_name, demo_last_name come from src/demo/names.cpp; demo.password opens the personas.
-- width_bucket() finds a draw's place in a sorted array of thresholds: what a join by ranges would do for each pair.
create temp table demo_person as
with drawn as materialized (
  select n, random() as generation, random() < 0.49 as woman, random() as first, random() as last, random() as year, random() as seen, random() as circle, random() as since
    from generate_series(1, (select max(last_member) from demo_section)) as n
), aged as (
  select d.*, g.generation as g, g.born_from + floor(d.year * (g.born_to - g.born_from + 1))::int as born
    from drawn d join demo_generation g on d.generation >= g.after and d.generation < g.upto
), first_names as (
  select generation, woman, array_agg(name order by after) as names, array_agg(after order by after) as thresholds from demo_first_name group by generation, woman
), last_names as (
  select array_agg(name order by after) as names, array_agg(after order by after) as thresholds from demo_last_name
), sections as (
  select array_agg(first_member order by first_member) as thresholds from demo_section
)
select a.n as id, f.names[width_bucket(a.first, f.thresholds)] as first_name, l.names[width_bucket(a.last, l.thresholds)] as last_name,
       s.thresholds[width_bucket(a.n, s.thresholds)] as first_member, a.woman, a.born, a.seen, a.circle, a.since
  from aged a join first_names f on f.generation = a.g and f.woman = a.woman, last_names l, sections s;
create unique index on demo_person (id);
analyze demo_person;

insert into member (id, first_name, last_name, visibility, city, created_at, last_seen_at, section_id, is_secretary) overriding system value
select p.id, p.first_name, p.last_name,
       case when p.circle < 0.80 then 'everyone' when p.circle < 0.95 then 'circle' else 'secretary' end,
       s.city, now() - interval '190 days' * p.since, case when p.seen < 0.85 then now() - interval '60 days' * p.seen * p.seen end,
       s.id, p.id = first_member
  from demo_person p join demo_section s using (first_member);
select setval(pg_get_serial_sequence('member', 'id'), (select max(id) from member));

insert into member_contact (member_id, phone, address, postcode, sex, birth_date)
select p.id, '+3363998' || lpad((p.id % 10000)::text, 4, '0'), 1 + p.id % 120 || ' ' || (array['rue des Lilas', 'rue Pasteur', 'avenue de la Gare', 'rue du Moulin', 'rue Victor-Hugo', 'impasse des Jardins'])[1 + p.id % 6],
       s.postcode, case when p.woman then 'f' else 'm' end, make_date(p.born, 1 + (p.id % 12)::int, 1 + (p.id % 28)::int)
  from demo_person p join demo_section s using (first_member);

insert into account (member_id, email, password_hash)
select id, regexp_replace(fold(first_name || '.' || last_name), '[^a-z.]+', '-', 'g') || '.' || id || '@example.org', current_setting('demo.password') from demo_person;

-- The first of each section runs it, the second keeps its money, the next three are its bureau.
alter table membership disable trigger membership_circle;
insert into membership (space_id, member_id, kind, role, joined_at)
select s.id, p.id, case when p.id % 9 = 8 then 'sympathisant' else 'adherent' end,
       case p.id - first_member when 0 then 'secretary' when 1 then 'treasurer' when 2 then 'bureau' when 3 then 'bureau' when 4 then 'bureau' else 'member' end,
       now() - interval '190 days' * p.since
  from demo_person p join demo_section s using (first_member);
update membership set kind = 'adherent' where role <> 'member' and kind = 'sympathisant';
-- A referent for each federation, and three coopilotes for all.
insert into membership (space_id, member_id, role)
select federation_id, min(first_member) + 1, 'referent' from demo_section group by federation_id;
insert into membership (space_id, member_id, role)
select n.id, s.first_member + 2, 'coopilote' from space n, (select first_member from demo_section order by n limit 3) s where n.kind = 'national';

insert into circle (member_id, space_id, direct, secretary)
select member_id, space_id, bool_or(direct), bool_or(secretary) from (
  select m.member_id, m.space_id, true as direct, m.role = 'secretary' as secretary from membership m
  union all select m.member_id, s.parent_id, false, false from membership m join space s on s.id = m.space_id where s.parent_id is not null
  union all select m.member_id, f.parent_id, false, false from membership m join space s on s.id = m.space_id join space f on f.id = s.parent_id where f.parent_id is not null
) up group by member_id, space_id;
alter table membership enable trigger membership_circle;

update section_profile p set treasurer = t.name, bureau = b.names
  from demo_section s,
       lateral (select first_name || ' ' || last_name as name from demo_person where id = s.first_member + 1) t,
       lateral (select string_agg(first_name || ' ' || last_name, e'\n' order by id) as names from demo_person where id between s.first_member + 2 and s.first_member + 4) b
 where p.space_id = s.id;

insert into charter_acceptance (member_id, charter_id, accepted_at)
select m.id, c.id, m.created_at from member m, (select max(id) as id from charter) c where c.id is not null;

-- Coopains: mostly of the section, some from afar.
insert into bond (member_id, coopain_id, since)
select least_id, greatest_id, now() - interval '100 days' * r from (
  select least(p.id, o.other) as least_id, greatest(p.id, o.other) as greatest_id, min(o.r) as r
    from demo_person p join demo_section s using (first_member),
         lateral (select case when k <= 6 then s.first_member + floor(random() * (s.last_member - s.first_member + 1))::bigint
                              else 1 + floor(random() * (select max(last_member) from demo_section))::bigint end as other, random() as r
                    from generate_series(1, 8) as k where p.id is not null) o
   where p.id <> o.other group by 1, 2) pairs;
insert into bond (member_id, coopain_id, since) select coopain_id, member_id, since from bond on conflict do nothing;
insert into bond_request (from_id, to_id)
select asker, id from (select 1 + floor(random() * (select max(id) from demo_person))::bigint as asker, id from demo_person where random() < 0.15) x where asker <> id
on conflict do nothing;
delete from bond_request r where exists (select from bond b where b.member_id = r.from_id and b.coopain_id = r.to_id);
