#pragma once
// Events for people's calendars: iCalendar (RFC 5545) as mail programs exchange it (iTIP, RFC 5546). Instants are
// written in UTC; only series name a time zone, which is then described.

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace calendar {

/// publish: to keep; request: an invitation to one person; cancel: it will not be.
enum class Method : unsigned char { publish, request, cancel };
std::string_view name(Method method);  ///< "REQUEST"

enum class Answer : unsigned char { none, yes, maybe, no };

/// Whether it will be (3.8.1.11), as far as the reader of the file is concerned.
enum class Status : unsigned char { confirmed, tentative, cancelled };

struct Point {
  double latitude = 0, longitude = 0;  // WGS 84, degrees
};

/// Whoever receives the file reads these addresses: the organizer's is the site's own, the guest's is the recipient's.
struct Organizer {
  std::string name, address;
};
struct Guest {
  std::string name, address;
  Answer answer = Answer::none;
};

/// Whole days, wherever one is: the last is the day after (3.6.1: DTEND is exclusive).
struct Days {
  std::chrono::year_month_day first, end;
};

/// It comes again (3.8.5): by that rule, by the clocks of that zone.
struct Repetition {
  std::string rule;                               // the value of RRULE
  std::string zone;                               // "Europe/Paris"
  std::vector<std::chrono::sys_seconds> without;  // dates that the rule gives and that will not be
};

struct Event {
  std::string uid;                   // the same for the whole life of the event: "evenement-12@exemple.fr"
  int sequence = 0;                  // rises when guests must change their calendar (3.8.7.4)
  std::chrono::sys_seconds changed;  // when this version was made
  Status status = Status::confirmed;
  std::chrono::sys_seconds start, end;
  std::optional<Days> days;                            // of an event without hours; start and end then say nothing
  std::optional<Repetition> repetition;                // a series; start and end are those of its first date
  std::optional<std::chrono::sys_seconds> instead_of;  // one date of a series, by the start that its rule gave
  std::string summary;
  std::string location;     // empty: not said; likewise the next two
  std::string description;  // plain text, lines separated by \n
  std::string url;
  std::optional<Point> point;
  std::optional<Organizer> organizer;  // must be there for request and cancel (RFC 5546 3.2)
  std::optional<Guest> guest;          // must be there for request, and only then
};

/// A whole file, with the zones that its series count in, with CRLF line ends. No text that an event holds can make a
/// line of its own.
std::string write(Method method, std::span<const Event> events);
std::string write(Method method, const Event& event);

/// A calendar that programs fetch again and again (RFC 7986): it says what it is called and how often that is worth it.
/// The same events make the same octets.
struct Feed {
  std::string name, description;
  std::chrono::hours refresh{1};
};
std::string write(const Feed& feed, std::span<const Event> events);

}  // namespace calendar
