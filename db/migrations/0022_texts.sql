-- P05: charter and legal notice are edited by coopilotes; each version is kept with its author, with what changes in a few words, and, for the charter, with whether
-- whoever agreed to a former one is asked again.
alter table charter
  add column author_id bigint references member on delete set null,
  add column note text not null default '' check (length(note) <= 500),
  add column asks_again boolean not null default false;
alter table legal_notice
  add column author_id bigint references member on delete set null,
  add column note text not null default '' check (length(note) <= 500);
