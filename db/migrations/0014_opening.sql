-- A02: which federation a pre-registration waits for, and whether it was told that the doors are open. A13: friends that members invite.
alter table preregistration
  add column federation_id bigint references space on delete set null,
  add column told_at timestamptz;
update preregistration p set federation_id = (
  select s.id from commune_postcode c join commune t on t.code = c.commune_code join space s on s.kind = 'federation' and s.department = t.department
   where c.postcode = p.postcode order by t.population desc, t.code limit 1);
create index preregistration_waiting on preregistration (federation_id) where told_at is null and confirmed_at is not null;
alter table phase add column set_at timestamptz not null default now();

create table friend_invitation (
  id bigint generated always as identity primary key,
  member_id bigint not null references member on delete cascade,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  words text not null default '' check (length(words) <= 500),
  sends integer not null default 1 check (sends > 0),
  sent_at timestamptz not null default now(),
  accepted_at timestamptz,
  joined_id bigint references member on delete set null,
  unique (member_id, email)
);
