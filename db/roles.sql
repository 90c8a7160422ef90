-- The roles of a PostgreSQL server that holds La Coopol; run as superuser, again and again without harm.
-- coopol_owner owns the schema and moves it forward; coopol_app is the server, coopol_jobs its jobs: they own nothing, and row level
-- security binds both.
do $$
begin
  if not exists (select from pg_roles where rolname = 'coopol_owner') then
    create role coopol_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'coopol_app') then
    create role coopol_app login;
  end if;
  if not exists (select from pg_roles where rolname = 'coopol_jobs') then
    create role coopol_jobs login;
  end if;
  if not pg_has_role('coopol_jobs', 'coopol_app', 'member') then
    grant coopol_app to coopol_jobs;
  end if;
end
$$;
