-- S10: people outside of La Coopol. One section's office sees its own, nobody else anything: no member, no federation, no coopilote, no other section.

alter table contact enable row level security;
drop policy if exists contact_office on contact;
create policy contact_office on contact using (
  section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary)));

-- Hashes are asked after by functions alone.
alter table letter_refusal enable row level security;

-- Whoever runs the section takes up people; addresses and their hashes (in hexadecimal) stand in the same order. Who wants no letters of the section is not taken up again, who is
-- here already is left as they are: the outcome of each says so («new», «known», «refused»).
create or replace function contacts_take(section bigint, firsts text[], lasts text[], organisations text[], addresses text[], hashes text[], origin text, consented date, batch text)
  returns table (place bigint, outcome text)
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if not runs_section(section) then return; end if;
  return query
  with given as (
    select * from unnest(firsts, lasts, organisations, addresses, hashes) with ordinality as g (first_name, last_name, organisation, email, hash, place)),
  told as (
    select g.*, exists (select from letter_refusal r where r.section_id = section and r.address_hash = decode(g.hash, 'hex')) as refused from given g),
  made as (
    insert into contact as c (section_id, first_name, last_name, organisation, email, origin, consented_on, recorded_by, batch)
    select section, t.first_name, t.last_name, t.organisation, t.email, contacts_take.origin, consented, viewer_id(), contacts_take.batch from told t where not t.refused
    on conflict (section_id, email) do update set (first_name, last_name, organisation, origin, consented_on, recorded_by, recorded_at, bounced_at, bounce, removed_at, batch)
      = (excluded.first_name, excluded.last_name, excluded.organisation, excluded.origin, excluded.consented_on, excluded.recorded_by, now(), null, null, null, excluded.batch)
      where c.removed_at is not null
    returning c.email)
  select t.place, case when t.refused then 'refused' when m.email is null then 'known' else 'new' end from told t left join made m on m.email = t.email order by t.place;
end $$;

-- The way out of whoever holds the link of a mail: the contact is gone, a hash of the address stays, so that no file brings it back.
create or replace function letters_refuse(section bigint, hash bytea, contact bigint, entry bigint) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  insert into letter_refusal (section_id, address_hash, register_entry_id)
    select s.id, hash, (select e.id from register_entry e where e.id = entry and e.section_id = s.id) from space s where s.id = section on conflict do nothing;
  delete from contact c where c.id = letters_refuse.contact and c.section_id = section;
end $$;
create or replace function letters_refused(section bigint, hash bytea) returns boolean
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return exists (select from letter_refusal r where r.section_id = section and r.address_hash = hash);
end $$;
create or replace function letter_refusals(section bigint) returns bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return (select count(*) from letter_refusal r where r.section_id = section and runs_section(section));
end $$;
