#include "core/calendar/ics.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "core/calendar/recurrence.hpp"

namespace calendar {

namespace {

constexpr size_t longest_line = 75;  // octets without the line end (3.1)
constexpr int geo_digits = 6;        // as many as 3.8.1.6 asks for; a decimetre

bool is_control(char c) {
  return (c >= 0 && c < ' ') || c == 0x7F;
}

bool continues_a_character(char c) {
  return (c & 0xC0) == 0x80;
}

// Folds at 75 octets, never inside a character. Nothing that is not printed goes out, so a value cannot end its line.
void append_line(std::string& to, std::string_view line) {
  std::string clean;
  std::ranges::copy_if(line, std::back_inserter(clean), [](char c) { return !is_control(c); });
  std::string_view rest = clean;
  size_t room = longest_line;
  while (rest.size() > room) {
    size_t cut = room;
    while (cut > 1 && continues_a_character(rest[cut])) --cut;
    to.append(rest.substr(0, cut)).append("\r\n ");
    rest.remove_prefix(cut);
    room = longest_line - 1;  // the space at the start counts
  }
  to.append(rest).append("\r\n");
}

// 3.3.11
std::string escaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n' || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
      out += "\\n";
    else
      out += c;
  }
  return out;
}

// 3.1.1: a quoted parameter has no way to hold a quote.
std::string quoted(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '"', '\'');
  return '"' + out + '"';
}

std::string digits(long long value, size_t size) {
  auto text = std::to_string(value);
  return text.insert(0, size - std::min(size, text.size()), '0');
}

std::string date(std::chrono::year_month_day day) {
  return digits(int{day.year()}, 4) + digits(unsigned{day.month()}, 2) + digits(unsigned{day.day()}, 2);
}

// "20260329T083000", by whatever clocks
template <class Time>
std::string clock(Time instant) {
  const auto days = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - days};
  return date(std::chrono::year_month_day(days)) + 'T' + digits(time.hours().count(), 2) +
         digits(time.minutes().count(), 2) + digits(time.seconds().count(), 2);
}

std::string utc(std::chrono::sys_seconds instant) {
  return clock(instant) + 'Z';
}

std::string in_zone(std::chrono::sys_seconds instant, const std::string& zone) {
  return ";TZID=" + zone + ':' + clock(local(instant, zone));
}

std::string degrees(double value) {
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, geo_digits).ptr;
  return {digits.data(), end};
}

std::string_view participation(Answer answer) {
  switch (answer) {
    case Answer::none:
      return "NEEDS-ACTION";
    case Answer::yes:
      return "ACCEPTED";
    case Answer::maybe:
      return "TENTATIVE";
    case Answer::no:
      return "DECLINED";
  }
  return {};
}

void append_text(std::string& to, std::string_view property, std::string_view text) {
  if (!text.empty()) append_line(to, std::string(property) + ':' + escaped(text));
}

std::string_view name(Status status) {
  switch (status) {
    case Status::confirmed:
      return "CONFIRMED";
    case Status::tentative:
      return "TENTATIVE";
    case Status::cancelled:
      return "CANCELLED";
  }
  return {};
}

void append_times(std::string& to, const Event& event) {
  const auto at = [&](std::chrono::sys_seconds instant) {
    return event.repetition ? in_zone(instant, event.repetition->zone) : ':' + utc(instant);
  };
  append_line(to, "DTSTART" + (event.days ? ";VALUE=DATE:" + date(event.days->first) : at(event.start)));
  append_line(to, "DTEND" + (event.days ? ";VALUE=DATE:" + date(event.days->end) : at(event.end)));
  if (event.instead_of)
    append_line(
        to, "RECURRENCE-ID" + (event.days ? ";VALUE=DATE:" + date(event.days->first) : ':' + utc(*event.instead_of)));
  if (!event.repetition) return;
  const auto& [rule, zone, without] = *event.repetition;
  append_line(to, "RRULE:" + rule);
  for (const auto off : without)
    append_line(to,
                "EXDATE" + (event.days ? ";VALUE=DATE:" + clock(local(off, zone)).substr(0, 8) : in_zone(off, zone)));
}

