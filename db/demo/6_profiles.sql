-- What two in three say of themselves.
insert into member_profile (member_id, profession, hobbies, birthday)
select id, (array['professeure des écoles', 'infirmier', 'retraitée', 'cheminot', 'libraire', 'aide à domicile', 'étudiante', 'technicien', 'comptable', 'menuisier', 'éducatrice', 'agent territorial'])[1 + id % 12],
       case when id % 4 = 0 then (array['la randonnée', 'le chant choral', 'le jardinage', 'la lecture', 'le vélo', 'la cuisine'])[1 + (id / 4) % 6] end,
       case when id % 2 = 0 then to_char(date '2000-01-01' + (id * 37 % 366)::integer, 'MM-DD') end
  from member where id % 3 > 0;
insert into member_interest (member_id, interest)
select m.id, i.names[1 + (m.id * 7 + n * 5) % 21] from member m, generate_series(0, 2) n, (select array['action-sociale', 'agriculture', 'amenagement', 'culture', 'defense', 'economie', 'education', 'emploi',
    'environnement', 'equipement', 'famille', 'finances', 'logement', 'numerique', 'patrimoine', 'proximite', 'recherche', 'europe-international', 'sante', 'securite', 'solidarite'] as names) i
 where m.id % 3 > 0 and n <= m.id % 3 on conflict do nothing;
analyze member_profile, member_interest;
