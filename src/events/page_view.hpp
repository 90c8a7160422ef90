#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "core/html.hpp"
#include "core/pg/value.hpp"
#include "events/figures.hpp"
#include "images/picture.hpp"
#include "ui/event_card.hpp"
#include "ui/locator.hpp"

namespace events {

struct Detail {
  EventId id;
  std::string kind, state, title, description;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::optional<std::string> online_url;
  std::string address, complement, postcode, city;
  bool is_public;
  std::vector<std::string> spaces;
  /// Those who come count with their companions, as do those who wait; the others are answers.
  std::int32_t goal, invited, coming, maybe, declined;
  std::optional<MemberId> author_id;
  std::optional<std::string> author, author_section;
  std::optional<std::string> answer;  ///< the viewer's
  bool guest;                         ///< invited, or answered by themselves
  bool organises;
  std::string cancellation_text;
  bool reported;
  std::optional<double> latitude, longitude;
  std::optional<images::PictureId> author_picture;
  std::int32_t capacity;               ///< places; 0: as many as come
  std::int32_t waiting;                ///< for one
  std::int32_t turn;                   ///< the viewer's among those who wait; 0: does not
  bool own;                            ///< the viewer made it
  std::optional<std::int64_t> thread;  ///< of those who come
  bool talks;                          ///< the viewer takes part in it
  std::vector<std::string> hosts;      ///< who organises, when several spaces do
  std::int32_t companions;             ///< of those who come or wait, without an account
  std::int32_t brought;                ///< of these, by the viewer
  std::vector<std::string> arrivals;   ///< of the organiser: where whoever joins is invited
  std::optional<std::string> part;  ///< what they noted of a mission: db/policies/63_reports.sql; none: nothing to note
  std::int64_t new_parts;           ///< for whoever organises: noted by others, not in the report
  std::optional<std::int64_t> series;  ///< it comes again; the next four say how, and when else
  std::string rule;
  std::int64_t series_first;  ///< seconds on the clocks of its zone
  std::string series_zone;
  std::vector<EventId> date_ids;
  std::vector<std::int64_t> date_starts;  ///< of those, seconds
  bool series_guest;                      ///< the viewer is invited to all of it

  [[nodiscard]] int unanswered() const { return invited + companions - coming - maybe - declined - waiting; }
  [[nodiscard]] bool full() const { return capacity > 0 && coming >= capacity; }
  [[nodiscard]] int left() const { return capacity > coming ? capacity - coming : 0; }  ///< places
  [[nodiscard]] ui::Answer given() const { return ui::answer_of(answer.value_or("")).value_or(ui::Answer::none); }
  [[nodiscard]] bool open(paris::Instant now) const;     ///< takes answers
  [[nodiscard]] bool begun(paris::Instant now) const;    ///< may be reported on
  [[nodiscard]] bool gathers(paris::Instant now) const;  ///< people are coming, are there or are leaving (X09)
};

struct Participant {
  MemberId id;
  std::string name;
  std::optional<images::PictureId> picture;
  std::int32_t companions;
};

struct Remark {
  std::int64_t id;
  std::optional<MemberId> author_id;
  std::optional<std::string> author;  ///< none: gone, or their circle is not the viewer's
  std::string body;
  pg::Time at;
  bool own;
  std::optional<images::PictureId> picture;
};

/// What the organiser filed afterwards.
struct Report {
  std::int32_t minutes;
  std::int32_t doors_knocked, doors_opened, leaflets, calls, posters;
  std::string words;
  std::int64_t came;

  [[nodiscard]] Figures figures() const { return {doors_knocked, doors_opened, leaflets, calls, posters}; }
};
struct EventPage {
  Detail event;
  std::vector<Participant> participants;  ///< some of those who come
  std::vector<Remark> remarks;            ///< oldest first
  bool earlier_remarks;
  std::optional<Report> report;
  std::vector<ui::Town> towns;  ///< around it
  std::string remark_typed, remark_error;
  paris::Instant now;
  std::string csrf;
};
void write(html::Out& out, const EventPage& page);

ui::Person person(const std::optional<MemberId>& id, const std::optional<std::string>& name,
                  const std::optional<images::PictureId>& picture);

/// Parts with an id of their own, which answers and live updates send again.
void write_gauge(html::Out& out, const Detail& event, bool for_organiser);
void write_card_gauge(html::Out& out, const Detail& event);
void write_answers(html::Out& out, const Detail& event, std::string_view csrf);
void write_participants(html::Out& out, const Detail& event, const std::vector<Participant>& people,
                        paris::Instant now);

}  // namespace events
