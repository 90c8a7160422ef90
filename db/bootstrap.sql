-- What only a database superuser can do; run once per cluster and database by `coopol migrate` when it may, or by hand by the operator.
-- Three roles: the owner of the schema, the web server, the jobs. None of them may bypass row level security.
do $$
begin
  if not exists (select from pg_roles where rolname = 'coopol_owner') then create role coopol_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'coopol_app') then create role coopol_app login; end if;
  if not exists (select from pg_roles where rolname = 'coopol_jobs') then create role coopol_jobs login; end if;
exception when duplicate_object or unique_violation then null;  -- two databases of one cluster made at the same moment
end $$;
create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create schema if not exists coopol authorization coopol_owner;
