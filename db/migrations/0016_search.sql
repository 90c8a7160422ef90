-- One box over everything (C06). Texts: accents folded, then French stems, so that «cantines» finds «la cantine».
create text search configuration coopol.texts (copy = pg_catalog.french);
alter text search configuration coopol.texts alter mapping for hword, hword_part, word with public.unaccent, french_stem;

-- Names as people type them, each word with a space before it: «% jean%» is what begins a word. «St» and «Saint» are one.
alter table member add column search_key text generated always as (' ' || place_key(first_name || ' ' || last_name)) stored;
create index member_search_key on member using gin (search_key public.gin_trgm_ops);
-- The first letters of a name, which have no trigrams.
create index member_last_key on member (place_key(last_name) text_pattern_ops);
create index member_first_key on member (place_key(first_name) text_pattern_ops);
alter table space add column search_key text generated always as (' ' || place_key(name)) stored;
create index space_search_key on space using gin (search_key public.gin_trgm_ops);

create index event_words on event using gin (to_tsvector('coopol.texts', title || ' ' || city || ' ' || description)) where state = 'published';
create index activity_words on activity using gin (to_tsvector('coopol.texts', body)) where kind in ('status', 'wall');
