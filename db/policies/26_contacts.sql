-- A14: which addresses of a book are members'. It tells no more than the directory would: candidates here, then the policies of `member` decide. Nothing of the book is
-- kept but how many addresses were looked up.

-- To be called first: counts the addresses, with a line in the audit log. False when they are too many.
create or replace function count_contacts(how_many integer) returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
begin
  if viewer_id() is null or how_many < 1 then return false; end if;
  perform from member where id = viewer_id() for no key update;  -- two at once are counted one after the other
  if how_many + (select coalesce(sum(detail::integer), 0) from audit_entry where actor_id = viewer_id() and act = 'contacts' and at > now() - interval '1 day') > 5000
     or how_many + (select coalesce(sum(detail::integer), 0) from audit_entry where actor_id = viewer_id() and act = 'contacts' and at > now() - interval '30 days') > 15000
  then return false; end if;
  insert into audit_entry (actor_id, act, detail) values (viewer_id(), 'contacts', how_many);
  return true;
end $$;

-- Whose addresses these are, by their place in the list; of those alone who may be found by it, and only in the transaction that counted them. Who chose to be seen by
-- their secretary alone is found by nobody, not even by them.
create or replace function contacts_found(addresses text[]) returns table (place bigint, id bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select t.place, m.id
    from unnest(addresses) with ordinality t (address, place)
    join account a on a.email = t.address
    join member m on m.id = a.member_id
   where m.found_by_address and (m.visibility <> 'secretary' or m.is_secretary) and m.id <> viewer_id()
     and exists (select from audit_entry e where e.actor_id = viewer_id() and e.act = 'contacts' and e.at = now() and e.detail = cardinality(addresses)::text)
$$;
