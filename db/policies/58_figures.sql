-- S12: a section's figures, for whoever holds them there (X03). Heads are given to the nearest five, and not below five; a rate in tens; what fewer than five people
-- did in a week is not told. So no figure, nor the difference between two, can be led back to one person. The table has no policy: the functions below alone read it.
alter table section_week enable row level security;

-- Heads come from about() (46_letters.sql); null: fewer than five, or not known.
create or replace function about_heads(many bigint) returns bigint language sql immutable parallel safe return nullif(about(many), 0);
create or replace function about_ten_percent(part bigint, whole bigint) returns integer language sql immutable parallel safe
  return case when least(part, whole) >= 5 then round(10.0 * part / whole)::integer * 10 end;

create or replace function section_heads(section bigint) returns table (members bigint, active bigint, known bigint, joined bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  return query
    select b.many, b.active, r.known, r.joined
      from (select count(*) as many, count(*) filter (where m.last_seen_at > now() - interval '30 days') as active
              from membership o join member m on m.id = o.member_id where o.space_id = section and m.leaves_at is null) b,
           (select count(*) as known, count(*) filter (where e.member_id is not null) as joined from register_entry e where e.section_id = section) r;
end $$;
revoke execute on function section_heads(bigint) from public;

-- For the clock: once a week and section, whenever it asks first.
create or replace function section_weeks_record() returns void
  language sql volatile security definer set search_path = coopol, pg_temp as $$
  insert into section_week (section_id, monday, members, active, known, joined)
    select s.id, w.monday, h.members, h.active, h.known, h.joined
      from (select date_trunc('week', now() at time zone 'Europe/Paris')::date - 7 as monday) w
      cross join space s cross join lateral section_heads(s.id) h
     where s.kind = 'section' and not exists (select from section_week x where x.section_id = s.id and x.monday = w.monday)
    on conflict do nothing
$$;
revoke execute on function section_weeks_record() from public;
grant execute on function section_weeks_record() to coopol_jobs;

create or replace function section_today(section bigint) returns table (members bigint, active bigint, rate integer, has_register boolean)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
begin
  if not holds_office('figures', section) then return; end if;
  return query select about_heads(h.members), about_heads(h.active), about_ten_percent(h.joined, h.known), h.known > 0 from section_heads(section) h;
end $$;

-- The last weeks that are over, oldest first. `counted`: the heads of that week were. `few`: some did something, fewer than five.
create or replace function section_weeks(section bigint, many integer)
  returns table (monday date, counted boolean, members bigint, active bigint, rate integer, missions bigint, few boolean, participants bigint, knocked bigint, opened bigint)
  language plpgsql stable security definer set search_path = coopol, pg_temp as $$
#variable_conflict use_column
begin
  if not holds_office('figures', section) then return; end if;
  return query
    with week as (
      select d::date as monday, d at time zone 'Europe/Paris' as begins, (d + interval '7 days') at time zone 'Europe/Paris' as ends
        from (select date_trunc('week', now() at time zone 'Europe/Paris') as this) t, generate_series(t.this - make_interval(weeks => many), t.this - interval '7 days', interval '7 days') d),
    done as (
      select w.monday, count(distinct e.id) as missions, count(distinct a.member_id) as people
        from week w join event e on e.space_ids @> array[section] and e.state = 'published' and e.is_mission and e.ends_at >= w.begins and e.ends_at < w.ends
        left join event_attendance a on a.event_id = e.id
       group by w.monday),
    doors as (
      select w.monday, sum(r.doors_knocked)::bigint as knocked, sum(r.doors_opened)::bigint as opened
        from week w join event e on e.space_ids @> array[section] and e.state = 'published' and e.ends_at >= w.begins and e.ends_at < w.ends
        join event_report r on r.event_id = e.id group by w.monday)
    select w.monday, x.section_id is not null, about_heads(x.members), about_heads(x.active), about_ten_percent(x.joined, x.known),
           coalesce(d.missions, 0), coalesce(d.people, 0) between 1 and 4, about_heads(coalesce(d.people, 0)),
           case when coalesce(d.people, 0) >= 5 then coalesce(o.knocked, 0) when coalesce(o.knocked, 0) = 0 then 0 end,
           case when coalesce(d.people, 0) >= 5 then coalesce(o.opened, 0) when coalesce(o.knocked, 0) = 0 then 0 end
      from week w left join section_week x on x.section_id = section and x.monday = w.monday
      left join done d on d.monday = w.monday left join doors o on o.monday = w.monday
     order by w.monday;
end $$;
