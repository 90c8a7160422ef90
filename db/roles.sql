-- The roles of a PostgreSQL server that holds La Coopol; run as superuser, again and again without harm.
-- coopol_owner owns the schema and moves it forward; coopol_app is the server: it owns nothing and row level security binds it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'coopol_owner') then
    create role coopol_owner login createrole;
  end if;
  if not exists (select from pg_roles where rolname = 'coopol_app') then
    create role coopol_app login;
  end if;
end
$$;
