-- What an event says, as its search reads it (C06, E09). Made of each row that a plan looked at, fifty microseconds each, it cost more than all else; kept, it costs next to
-- nothing whichever way a plan goes.
alter table event add column stems tsvector generated always as (strip(to_tsvector('coopol.texts', title || ' ' || city || ' ' || description))) stored;
drop index event_words;
create index event_words on event using gin (stems) where state = 'published';
