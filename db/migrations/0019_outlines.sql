-- What maps are drawn on: the outlines of départements and communes, public data like the communes themselves. Rough ones are made from the points of communes
-- (`coopol places import`); what an operator brings (`coopol places outlines`) takes their place.
create table outline (
  code text primary key,                       -- INSEE: two or three characters of a département, five of a commune
  rough boolean not null,
  shape public.geometry(multipolygon, 4326) not null
);
create index outline_shape on outline using gist (shape);
create index commune_point on commune using gist (public.st_setsrid(public.st_makepoint(longitude, latitude), 4326)) where latitude is not null and longitude is not null;
