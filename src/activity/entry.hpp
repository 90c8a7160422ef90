#pragma once
// What people did, as the database tells it: windows of the feed and of walls (db/policies/30_activity.sql).

#include <optional>
#include <string>
#include <vector>

#include "core/pg/statement.hpp"
#include "images/picture.hpp"

namespace activity {

struct Person {
  MemberId id;
  std::string name;
  std::optional<images::PictureId> picture = {};
  bool operator==(const Person& other) const { return id == other.id; }
};

/// One thing that somebody did. Kinds are the table's.
struct Entry {
  ActivityId id;
  std::string kind;
  pg::Time at;
  std::string body = {}, link = {};
  Person member;
  std::optional<Person> other = {};
  std::int64_t about = 0;  ///< the space or the event
  std::string title = {};  ///< its name
  bool beyond = false;     ///< more of one person than a page tells: it is counted
};

/// What a window gives: entries that the viewer may not see are rows of nothing, from which the next page goes on.
struct Row {
  ActivityId id;
  bool more, beyond;
  std::optional<std::string> kind;
  std::optional<pg::Time> at;
  std::optional<std::string> body, link;
  std::optional<MemberId> member_id;
  std::optional<std::string> member;
  std::optional<images::PictureId> picture_id;
  std::optional<MemberId> other_id;
  std::optional<std::string> other;
  std::optional<images::PictureId> other_picture_id;
  std::optional<SpaceId> space_id;
  std::optional<std::string> space;
  std::optional<EventId> event_id;
  std::optional<std::string> event;
};

/// (circle, last entry of the former page or 0, how many)
extern const pg::Statement<Row(std::string, std::int64_t, std::int32_t)> feed_entries;
/// (whose, last entry of the former page or 0, how many)
extern const pg::Statement<Row(MemberId, std::int64_t, std::int32_t)> wall_entries;

struct Window {
  std::vector<Entry> entries;
  std::int64_t next = 0;  ///< the entry before which the next page begins; 0: there is none
};
Window read(std::vector<Row> rows);

}  // namespace activity
