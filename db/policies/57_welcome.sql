-- X04: the secretary's letter to newcomers, and the section's week.

alter table welcome_letter enable row level security;
drop policy if exists welcome_letter_secretary on welcome_letter;
create policy welcome_letter_secretary on welcome_letter using (
  section_id = any(array(select office_sections('messages'))));
alter table newcomer enable row level security;
drop policy if exists newcomer_secretary on newcomer;
create policy newcomer_secretary on newcomer for select using (
  section_id = any(array(select office_sections('messages'))));
drop policy if exists newcomer_own on newcomer;
create policy newcomer_own on newcomer for select using (member_id = (select viewer_id()));

-- However they come (invitation, request, registration), the letter is asked for with their membership; a job sends it.
create or replace function newcomers_came() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
declare
  fresh newcomer;
begin
  for fresh in
    insert into newcomer (section_id, member_id)
      select m.space_id, m.member_id from came m join welcome_letter w on w.section_id = m.space_id and w.active where m.role <> 'secretary'
      on conflict (section_id, member_id) do update set at = now(), welcomed_at = null where newcomer.at < now() - interval '1 year'
      returning *
  loop
    perform enqueue_job('sections.welcome', format('welcome of %s in %s, %s', fresh.member_id, fresh.section_id, fresh.at),
                        jsonb_build_object('section', fresh.section_id, 'member', fresh.member_id), null);
  end loop;
  return null;
end $$;
drop trigger if exists membership_came on membership;
create trigger membership_came after insert on membership referencing new table as came for each statement execute function newcomers_came();

-- Whoever leaves and comes back is known, even if they were there before the letter.
create or replace function members_left() returns trigger
  language plpgsql security definer set search_path = coopol, pg_temp as $$
begin
  insert into newcomer (section_id, member_id)
    select l.space_id, l.member_id from departed l join welcome_letter w on w.section_id = l.space_id and w.active join member m on m.id = l.member_id
    on conflict (section_id, member_id) do update set at = now();
  return null;
end $$;
drop trigger if exists membership_left on membership;
create trigger membership_left after delete on membership referencing old table as departed for each statement execute function members_left();

-- What there is to say, and who says it, at the moment it leaves: no row when the letter was switched off, the newcomer has left again or was greeted, or
-- nobody runs the section.
create or replace function newcomer_to_greet(section bigint, whom bigint)
  returns table (secretary_id bigint, secretary text, first_name text, section_name text, body text)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query
  select s.id, s.first_name || ' ' || s.last_name, m.first_name, p.name, w.body
    from newcomer n join welcome_letter w on w.section_id = n.section_id and w.active join membership b on b.space_id = n.section_id and b.member_id = n.member_id
    join member m on m.id = n.member_id and m.leaves_at is null join space p on p.id = n.section_id
    cross join lateral (select h.* from membership r join member h on h.id = r.member_id and h.leaves_at is null
                         where r.space_id = n.section_id and r.role = 'secretary' and r.member_id <> n.member_id order by r.joined_at, h.id limit 1) s
   where n.section_id = newcomer_to_greet.section and n.member_id = whom and n.welcomed_at is null;
end $$;
revoke execute on function newcomer_to_greet(bigint, bigint) from public;
grant execute on function newcomer_to_greet(bigint, bigint) to coopol_jobs;

-- The letter becomes a private conversation with the secretary, whom the job acts as; it stands in the secretary's inbox once it is answered.
create or replace function greet_newcomer(section bigint, whom bigint, subject text, body text) returns void
  language plpgsql volatile security definer set search_path = coopol, pg_temp as $$
declare
  made bigint;
begin
  if not runs_section(section) then return; end if;
  update newcomer n set welcomed_at = now() where n.section_id = section and n.member_id = whom and n.welcomed_at is null;
  if not found then return; end if;
  made := message_begin(left(subject, 140), body, false, array[whom]);
  update thread_member t set hidden_at = now() where t.thread_id = made and t.member_id = viewer_id();
end $$;
revoke execute on function greet_newcomer(bigint, bigint, text, text) from public;
grant execute on function greet_newcomer(bigint, bigint, text, text) to coopol_jobs;

-- What a section may announce of the time between two instants: its own events and those of the spaces above it, never those by invitation. With `closed`,
-- for its members; else only what is public. Candidates to join with event, whose policy decides.
create or replace function section_week(section bigint, starts timestamptz, ends timestamptz, closed boolean) returns setof bigint
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
declare
  spaces bigint[];
begin
  with recursive up (id, parent_id) as (
    select s.id, s.parent_id from space s where s.id = section
    union all
    select s.id, s.parent_id from up join space s on s.id = up.parent_id)
  select array_agg(up.id) into spaces from up;
  return query
  select e.id from event e
   where e.space_ids && spaces and e.state = 'published' and e.starts_at < ends and e.ends_at > starts and (closed or e.is_public)
   order by e.starts_at, e.id limit 200;
end $$;
