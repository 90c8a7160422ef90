-- What people did, as the triggers of 30_activity.sql would have recorded it; those were off, or have recorded it all as of now. And some words of theirs.
delete from activity;
alter table activity disable trigger user;
insert into activity (id, at, kind, member_id, other_id, space_id, event_id, body, link) overriding system value
select row_number() over (order by at), at, kind, member_id, other_id, space_id, event_id, body, link from (
  select since as at, 'bond' as kind, member_id, coopain_id as other_id, null::bigint as space_id, null::bigint as event_id, '' as body, '' as link from bond where member_id < coopain_id
  union all select m.joined_at - case when s.kind = 'group' then interval '1 hour' * (m.member_id % 900) else '0' end, s.kind, m.member_id, null, m.space_id, null, '', '' from membership m join space s on s.id = m.space_id where s.kind in ('group', 'section')
  union all select published_at, 'event', creator_id, null, null, id, '', '' from event where state = 'published'
  union all select g.answered_at, 'participation', g.member_id, null, null, g.event_id, '', '' from event_guest g join event e on e.id = g.event_id
             where g.answer = 'yes' and e.state = 'published' and e.creator_id is distinct from g.member_id
  union all select now() - interval '60 days' * x * x, 'status', m.id, null, null, null, (array[
      'Quarante-six portes ce matin. Il faisait froid, mais on a bien ri.', 'Qui a une voiture pour samedi ?', 'Les affiches sont arrivées !',
      'Merci à celles et ceux qui étaient au marché.', 'Une voisine m’a parlé une heure de la cantine : on tient notre sujet.', 'Première réunion ce soir, j’ai le trac.'])[1 + m.id % 6],
      case when m.id % 10 = 0 then 'https://www.example.org/cantines' else '' end
    from (select id, random() as x from member where last_seen_at is not null and id % 3 = 0) m
  union all select b.since + interval '1 day', 'wall', b.coopain_id, b.member_id, null, null, 'Contente de te retrouver ici !', '' from bond b where b.member_id < b.coopain_id and (b.member_id + b.coopain_id) % 40 = 0
) did where at <= now();
select setval(pg_get_serial_sequence('activity', 'id'), greatest(1, (select max(id) from activity)));
insert into activity_person (member_id, activity_id, said)
select member_id, id, kind in ('status', 'wall') from activity union all select other_id, id, kind in ('status', 'wall') from activity where other_id is not null order by 1, 2;
alter table activity enable trigger user;
analyze activity, activity_person;
