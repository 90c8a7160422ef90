#include "testing/events.hpp"

namespace testing_db {

const pg::Statement<void(MemberId, std::vector<SpaceId>, std::int32_t)> many_events{"scene.events.many", R"(
  insert into event (creator_id, kind, state, title, starts_at, ends_at, is_public, space_ids, city, published_at, address, postcode, latitude, longitude)
    select $1, 'leafleting', 'published', case when i % 500 = 0 then 'Goguette' else 'Marché' end, at, at + interval '2 hours', i % 10 = 0,
           case when i % 3 = 0 then '{}' else array[($2::bigint[])[1 + i % 100]] end, 'Besançon', now(), 'place du Marché', '25000', 47.24 + i * 7919 % 1000 / 400.0, 6.02 - i * 3571 % 1000 / 300.0
      from (select i, now() + interval '3 months' - i * interval '20 minutes' as at from generate_series(1, $3::integer) as i) as made)"};
const pg::Statement<void()> analyze_events{"scene.events.analyze", "analyze event"};
const pg::Statement<std::int64_t()> file_events{"scene.events.file", R"(
  select gin_clean_pending_list(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
   where i.indrelid = 'event'::regclass and a.amname = 'gin')"};
const pg::Statement<std::int64_t()> pages_of_events{
    "scene.events.pages", "select pg_relation_size('event') / current_setting('block_size')::integer"};

}  // namespace testing_db
