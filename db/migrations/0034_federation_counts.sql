-- S11: what «Tout le PS» says of each federation, kept by triggers (44_federations.sql): counting two thousand sections at each look costs more than all the rest of it.
create table federation_count (
  space_id bigint primary key references space on delete cascade,
  sections integer not null,
  closed integer not null,                     -- of these, not opened yet
  latitude double precision, longitude double precision -- the middle of its sections
);
insert into federation_count
select f.id, count(s.id), count(s.id) filter (where s.activated_at is null), avg(public.st_y(p.spot::public.geometry)), avg(public.st_x(p.spot::public.geometry))
  from space f left join space s on s.parent_id = f.id and s.kind = 'section' left join section_profile p on p.space_id = s.id where f.kind = 'federation' group by f.id;

-- Sections are found by their town's words as by their own.
create index section_profile_city_key on section_profile using gin (city_key public.gin_trgm_ops);
