#include "places/import.hpp"

#include <fstream>

namespace places {
namespace {

using Texts = std::vector<std::string>;
using MaybeTexts = std::vector<std::optional<std::string>>;

const pg::Statement<void(Texts, Texts)> put_departments{"owner.places.departments", R"(
  insert into department (code, name) select * from unnest($1::text[], $2::text[]) on conflict (code) do update set name = excluded.name)"};
const pg::Statement<void(Texts, Texts, Texts, Texts, MaybeTexts, MaybeTexts)> put_communes{"owner.places.communes", R"(
  insert into commune (code, name, department, population, latitude, longitude)
  select code, name, department, population::integer, latitude::float8, longitude::float8
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as c (code, name, department, population, latitude, longitude)
  on conflict (code) do update set name = excluded.name, department = excluded.department, population = excluded.population,
    latitude = excluded.latitude, longitude = excluded.longitude)"};
const pg::Statement<void(Texts, Texts)> put_postcodes{"owner.places.postcodes", R"(
  insert into commune_postcode (postcode, commune_code)
  select postcode, code from unnest($1::text[], $2::text[]) as c (code, postcodes), unnest(string_to_array(postcodes, '|')) as postcode
  on conflict do nothing)"};
const pg::Statement<void(std::string)> put_national{
    "owner.places.national", "insert into space (kind, name) values ('national', $1) on conflict do nothing"};
// Sections that wrote where they are before their commune, or its coordinates, were known.
const pg::Statement<void()> put_sections{"owner.places.sections", R"(
  update section_profile p set spot = found.spot
    from (select space_id, commune_spot(commune_of(postcode, city)) as spot from section_profile where country = 'France' and coalesce(postcode, city) is not null) found
   where p.space_id = found.space_id and p.spot is distinct from found.spot)"};
// Each département is the ground that is nearer to its communes than to another's, on land: no farther than a walk from
// one of them, or between them (degrees). Outlines that somebody brought stay.
const pg::Statement<void()> clear_rough_outlines{"owner.places.clear_outlines", "delete from outline where rough"};
const pg::Statement<void()> put_rough_outlines{"owner.places.outlines", R"(
  with point as (
    select department, case when department ~ '^9[78]' then department else 'metropole' end as land, public.st_setsrid(public.st_makepoint(longitude, latitude), 4326) as at
      from commune where latitude is not null and longitude is not null
  ), land as (
    select land, public.st_union(public.st_makepolygon(public.st_exteriorring(part.geom))) as shape -- few people live there, yet it is no lake
      from (select land, public.st_buffer(public.st_union(public.st_buffer(at, 0.27, 'quad_segs=4')), -0.23, 'quad_segs=4') as shape from point group by land) closed, public.st_dump(shape) part
     group by land
  ), cell as (
    select land, (public.st_dump(public.st_voronoipolygons(public.st_collect(at), 0, public.st_expand(public.st_envelope(public.st_collect(at)), 1)))).geom as shape from point group by land
  ), ground as ( -- a cell's commune is the one that is nearest to any place within
    select n.department, c.land, public.st_union(c.shape) as shape
      from cell c cross join lateral (
        select department from commune where latitude is not null and longitude is not null
         order by public.st_setsrid(public.st_makepoint(longitude, latitude), 4326) operator(public.<->) public.st_pointonsurface(c.shape) limit 1) n
     group by n.department, c.land
  ), clipped as (
    select g.department, public.st_collectionextract(public.st_intersection(g.shape, l.shape), 3) as shape from ground g join land l using (land)
  )
  insert into outline (code, rough, shape)
  select department, true, public.st_multi(public.st_union(shape)) from clipped where not public.st_isempty(shape) group by department
  on conflict do nothing)"};
const pg::Statement<std::int64_t()> put_federations{"owner.places.federations", R"(
  with made as (
    insert into space (kind, parent_id, name, department)
    select 'federation', n.id, d.name, d.code from department d, space n
     where n.kind = 'national' and exists (select from commune c where c.department = d.code)
    on conflict do nothing returning id)
  select count(*) from made)"};

Texts fields(const std::string& line) {
  Texts parts;
  size_t from = 0;
  for (size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', from)) {
    parts.push_back(line.substr(from, tab - from));
    from = tab + 1;
  }
  parts.push_back(line.substr(from));
  return parts;
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

Imported import(pg::Connection& owner, const std::filesystem::path& file, const std::string& party) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  Texts department_codes, department_names, codes, names, departments, populations, postcodes;
  MaybeTexts latitudes, longitudes;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const auto parts = fields(line);
    if (parts[0] == "department" && parts.size() == 3) {
      department_codes.push_back(parts[1]);
      department_names.push_back(parts[2]);
    } else if (parts[0] == "commune" && parts.size() == 8) {
      codes.push_back(parts[1]);
      names.push_back(parts[2]);
      departments.push_back(parts[3]);
      populations.push_back(parts[4]);
      latitudes.push_back(unless_empty(parts[5]));
      longitudes.push_back(unless_empty(parts[6]));
      postcodes.push_back(parts[7]);
    } else {
      throw std::runtime_error(file.string() + ", line " + std::to_string(number) +
                               ": neither a department nor a commune");
    }
  }
  pg::Batch batch;
  batch.run(put_departments, department_codes, department_names);
  batch.run(put_communes, codes, names, departments, populations, latitudes, longitudes);
  batch.run(put_postcodes, codes, postcodes);
  batch.run(put_national, party);
  const auto federations = batch.one(put_federations);
  batch.run(put_sections);
  batch.run(clear_rough_outlines);
  batch.run(put_rough_outlines);
  owner.script("set statement_timeout = 0");  // an operator waits as long as it takes
  owner.send(batch);
  return {static_cast<std::int64_t>(codes.size()), *federations};
}

}  // namespace places
