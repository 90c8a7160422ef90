-- The hour of an event's place: starts_at and ends_at are instants, said by the clocks of that zone (src/core/zones.cpp has the same list).
-- A whole day begins and ends at midnight there; its end is the midnight after the last day.
alter table event
  add column time_zone text not null default 'Europe/Paris' check (time_zone in (
    'Europe/Paris', 'America/Guadeloupe', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion', 'Indian/Mayotte', 'America/Miquelon', 'America/St_Barthelemy',
    'America/Marigot', 'Pacific/Noumea', 'Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier', 'Pacific/Wallis')),
  add column all_day boolean not null default false;
-- Events that stand overseas already keep the instant they were given, and are said by the clocks of their place.
update event set time_zone = case left(postcode, 3)
    when '971' then 'America/Guadeloupe' when '972' then 'America/Martinique' when '973' then 'America/Cayenne' when '974' then 'Indian/Reunion'
    when '975' then 'America/Miquelon' when '976' then 'Indian/Mayotte' when '986' then 'Pacific/Wallis' when '987' then 'Pacific/Tahiti' else 'Pacific/Noumea' end
 where left(postcode, 3) in ('971', '972', '973', '974', '975', '976', '986', '987', '988');
