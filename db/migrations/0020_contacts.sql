-- A14: finding the members of one's address book, and refusing invitations of friends for good.

-- Whoever has my address in their book, and may see me, finds me by it.
alter table member add column found_by_address boolean not null default true;

-- How many addresses somebody has looked up lately.
create index audit_entry_contacts on audit_entry (actor_id, at) where act = 'contacts';

-- Who wants no more invitations of friends: a keyed hash of their address, which tells nobody whose it is.
create table friend_refusal (
  address_hash bytea primary key check (length(address_hash) = 16),
  refused_at timestamptz not null default now()
);
