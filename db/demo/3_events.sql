-- Meetings and missions, two thirds of them past. Setting: demo.events.
create temp table demo_kind (kind text, title text, hour int, lasts interval, goal int);
insert into demo_kind values
  ('door_to_door', 'Porte-à-porte, quartier de la gare', 10, '2 hours 30 minutes', 12),
  ('door_to_door', 'Porte-à-porte aux Tilleuls, bâtiments A à F', 17, '2 hours', 12),
  ('door_to_door', 'On frappe aux portes du centre', 18, '2 hours', 8),
  ('leafleting', 'Tractage au marché', 9, '2 hours', 6),
  ('leafleting', 'Distribution devant le lycée', 7, '1 hour', 4),
  ('poster_pasting', 'Collage de nuit', 20, '3 hours', 6),
  ('phone_bank', 'Soirée téléphone', 18, '2 hours 30 minutes', 10),
  ('demonstration', 'Rassemblement pour l’hôpital', 14, '2 hours', 0),
  ('section_meeting', 'Réunion de section', 19, '2 hours', 0),
  ('section_meeting', 'Assemblée de rentrée', 18, '2 hours 30 minutes', 30),
  ('debate', 'Débat : se loger près de son travail', 19, '2 hours', 40),
  ('debate', 'Débat : quelle école pour demain ?', 18, '2 hours', 40),
  ('flat_meeting', 'Réunion d’appartement', 20, '2 hours', 8),
  ('city_life', 'Conseil de quartier', 18, '2 hours', 0),
  ('party_life', 'Préparer le congrès', 19, '2 hours', 0);

-- One draw an event: its section by weight of members, its kind, its day.
create temp table demo_event as
with drawn as materialized (
  select n, 1 + floor(random() * (select max(last_member) from demo_section))::bigint as someone, 1 + floor(random() * (select count(*) from demo_kind))::int as k,
         random() as day, random() as public, random() as maker
    from generate_series(1, current_setting('demo.events')::bigint) as n
)
select d.n, s.id as section_id, s.city, s.postcode, s.code, s.federation_id,
       -- Streets around the middle of the town, as an address service finds them.
       s.latitude + (d.n * 7919 % 1000 - 500) / 25000.0 as latitude, s.longitude + (d.n * 104729 % 1000 - 500) / 18000.0 as longitude,
       first_member, s.last_member, k.kind, k.title, k.goal, k.lasts, d.public, d.maker,
       (date_trunc('day', now() at time zone 'Europe/Paris') + make_interval(days => floor(d.day * 60)::int - case when d.n % 3 = 0 then 0 else 61 + (d.n % 200)::int end, hours => k.hour)) at time zone 'Europe/Paris' as starts
  from drawn d join demo_person p on p.id = d.someone join demo_section s using (first_member)
  join (select *, row_number() over () as number from demo_kind) k on k.number = d.k;

insert into event (id, creator_id, kind, state, title, description, starts_at, ends_at, address, postcode, city, latitude, longitude, spot, is_public, space_ids, invitation_text, goal, created_at, published_at)
  overriding system value
select n, case when maker < 0.6 then first_member else first_member + floor((maker - 0.6) / 0.4 * (last_member - first_member))::bigint end,
       kind, 'published', title,
       'Rendez-vous dix minutes avant pour les consignes et un café. On y va par deux, avec quelqu’un qui l’a déjà fait : c’est plus simple et plus gai.',
       starts, starts + lasts, 1 + n % 90 || ' ' || (array['rue des Tilleuls', 'place de la Liberté', 'rue du Marché', 'boulevard Diderot', 'rue de l’Église'])[1 + n % 5],
       postcode, city, latitude, longitude,
       case when starts + lasts < now() then null when kind = 'flat_meeting' then commune_spot(code) else public.st_setsrid(public.st_makepoint(longitude, latitude), 4326)::public.geography end,
       public < 0.15, case when public < 0.15 then '{}' when public > 0.95 then array[federation_id] else array[section_id] end,
       'On compte sur toi, même pour une heure.', goal, least(starts - interval '20 days', now() - interval '4 days'), least(starts - interval '20 days', now() - interval '4 days')
  from demo_event;
-- Overseas the hour is the place's (E03); some of what goes on in town takes the whole day.
update event e set time_zone = z.name, starts_at = (e.starts_at at time zone 'Europe/Paris') at time zone z.name, ends_at = (e.ends_at at time zone 'Europe/Paris') at time zone z.name
  from (values ('971', 'America/Guadeloupe'), ('972', 'America/Martinique'), ('973', 'America/Cayenne'), ('974', 'Indian/Reunion'), ('976', 'Indian/Mayotte')) z (code, name)
 where left(e.postcode, 3) = z.code;