// Each zone once, from the first start that needs it.
void append_zones(std::string& to, std::span<const Event> events) {
  std::map<std::string, std::chrono::sys_seconds> zones;
  for (const auto& event : events) {
    if (!event.repetition) continue;
    const auto& known = zones.try_emplace(event.repetition->zone, event.start).first;
    known->second = std::min(known->second, event.start);
  }
  for (const auto& [zone, from] : zones) to += zone_component(zone, from);
}

void append_event(std::string& to, const Event& event) {
  append_line(to, "BEGIN:VEVENT");
  append_text(to, "UID", event.uid);
  append_line(to, "SEQUENCE:" + std::to_string(event.sequence));
  append_line(to, "DTSTAMP:" + utc(event.changed));
  append_times(to, event);
  append_line(to, "STATUS:" + std::string(name(event.status)));
  if (event.status != Status::confirmed) append_line(to, "TRANSP:TRANSPARENT");
  append_text(to, "SUMMARY", event.summary);
  append_text(to, "LOCATION", event.location);
  if (event.point) append_line(to, "GEO:" + degrees(event.point->latitude) + ';' + degrees(event.point->longitude));
  append_text(to, "DESCRIPTION", event.description);
  if (!event.url.empty()) append_line(to, "URL:" + event.url);
  if (event.organizer)
    append_line(to, "ORGANIZER;CN=" + quoted(event.organizer->name) + ":mailto:" + event.organizer->address);
  // Answers go through the site, by the links in the mail: nobody waits for one by mail.
  if (event.guest)
    append_line(to, "ATTENDEE;CN=" + quoted(event.guest->name) + ";ROLE=REQ-PARTICIPANT;PARTSTAT=" +
                        std::string(participation(event.guest->answer)) + ";RSVP=FALSE:mailto:" + event.guest->address);
  append_line(to, "END:VEVENT");
}

void begin(std::string& file) {
  append_line(file, "BEGIN:VCALENDAR");
  append_line(file, "VERSION:2.0");
  append_line(file, "PRODID:-//La Coopol//Agenda//FR");
  append_line(file, "CALSCALE:GREGORIAN");
}

}  // namespace

std::string_view name(Method method) {
  switch (method) {
    case Method::publish:
      return "PUBLISH";
    case Method::request:
      return "REQUEST";
    case Method::cancel:
      return "CANCEL";
  }
  return {};
}

std::string write(Method method, std::span<const Event> events) {
  std::string file;
  begin(file);
  append_line(file, "METHOD:" + std::string(name(method)));
  append_zones(file, events);
  for (auto event : events) {
    if (method == Method::cancel) event.status = Status::cancelled;
    append_event(file, event);
  }
  append_line(file, "END:VCALENDAR");
  return file;
}

std::string write(Method method, const Event& event) {
  return write(method, std::span(&event, 1));
}

// Without METHOD: nobody sent it to anybody, it is there to be fetched. X- lines are what Outlook and Apple read.
std::string write(const Feed& feed, std::span<const Event> events) {
  const auto hours = "PT" + std::to_string(feed.refresh.count()) + "H";
  std::string file;
  begin(file);
  append_text(file, "NAME", feed.name);
  append_text(file, "X-WR-CALNAME", feed.name);
  append_text(file, "DESCRIPTION", feed.description);
  append_text(file, "X-WR-CALDESC", feed.description);
  append_line(file, "REFRESH-INTERVAL;VALUE=DURATION:" + hours);
  append_line(file, "X-PUBLISHED-TTL:" + hours);
  for (const auto& event : events) append_event(file, event);
  append_line(file, "END:VCALENDAR");
  return file;
}

}  // namespace calendar
