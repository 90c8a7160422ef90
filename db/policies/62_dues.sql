-- X09: dues, as the party's file gives them: for the section's secretary, and whoever was handed its members (15_delegations.sql). Whoever helps with invitations alone
-- never reads them; no other file holds them.
alter table register_dues enable row level security;
-- Files are the secretary's alone; delegates read by the functions below.
drop policy if exists register_dues_write on register_dues;
create policy register_dues_write on register_dues using (
  exists (select from register_entry e where e.id = entry_id and e.section_id = any(array(select c.space_id from circle c where c.member_id = (select viewer_id()) and c.secretary))));

-- For the filter of «Membres»: is that what is looked for? Dues of this year, or a plain yes, are paid.
create or replace function dues_like(said text, looked_for text) returns boolean language sql stable as $$
  select looked_for = case when said is null then 'inconnue'
    when said = 'yes' or (said ~ '^[0-9]' and left(said, 4)::integer >= extract(year from now() at time zone 'Europe/Paris')) then 'a-jour' else 'en-retard' end
$$;

-- Of the members of the section; no row for anybody else.
create or replace function section_dues(section bigint, whom bigint[] default null) returns table (member_id bigint, dues text)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  if not holds_office('members', section) then return; end if;
  if whom is not null then  -- those of a page: a look-up each
    return query select distinct on (e.member_id) e.member_id, d.dues from register_entry e join register_dues d on d.entry_id = e.id
      where e.member_id = any(whom) and e.section_id = section order by e.member_id, d.said_at desc;
    return;
  end if;
  return query select distinct on (e.member_id) e.member_id, d.dues from register_entry e join register_dues d on d.entry_id = e.id
    where e.section_id = section and e.member_id is not null order by e.member_id, d.said_at desc;
end $$;

-- Of those who come to an event, to the secretary of their own section.
create or replace function event_dues(which bigint) returns table (member_id bigint, paid boolean)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  return query select distinct on (e.member_id) e.member_id, dues_like(d.dues, 'a-jour') from event_guest g join register_entry e on e.member_id = g.member_id join register_dues d on d.entry_id = e.id
    join circle c on c.member_id = viewer_id() and c.space_id = e.section_id and c.secretary
   where g.event_id = which and refusal(viewer_id(), 'organiser', which) is null order by e.member_id, d.said_at desc;
end $$;