update event e set all_day = true, starts_at = date_trunc('day', starts_at at time zone time_zone) at time zone time_zone,
       ends_at = (date_trunc('day', starts_at at time zone time_zone) + interval '1 day') at time zone time_zone
 where kind = 'city_life' and id % 3 = 0;
select setval(pg_get_serial_sequence('event', 'id'), greatest(1, (select max(id) from event)));

-- Guests: a third of the section, at most 120; those of past events have mostly answered.
alter table event_guest disable trigger user;
insert into event_guest (event_id, member_id, invited_by, invited_at, answer, answered_at)
select g.n, g.member_id, e.creator_id, e.created_at, g.answer, case when g.answer is not null then e.created_at + interval '2 days' end
  from (
    select d.n, m.member_id, case when x < case when d.starts < now() then 0.35 else 0.20 end then 'yes' when x < 0.45 then 'maybe' when x < 0.65 then 'no' end as answer
      from demo_event d,
           lateral (select distinct d.first_member + floor(random() * (d.last_member - d.first_member + 1))::bigint as member_id
                      from generate_series(1, least(120, (d.last_member - d.first_member + 1) / 3)) where d.n is not null) m,
           lateral (select random() as x where m.member_id is not null) r
  ) g join event e on e.id = g.n
on conflict do nothing;
-- Some come with somebody (E11).
update event_guest set companions = 1 + member_id % 2 where answer = 'yes' and member_id % 11 = 0;
alter table event_guest enable trigger user;
update event e set invited = c.invited, coming = c.coming, maybe = c.maybe, declined = c.declined, companions = c.companions
  from (select event_id, count(*) as invited, coalesce(sum(1 + companions) filter (where answer = 'yes'), 0) as coming, sum(companions) as companions, count(*) filter (where answer = 'maybe') as maybe, count(*) filter (where answer = 'no') as declined
          from event_guest group by event_id) c
 where c.event_id = e.id;
-- Two sections of one federation organise together, and a third is asked (E01).
with pair as (
  select distinct on (s.parent_id) e.id as event_id, o.id as space_id, row_number() over (order by e.id) as n
    from event e join space s on s.id = e.space_ids[1] and s.kind = 'section' join space o on o.parent_id = s.parent_id and o.kind = 'section' and o.id > s.id and o.activated_at is not null
   where e.state = 'published' and not e.is_public and e.starts_at > now() + interval '1 day' order by s.parent_id, e.starts_at, o.id),
  asked as (insert into event_host (event_id, space_id, asked_at, answer, answered_at)
    select event_id, space_id, now() - interval '1 day', case when n % 2 = 1 then 'accepted' end, case when n % 2 = 1 then now() end from pair)
update event e set host_ids = array[p.space_id], space_ids = e.space_ids || p.space_id from pair p where p.event_id = e.id and p.n % 2 = 1;
-- Somebody's living room is full (E11).
update event set capacity = coming where kind = 'flat_meeting' and ends_at > now() and coming > 1;

insert into event_comment (event_id, author_id, body, created_at)
select g.event_id, g.member_id, (array['J’apporte les plans d’étage et des gants pour tout le monde.', 'Je viens avec ma voisine, elle connaît bien le quartier.', 'Je serai en retard de dix minutes.', 'Qui a les clés du local ?', 'Merci à tous, quelle équipe !'])[1 + (g.member_id % 5)::int], g.answered_at
  from event_guest g where g.answer = 'yes' and g.member_id % 6 = 0;

insert into event_report (event_id, author_id, minutes, doors_knocked, doors_opened, leaflets, calls, posters, words, filed_at)
select e.id, e.creator_id, 120, case when kind = 'door_to_door' then 18 * e.coming else 0 end, case when kind = 'door_to_door' then 8 * e.coming else 0 end,
       case when kind = 'leafleting' then 250 * e.coming else 0 end, case when kind = 'phone_bank' then 25 * e.coming else 0 end, case when kind = 'poster_pasting' then 20 * e.coming else 0 end,
       'Bon accueil. Le loyer d’abord, les bus du soir ensuite.', e.ends_at + interval '3 hours'
  from event e where e.is_mission and e.ends_at < now() and e.coming > 0 and e.id % 4 <> 0;
insert into event_attendance (event_id, member_id, doors)
select g.event_id, g.member_id, case when e.kind = 'door_to_door' then 18 else 0 end
  from event_guest g join event_report r on r.event_id = g.event_id join event e on e.id = g.event_id where g.answer = 'yes';
