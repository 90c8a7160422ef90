-- What waits in the sections' offices, and what passes between coopains. Setting: demo.activity.
insert into register_entry (section_id, kind, register_number, joined_on, first_name, last_name, email, mobile, postcode, city, incomplete)
select s.id, 'adherent', 'D' || s.id || '-' || lpad(k::text, 3, '0'), current_date - (k * 37 % 4000)::int, p.first_name, p.last_name,
       case when k % 6 = 0 then null when k % 11 = 0 then 'foyer.' || s.id || '@example.org' else regexp_replace(fold(p.first_name || '.' || p.last_name), '[^a-z.]+', '-', 'g') || '.' || s.id || '.' || k || '@example.org' end,
       null, s.postcode, s.city, case when k % 6 = 0 then 'missing' when k % 11 = 0 then 'shared' end
  from demo_section s, generate_series(1, 24) as k, lateral (select first_name, last_name from demo_person where id = 1 + (s.n * 131 + k * 17) % (select max(last_member) from demo_section)) p;
insert into invitation (space_id, register_entry_id, kind, first_name, last_name, email, invited_by, sends, last_sent_at)
select e.section_id, e.id, e.kind, e.first_name, e.last_name, e.email, s.first_member, 1 + (e.id % 3)::int, now() - interval '1 day' * (e.id % 20)
  from register_entry e join demo_section s on s.id = e.section_id where e.incomplete is null and e.id % 3 = 0;

insert into section_list (section_id, kind, name, manager_id)
select id, 'list', 'Tractage', null::bigint from demo_section union all select id, 'zone', 'Centre', first_member + 3 from demo_section union all select id, 'zone', 'Gare', first_member + 4 from demo_section;
insert into section_list_member (list_id, member_id)
select l.id, s.first_member + k from section_list l join demo_section s on s.id = l.section_id, generate_series(0, least(20, s.last_member - s.first_member)) as k
 where l.kind = 'list' and (k + l.id) % 3 = 0;

-- Where they live: streets are rays around the middle of the town, as if an address service had found them. «Centre» is two of them, «Gare» was drawn around another two.
insert into home (section_id, member_id, postcode, commune, street, number, spot, precise, asked_at)
select s.id, p.id, c.postcode, s.code, street_of(c.address), street_number(c.address),
       public.st_setsrid(public.st_makepoint(s.longitude + 1.4 * r.away * cos(r.turn), s.latitude + r.away * sin(r.turn)), 4326), true, now()
  from demo_person p join demo_section s using (first_member) join member_contact c on c.member_id = p.id,
       lateral (select 0.003 + (1 + p.id % 120) * 0.00012 as away, pi() / 3 * (p.id % 6) + 0.25 * sin(p.id) as turn) r;
insert into zone (list_id, streets)
select id, zone_streets(array['rue Pasteur', 'rue Victor-Hugo'], array['rue Pasteur', 'rue Victor-Hugo'], array[0, 0], array[0, 0], array['', ''], array['', '']) from section_list where kind = 'zone' and name = 'Centre';
insert into zone (list_id, ground)
select l.id, zone_ground(array_to_string(array(
         select s.longitude + x || ' ' || s.latitude + y from (values (1, -0.001, 0.001), (2, -0.008, 0.019), (3, -0.028, 0.016), (4, -0.031, -0.005), (5, -0.001, 0.001)) as ring (nth, x, y) order by nth), ','))
  from section_list l join demo_section s on s.id = l.section_id where l.kind = 'zone' and l.name = 'Gare';
select zones_fill(array(select list_id from zone), null);

-- Letters: some contacts, an audience kept, one letter that has left and one draft in each section.
insert into contact (section_id, first_name, last_name, organisation, email, origin, consented_on, recorded_by, recorded_at, bounced_at, bounce)
select s.id, c.first_name, c.last_name, c.organisation, c.email || '.' || s.n || '@example.org', c.origin, current_date - c.days, s.first_member, now() - interval '1 day' * c.days,
       case when c.bounce is not null then now() - interval '9 days' end, c.bounce
  from demo_section s, (values ('Lou', 'Marchetti', '', 'lou.marchetti', 'donnée au marché du samedi', 40, null), ('Dominique', 'Besson', 'Amicale des locataires', 'amicale', 'réunion publique sur les loyers', 75, null),
    ('Claude', 'Fournet', '', 'claude.fournet', 'porte-à-porte', 21, 'unknown'), ('Andrée', 'Pillot', 'La Gazette du quartier', 'redaction', 'carte de visite', 120, null)) as c (first_name, last_name, organisation, email, origin, days, bounce);
insert into section_audience (section_id, name, audience) select id, 'Bureau et contacts', array['bureau', 'contacts'] from demo_section;
insert into section_letter (section_id, sender_id, subject, body, audience, state, saved_at, sent_at, recipients, delivered, bounced, refused)
select s.id, s.first_member, 'Réunion de section jeudi', E'Bonjour,\n\non se retrouve **jeudi à 18 h 30** à la maison de quartier.\n\n- le bilan du porte-à-porte\n- les tracts de la semaine\n- un verre pour finir\n\nÀ jeudi !',
       array['tous', 'contacts'], 'sent', now() - interval '9 days', now() - interval '9 days', m.many + 4, m.many + 3, 1, 1
  from demo_section s, lateral (select count(*)::integer as many from membership b where b.space_id = s.id) m;
