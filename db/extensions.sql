-- What only a superuser may bring into La Coopol's database; run before migrations, again and again without harm.
create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create schema if not exists coopol authorization coopol_owner;
