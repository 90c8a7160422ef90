#include "events/calendar_file.hpp"

#include "core/calendar/recurrence.hpp"
#include "core/calendar/rule.hpp"
#include "events/card.hpp"

namespace events {

const pg::Statement<Entry(EventId)> find_entry{
    "events.entry", "select " EVENT_ENTRY " from event e where e.id = $1 and e.state <> 'draft'"};

namespace {

std::string host(const Settings& settings) {
  const auto start = settings.base_url.find("://") + 3;
  return settings.base_url.substr(start, settings.base_url.find(':', start) - start);
}

std::string location(const Entry& e) {
  auto words = where_words(e.address, e.postcode, e.city, false);
  if (!e.complement.empty()) words += " (" + e.complement + ")";
  if (words.empty()) return e.online_url.value_or("");
  return words;
}

std::string description(const Entry& e, const std::string& page) {
  auto words = e.description;
  if (!words.empty()) words += "\n\n";
  if (e.online_url) words += "En ligne : " + *e.online_url + "\n\n";
  return words + page;
}

}  // namespace

calendar::Event calendar_event(const Entry& e, const Settings& settings) {
  const auto page = settings.base_url + path(e.id);
  calendar::Event event;
  event.uid = "evenement-" + std::to_string(e.id.number()) + "@" + host(settings);
  event.sequence = e.sequence;
  event.changed = instant(e.changed_at);
  event.start = instant(e.starts_at);
  event.end = instant(e.ends_at);
  if (e.all_day) {
    const auto& zone = zones::of(e.time_zone);
    event.days = calendar::Days{zones::day(event.start, zone), zones::day(event.end, zone)};
  }
  event.summary = e.title;
  event.location = location(e);
  event.description = description(e, page);
  event.url = page;
  if (e.latitude && e.longitude) event.point = calendar::Point{*e.latitude, *e.longitude};
  if (e.state == "cancelled") event.status = calendar::Status::cancelled;
  return event;
}

namespace {

// As it is sent to one person. A date of a series is known to their calendar as that.
calendar::Event event_of(const Entry& e, const Settings& settings, calendar::Method method,
                         const std::optional<calendar::Guest>& guest) {
  auto event = calendar_event(e, settings);
  event.changed = now();  // of a file that is sent: when it was made (RFC 5545 3.8.7.2)
  event.guest = guest;
  if (method == calendar::Method::publish) return event;
  // Answers go through the mail's buttons: nobody reads what is sent to the organizer's address.
  event.organizer = calendar::Organizer{e.author.value_or(settings.site_name), settings.mail_from};
  if (!e.series) return event;
  event.uid = "serie-" + std::to_string(*e.series) + "@" + host(settings);
  event.instead_of = instant(*e.series_start);
  return event;
}

calendar::Event series_of(const Entry& e, const Settings& settings, calendar::Method method,
                          const std::optional<calendar::Guest>& guest) {
  auto whole = event_of(e, settings, method, guest);
  const auto length = whole.end - whole.start;
  whole.instead_of.reset();
  whole.status = calendar::Status::confirmed;
  whole.sequence = e.series_sequence;
  whole.start = calendar::instant(calendar::Local(std::chrono::seconds(e.series_first)), e.series_zone);
  whole.end = whole.start + length;
  whole.repetition = calendar::Repetition{e.rule, e.series_zone, {}};
  if (!whole.days) return whole;
  const auto& zone = zones::of(e.series_zone);
  whole.days = calendar::Days{zones::day(whole.start, zone), zones::day(whole.end, zone)};
  // Whole days end with a day too (RFC 5545 3.3.10): of UNTIL=20270630T215959Z its first eight figures, there.
  auto& rule = whole.repetition->rule;
  if (const auto kept = calendar::read_rule(rule); kept && kept->until) {
    auto day = paris::date_value(zones::day(*kept->until, zone));
    std::erase(day, '-');
    rule = rule.substr(0, rule.find(";UNTIL=")) + ";UNTIL=" + day;
  }
  return whole;
}

}  // namespace

std::string calendar_file(const Entry& e, const Settings& settings, calendar::Method method,
                          const std::optional<calendar::Guest>& guest) {
  return calendar::write(method, event_of(e, settings, method, guest));
}

std::string series_file(const Entry& entry, const std::vector<Entry>& apart, const std::optional<Entry>& former,
                        const Settings& settings, calendar::Method method,
                        const std::optional<calendar::Guest>& guest) {
  auto whole = series_of(entry, settings, method, guest);
  std::vector<calendar::Event> events;
  for (const auto& one : apart) {
    if (one.state == "cancelled")
      whole.repetition->without.push_back(instant(*one.series_start));
    else
      events.push_back(event_of(one, settings, method, guest));
  }
  if (method == calendar::Method::cancel) {
    whole.repetition.reset();
    events.clear();
  }
  events.insert(events.begin(), whole);
  if (former) events.push_back(series_of(*former, settings, method, guest));
  return calendar::write(method, events);
}

http::Response calendar_response(const Entry& entry, const Settings& settings) {
  const auto method = entry.state == "cancelled" ? calendar::Method::cancel : calendar::Method::publish;
  auto response = http::Response::text(calendar_file(entry, settings, method));
  response.headers.set("content-type", "text/calendar; charset=utf-8");
  response.headers.set("content-disposition",
                       "attachment; filename=\"evenement-" + std::to_string(entry.id.number()) + ".ics\"");
  return response;
}

http::Response download(gate::Visit& v) {
  const auto entry = v.one(find_entry, v.id<EventId>("event"));
  v.ask();
  return calendar_response(*entry, v.services.settings);
}

}  // namespace events
