-- A12: all that is kept of a member, for themself alone. Their archive is made by a job that acts as them: what policies show them it reads like any page of theirs;
-- what no page shows them as it stands (their own words under what they no longer see, what signs in, what was sent to them) comes from the functions below,
-- each of which yields rows about the viewer and nobody else. Names of others are looked up by the caller, whom the policies bind.

alter table archive enable row level security;
drop policy if exists archive_own on archive;
create policy archive_own on archive for select using (member_id = (select viewer_id()));
drop policy if exists archive_made on archive;
create policy archive_made on archive for update to coopol_jobs using (member_id = (select viewer_id()));
alter table archive_chunk enable row level security;
drop policy if exists archive_chunk_own on archive_chunk;
create policy archive_chunk_own on archive_chunk for select using (archive_id = any(array(select a.id from archive a)));
drop policy if exists archive_chunk_made on archive_chunk;
create policy archive_chunk_made on archive_chunk to coopol_jobs using (archive_id = any(array(select a.id from archive a)));

-- One a day; false when the last one is younger.
create or replace function ask_archive() returns boolean
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  me bigint := viewer_id();
  which bigint;
begin
  if me is null then perform refuse('CP401'); end if;
  perform from member where id = me for no key update;  -- two presses are one after the other
  if exists (select from archive a where a.member_id = me and a.asked_at > now() - interval '1 day') then return false; end if;
  delete from archive a where a.member_id = me;
  insert into archive (member_id) values (me) returning id into which;
  perform enqueue_job('own_data.archive', 'archive ' || which, jsonb_build_object('archive', which, 'member', me), null);
  return true;
end $$;

-- They are there for a week.
create or replace function expire_archives() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  delete from archive where coalesce(ready_at, asked_at) < now() - interval '7 days'
$$;

create or replace function my_account() returns table (email text, created_at timestamptz, password_changes integer)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select email, created_at, password_version from account where member_id = viewer_id()
$$;
create or replace function my_email_changes() returns setof email_change
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from email_change where member_id = viewer_id()
$$;
-- Kinds alone: no secret, no key, no code.
create or replace function my_factors() returns table (kind text, name text, since timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select 'Application d’authentification', null, t.since, null from totp t where t.member_id = viewer_id() and t.since is not null
  union all select 'Clé d’accès', p.name, p.created_at, p.last_used_at from passkey p where p.member_id = viewer_id()
  union all select 'Code de secours', null, null, r.used_at from recovery_code r where r.member_id = viewer_id()
$$;
create or replace function my_mails() returns setof mail
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from mail where member_id = viewer_id() or address = (select email from account where member_id = viewer_id())
$$;
create or replace function my_entries() returns setof activity
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from activity where viewer_id() in (member_id, other_id)
$$;
create or replace function my_comments() returns setof event_comment
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from event_comment where author_id = viewer_id()
$$;
create or replace function my_reports() returns setof event_report
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from event_report where author_id = viewer_id()
$$;
create or replace function my_reminders() returns setof event_reminder
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from event_reminder where sent_by = viewer_id()
$$;
create or replace function my_arrivals() returns setof event_arrivals
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from event_arrivals where asked_by = viewer_id()
$$;
-- Invitations to events that they sent: how many, since whom is for the organiser of the day.
create or replace function my_event_invitations() returns table (event_id bigint, sent bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select event_id, count(*) from event_guest where invited_by = viewer_id() group by event_id
$$;
-- What their section keeps of them, and where they were put.
create or replace function my_register_entries() returns setof register_entry
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from register_entry where member_id = viewer_id()
$$;
create or replace function my_dues() returns table (entry_id bigint, dues text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select d.entry_id, d.dues from register_dues d join register_entry e on e.id = d.entry_id where e.member_id = viewer_id()
$$;
create or replace function my_lists() returns table (section_id bigint, kind text, name text, manages boolean)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select l.section_id, l.kind, l.name, l.manager_id = viewer_id() from section_list l
   where l.manager_id = viewer_id() or exists (select from section_list_member t where t.list_id = l.id and t.member_id = viewer_id())
$$;
-- Where a section has them live, to fill its zones.
create or replace function my_homes() returns table (section_id bigint, postcode text, street text, number integer, north double precision, east double precision, precise boolean, out_of text[])
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select h.section_id, h.postcode, h.street, h.number, public.st_y(h.spot), public.st_x(h.spot), h.precise,
         array(select l.name from section_list_out o join section_list l on l.id = o.list_id where o.member_id = h.member_id and l.section_id = h.section_id order by l.name)
    from home h where h.member_id = viewer_id()
$$;
create or replace function my_invitations() returns setof invitation
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from invitation where member_id = viewer_id()
$$;
create or replace function my_sent_invitations() returns table (space_id bigint, role text, sent bigint, accepted bigint)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select space_id, role, count(*), count(accepted_at) from invitation where invited_by = viewer_id() group by space_id, role
$$;
create or replace function my_imports() returns setof register_import
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from register_import where member_id = viewer_id()
$$;
create or replace function my_letters() returns setof section_letter
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from section_letter where sender_id = viewer_id()
$$;
-- What they did to others' data by their role: never to whom.
create or replace function my_acts() returns table (id bigint, at timestamptz, space_id bigint, act text, detail text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select id, at, space_id, act, detail from audit_entry where actor_id = viewer_id()
$$;
create or replace function my_office_acts() returns table (at timestamptz, section_id bigint, act text, about text)
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select at, section_id, act, about from office_act where member_id = viewer_id()
$$;
create or replace function my_words_to_the_team() returns setof contact_message
  language sql stable security definer set search_path = coopol, pg_temp as $$
  select * from contact_message where member_id = viewer_id()
$$;

revoke execute on function expire_archives(), my_account(), my_email_changes(), my_factors(), my_mails(), my_entries(), my_comments(), my_reports(), my_reminders(), my_arrivals(),
  my_event_invitations(), my_homes(), my_register_entries(), my_dues(), my_lists(), my_invitations(), my_sent_invitations(), my_imports(), my_letters(), my_acts(), my_office_acts(), my_words_to_the_team() from public;
grant execute on function expire_archives(), my_account(), my_email_changes(), my_factors(), my_mails(), my_entries(), my_comments(), my_reports(), my_reminders(), my_arrivals(),
  my_event_invitations(), my_homes(), my_register_entries(), my_dues(), my_lists(), my_invitations(), my_sent_invitations(), my_imports(), my_letters(), my_acts(), my_office_acts(), my_words_to_the_team() to coopol_jobs;
