#pragma once
// An event for people's own calendars: the file one downloads, and what travels with the mails (E04, E07).

#include <optional>
#include <string>

#include "core/calendar/ics.hpp"
#include "core/ids.hpp"
#include "core/pg/value.hpp"
#include "core/settings.hpp"
#include "gate/visit.hpp"

namespace events {

struct Entry {
  EventId id;
  std::string state, title, description;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::optional<std::string> online_url;
  std::string address, complement, postcode, city;
  std::optional<double> latitude, longitude;
  std::optional<std::string> author;
  std::int32_t sequence;
  pg::Time changed_at;
  std::optional<std::string> answer;   ///< the viewer's: "" none yet; nothing for whoever is no guest
  std::vector<std::string> hosts;      ///< who organises, when several spaces do
  std::optional<std::int64_t> series;  ///< of a date of a series, with the start that its rule gave
  std::optional<pg::Time> series_start;
  std::string rule;
  std::int64_t series_first;  ///< seconds on the clocks of its zone
  std::string series_zone;
  std::int32_t series_sequence;
  bool apart;  ///< changed by itself
};
// The link of an online event is for those who were invited or come.
#define EVENT_ENTRY                                                                                                  \
  "e.id, e.state, e.title, e.description, e.starts_at, e.ends_at, e.time_zone, e.all_day, case when e.creator_id = " \
  "viewer_id() or "                                                                                                  \
  "exists (select from event_guest g where g.event_id = e.id and g.member_id = viewer_id()) then e.online_url "      \
  "end, e.address, e.complement, e.postcode, e.city, e.latitude, e.longitude, event_author(e.id), e.sequence, "      \
  "e.changed_at, (select coalesce(g.answer, '') from event_guest g where g.event_id = e.id and g.member_id = "       \
  "viewer_id()), case when e.host_ids = '{}' then '{}' else event_hosts(e.id) end, "                                 \
  "e.series_id, e.series_start, coalesce((select r.rule from event_series r where r.id = e.series_id), ''), "        \
  "coalesce((select extract(epoch from r.starts_local)::bigint from event_series r where r.id = e.series_id), 0), "  \
  "coalesce((select r.time_zone from event_series r where r.id = e.series_id), ''), "                                \
  "coalesce((select r.sequence from event_series r where r.id = e.series_id), 0), e.series_changed"

/// What every calendar is told of it, whichever way.
calendar::Event calendar_event(const Entry& entry, const Settings& settings);

/// `guest`: whom it invites; only for Method::request.
std::string calendar_file(const Entry& entry, const Settings& settings, calendar::Method method,
                          const std::optional<calendar::Guest>& guest = {});

/// The same of a whole series, of which `entry` is a date; `apart` are those that differ from it, or are cancelled.
/// `former`: of the one that ended where it begins.
std::string series_file(const Entry& entry, const std::vector<Entry>& apart, const std::optional<Entry>& former,
                        const Settings& settings, calendar::Method method,
                        const std::optional<calendar::Guest>& guest = {});

/// The file as an answer to a request, to be saved.
http::Response calendar_response(const Entry& entry, const Settings& settings);

extern const pg::Statement<Entry(EventId)> find_entry;

http::Response download(gate::Visit& v);  ///< GET /evenements/:event/agenda.ics

}  // namespace events
