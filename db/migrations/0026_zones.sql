-- Zones that fill themselves (S09): by postcodes, by streets, by a ground that was drawn; and where the people of a section live, as far as that section knows.

-- A street as people write it, without its number, its flat and its little words: «12 bis, av. de la Gare, bât. C» and «Avenue de la gare» meet.
create function street_words(address text) returns text language sql immutable strict parallel safe as $$
  select ' ' || regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(coopol.fold(regexp_replace(address, '([0-9]\s*(bis|ter|quater|[a-f])?)\s*,', '\1 ', 'gi')), '[^a-z0-9,;\n]+', ' ', 'g'),
    '\m(av|ave)\M', 'avenue', 'g'), '\m(bd|bld|blvd|boul)\M', 'boulevard', 'g'), '\m(fg|fbg)\M', 'faubourg', 'g'), '\mpl\M', 'place', 'g'), '\mall\M', 'allee', 'g'),
    '((?:^|[,;\n]|[0-9](?: (?:bis|ter|quater|[a-f]))?) ?)r\M', '\1rue', 'g'), '\mimp\M', 'impasse', 'g'), '\m(ch|che|chem)\M', 'chemin', 'g'), '\mrte\M', 'route', 'g'), '\msq\M', 'square', 'g'), '\mst\M', 'saint', 'g'), '\mste\M', 'sainte', 'g')
$$;
create function street_kinds() returns text language sql immutable parallel safe as $$
  select '(?:grande? rue|rue|avenue|boulevard|place|placette|faubourg|allees?|impasse|chemin|route|square|cours|passage|quai|cite|ruelle|sentier|sente|venelle|montee|esplanade|promenade|rond point|mail|parvis|traverse|voie|hameau|lotissement|clos)'
$$;
-- Null when there is no street in it.
create function street_of(address text) returns text language sql immutable strict parallel safe as $$
  select nullif(btrim(regexp_replace(regexp_replace(regexp_replace(
           coalesce(substring(coopol.street_words(address) from '\m' || coopol.street_kinds() || '\M[^,;\n]*'), -- the part that names a kind of street…
                    substring(coopol.street_words(address) from '^\s*[0-9]*\s*(?:(?:bis|ter|quater)\M)?([^,;\n]*)')),    -- … else what stands first
           '\m(bat|batiment|bt|appt|apt|appartement|esc|escalier|etage|hall|residence|cedex|bp|cs)\M.*', ''),
           '\m(de|du|des|d|la|le|les|l)\M', ' ', 'g'), '\s+', ' ', 'g')), '')
    from (select) one where true
$$;
create function street_number(address text) returns integer language sql immutable strict parallel safe as $$
  select coalesce(substring(coopol.street_words(address) from '([0-9]{1,4})\s*(?:bis|ter|quater|[a-f])?\s+' || coopol.street_kinds() || '\M'),
                  substring(coopol.street_words(address) from '^\s*([0-9]{1,4})\M'))::integer
$$;

-- Where somebody lives, for one of their sections: what they say themselves, else what that section's register says, never another's. Kept by triggers; read by
-- functions alone. The point is their commune's, unless the operator runs an address service for homes.
create table home (
  section_id bigint not null,
  member_id bigint not null references member on delete cascade,
  postcode text, commune text,
  street text, number integer,                 -- as street_of() and street_number() read the address
  spot public.geometry(point, 4326),
  precise boolean not null default false,      -- the address's own point
  asked_at timestamptz,                        -- of the address service, about this address
  primary key (section_id, member_id),
  foreign key (section_id, member_id) references membership on delete cascade
);
create index home_member on home (member_id);
create index home_to_ask on home (section_id, member_id) where asked_at is null and street is not null and postcode is not null;

create type zone_street as (words text, street text, low integer, high integer, parity text, postcode text);
-- What fills a zone: whoever lives in one of them. Without any, it is filled by hand.
create table zone (
  list_id bigint primary key references section_list on delete cascade,
  postcodes text[] not null default '{}',
  streets zone_street[] not null default '{}',
  ground public.geometry(polygon, 4326)
);

-- Put in by hand, they stay; taken out of a zone by hand, they stay out.
alter table section_list_member add column by_hand boolean not null default true;
create table section_list_out (
  list_id bigint not null references section_list on delete cascade,
  member_id bigint not null references member on delete cascade,
  primary key (list_id, member_id)
);
create index section_list_out_member on section_list_out (member_id);

-- The point of a commune, or the middle of those that share its postcode; nowhere rather than far off.
create function home_spot(which text) returns public.geometry language sql stable parallel safe set search_path = coopol, pg_temp as $$
  select public.st_setsrid(public.st_makepoint(east, north), 4326) from (
    (select 1 as rank, c.longitude as east, c.latitude as north from commune c where c.code = which and c.latitude is not null and c.longitude is not null)
    union all
    (select 2, avg(c.longitude), avg(c.latitude)
      from commune_postcode own join commune_postcode other on other.postcode = own.postcode join commune c on c.code = other.commune_code
     where own.commune_code = which and c.latitude is not null having count(*) > 0)) found order by rank limit 1
$$;

-- The address by which a section knows each of them. The register completes a postcode without a street, if it is the same one.
create function homes_known(whom bigint[]) returns table (section_id bigint, member_id bigint, address text, postcode text, city text)
  language sql stable set search_path = coopol, pg_temp as $$
  select b.space_id, b.member_id, case when own then c.address else e.address end, case when own then c.postcode else e.postcode end, case when own then m.city else e.city end
    from unnest(whom) as w (id) join membership b on b.member_id = w.id join space s on s.id = b.space_id and s.kind = 'section' join member m on m.id = b.member_id
    left join member_contact c on c.member_id = m.id
    left join lateral (
      select r.address, r.postcode, r.city, r.country from register_entry r
       where r.member_id = m.id and r.section_id = b.space_id and coalesce(r.postcode, r.address, '') <> '' order by r.updated_at desc, r.id limit 1) e on true
    cross join lateral (select e.address is null and e.postcode is null or coalesce(c.postcode, '') <> '' and (coalesce(c.address, '') <> '' or c.postcode is distinct from e.postcode)) as k (own)
   where case when own then m.country else coalesce(nullif(e.country, ''), 'France') end = 'France'
$$;

insert into home (section_id, member_id, postcode, commune, street, number, spot)
with known as materialized (select k.* from homes_known(array(select id from member)) k),
     place as materialized (select d.*, commune_of(coalesce(d.postcode, ''), d.city) as commune from (select distinct postcode, city from known) d)
select k.section_id, k.member_id, nullif(k.postcode, ''), p.commune, street_of(k.address), street_number(k.address), home_spot(p.commune)
  from known k join place p on p.postcode is not distinct from k.postcode and p.city is not distinct from k.city;
