-- A08: browsers that are told at once through the push service of their maker. One for each session, and gone with it.
create table push_device (
  id bigint generated always as identity primary key,
  member_id bigint not null references member on delete cascade,
  session_id bigint not null unique references session on delete cascade,
  endpoint text not null unique check (length(endpoint) <= 1000), -- whoever knows it and the server's key can write to that browser
  p256dh bytea not null check (length(p256dh) = 65),
  auth bytea not null check (length(auth) = 16),
  server_key bytea not null check (length(server_key) = 65),      -- the one it was made for: another one is refused
  since timestamptz not null default now()
);
create index push_device_member on push_device (member_id);

-- Beside the mail: a member without such a browser gets none, whatever this says.
alter table notification_choice add column push boolean not null default true;