insert into letter_bounce (letter_id, contact_id, fault, at) select l.id, c.id, 'unknown', l.sent_at from section_letter l join contact c on c.section_id = l.section_id and c.bounce is not null where l.state = 'sent';
insert into section_letter (section_id, sender_id, subject, body, audience) select id, first_member, 'Qui vient tracter samedi ?', 'Rendez-vous à 10 h devant la boulangerie.', array['actifs'] from demo_section;

-- Who asks to join: in each section somebody who moves from the next one, and in the first a person who has none yet.
insert into section_request (section_id, member_id, words, leaves_id, asked_at)
select s.id, o.last_member, 'Bonjour, je viens de m’installer dans le quartier. Je suis libre le samedi matin pour le porte-à-porte.', o.id, now() - interval '1 day' * (1 + s.n % 5)
  from demo_section s join demo_section o on o.n = s.n % (select max(n) from demo_section) + 1 where o.id <> s.id and o.last_member > o.first_member + 4;
with came as (insert into member (first_name, last_name, city, last_seen_at) select 'Nora', 'Berthelin', city, now() from demo_section where n = 1 returning id),
account as (insert into account (member_id, email, password_hash) select id, 'nora.berthelin@example.org', current_setting('demo.password') from came)
insert into section_request (section_id, member_id, words, asked_at)
select s.id, c.id, 'Sympathisante depuis longtemps, j’aimerais donner un coup de main, et vous rencontrer.', now() - interval '3 hours' from demo_section s, came c where s.n = 1;

-- Two of each bureau stand in for the secretary; nobody is told by mail of what was always so.
insert into delegation (section_id, member_id, power, given_by, given_at)
select s.id, s.first_member + h.nth, h.power, s.first_member, now() - interval '40 days'
  from demo_section s join (values (2, 'members'), (2, 'invitations'), (3, 'events')) as h (nth, power) on true
  join membership b on b.space_id = s.id and b.member_id = s.first_member + h.nth and b.role = 'bureau';
delete from mail where kind = 'sections.delegation';
insert into office_act (at, section_id, member_id, for_id, power, act)
select now() - interval '1 day' * a.days, d.section_id, d.member_id, d.given_by, d.power, a.act
  from delegation d join (values ('members', 'a ajouté des membres à une liste', 2), ('members', 'a répondu à des demandes', 6), ('invitations', 'a envoyé des invitations', 4)) as a (power, act, days) using (power);

-- Conversations between coopains: half of the activity asked for; then comments under events.
create temp table demo_thread as
select row_number() over () as n, b.member_id as a, b.coopain_id as b from bond b where b.member_id < b.coopain_id
 order by (b.member_id * 7919 + b.coopain_id) % 10007 limit greatest((select count(*) from demo_person) / 4, current_setting('demo.activity')::bigint / 10);
insert into thread (id, creator_id, subject, created_at, last_at) overriding system value
select n, a, (array['Samedi matin', 'Les tracts sont prêts', 'Covoiturage', 'Réunion de jeudi', 'Merci pour hier'])[1 + n % 5], now() - interval '1 hour' * (n % 900), now() - interval '1 hour' * (n % 900) from demo_thread;
select setval(pg_get_serial_sequence('thread', 'id'), greatest(1, (select max(id) from thread)));
insert into thread_member (thread_id, member_id, read_at)
select n, a, now() from demo_thread union all select n, b, case when n % 3 > 0 then now() end from demo_thread;
insert into message (thread_id, author_id, body, at)
select t.n, case when k % 2 = 1 then t.a else t.b end, (array['Tu viens samedi ?', 'Oui, à 9 h 50 devant la boulangerie.', 'Parfait, j’apporte les tracts.', 'On sera sept, c’est bien parti.', 'À demain !'])[k],
       now() - interval '1 hour' * (t.n % 900) - interval '1 minute' * (5 - k)
  from demo_thread t, generate_series(1, 5) as k;
insert into event_comment (event_id, author_id, body, created_at)
select 1 + floor(random() * (select max(id) from event))::bigint, 1 + floor(random() * (select max(id) from demo_person))::bigint, 'Bravo à toute l’équipe, on continue.', now() - interval '1 day' * random() * 100
  from generate_series(1, current_setting('demo.activity')::bigint / 2) as k where k is not null;

with made as (insert into space (kind, parent_id, name) select 'group', n.id, g.name from space n, (values ('Écoles et cantines'), ('Transports du quotidien'), ('Jeunes et logement'), ('Santé pour tous')) as g (name) where n.kind = 'national' returning id, name)
insert into group_profile (space_id, description, creator_id) select id, 'Pour partager ce qui marche d’une ville à l’autre, et préparer nos propositions.', 1 from made;
insert into membership (space_id, member_id) select g.space_id, p.id from group_profile g, demo_person p where (p.id + g.space_id) % greatest(9, (select max(id) / 60 from demo_person)) = 0;
analyze;

-- How the sections stood, week after week (S12): they grow.
insert into section_week (section_id, monday, members, active, known, joined)
select s.id, date_trunc('week', now() at time zone 'Europe/Paris')::date - 7 * n, round(many * (1 - n / 90.0)), round(many * (0.62 - n / 80.0 + 0.05 * sin(n + s.id))), many + 24, round(many * (0.95 - n / 45.0))
  from (select id, last_member - first_member + 1 as many from demo_section) s, generate_series(1, 30) n;
