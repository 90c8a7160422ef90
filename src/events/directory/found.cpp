#include "events/directory/found.hpp"

namespace events {

const pg::Statement<Card(std::string, std::int64_t)> directory_cards{
    "events.directory", "select " EVENT_CARD
                        " from event_card e where e.id = any(array(select event_directory(($1::text)::jsonb, $2))) "
                        "order by e.starts_at, e.id"};

const pg::Statement<Tally(std::string)> directory_tally{
    "events.directory_tally",
    "select events, placed, west, south, east, north from event_directory_tally(($1::text)::jsonb)"};

const pg::Statement<Standing(std::string, std::int32_t, std::int32_t, std::int32_t)> directory_tile_standing{
    "events.directory_tile", R"(
  select t.square, t.events, coalesce(public.st_x(e.spot::public.geometry), t.longitude), coalesce(public.st_y(e.spot::public.geometry), t.latitude), t.west, t.south, t.east, t.north, e.id, e.kind, e.title, e.city, e.starts_at, e.time_zone, e.all_day
    from event_directory_tile(($1::text)::jsonb, $2, $3, $4) t left join event e on e.id = any(t.ids)
   order by t.square, e.starts_at, e.id)"};

}  // namespace events
