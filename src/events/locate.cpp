#include "events/locate.hpp"

#include "core/json.hpp"
#include "places/address_service.hpp"

namespace events {
namespace {

using Text = std::string;

constexpr std::string_view kind = "events.locate";
constexpr int attempts = 12;  // for some two hours

// One job for each change of place: back at a former address, the service is asked anew.
const pg::Statement<void(EventId, Text, Text, Text)> enqueue{"events.ask_for_point", R"(
  select enqueue_job('events.locate', format('event:%s:%s', $1::bigint, pg_current_xact_id()),
                     jsonb_build_object('event', $1::bigint, 'address', $2::text, 'postcode', $3::text, 'city', $4::text), null))"};

const pg::Statement<void(EventId, Text, Text, Text, double, double)> put_point{
    "jobs.events.locate", "select event_locate($1, $2, $3, $4, $5, $6)"};

void locate(jobs::Job& job) {
  if (!job.settings.address_service) return;
  const json::Object place(job.payload);
  const auto address = place.text("address").value(), postcode = place.text("postcode").value(),
             city = place.text("city").value();
  const auto point = places::ask_address_service(*job.settings.address_service, address + ' ' + city, postcode);
  if (!point) return;
  pg::Batch batch;
  batch.run(put_point, EventId(place.number("event").value()), address, postcode, city, point->latitude,
            point->longitude);
  job.done(batch);
  job.database.send(batch);
}

}  // namespace

void ask_for_point(gate::Visit& v, EventId event, const Description& place) {
  if (!v.services.settings.address_service || place.address.empty()) return;
  v.run(enqueue, event, place.address, place.postcode, place.city);
  v.ask();
}

jobs::Kind locate_job() {
  return {.name = kind, .run = locate, .attempts = attempts};
}

}  // namespace events
