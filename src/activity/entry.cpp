#include "activity/entry.hpp"

namespace activity {
namespace {

#define ENTRY_COLUMNS                                                                                       \
  "w.id, w.more, w.beyond, a.kind, a.at, a.body, a.link, a.member_id, a.member, a.picture_id, a.other_id, " \
  "a.other, a.other_picture_id, a.space_id, a.space, a.event_id, a.event"

Entry entry(Row&& row) {
  Entry entry{.id = row.id,
              .kind = std::move(*row.kind),
              .at = *row.at,
              .body = std::move(*row.body),
              .link = std::move(*row.link),
              .member = {*row.member_id, std::move(*row.member), row.picture_id},
              .beyond = row.beyond};
  if (row.other_id && row.other) entry.other = Person{*row.other_id, std::move(*row.other), row.other_picture_id};
  if (row.space_id && row.space) {
    entry.about = row.space_id->number();
    entry.title = std::move(*row.space);
  } else if (row.event_id && row.event) {
    entry.about = row.event_id->number();
    entry.title = std::move(*row.event);
  }
  return entry;
}

}  // namespace

const pg::Statement<Row(std::string, std::int64_t, std::int32_t)> feed_entries{
    "activity.feed", "select " ENTRY_COLUMNS
                     " from feed_window($1, $2, $3) w left join activity_entry a on a.id = w.id order by w.id desc"};
const pg::Statement<Row(MemberId, std::int64_t, std::int32_t)> wall_entries{
    "activity.wall", "select " ENTRY_COLUMNS
                     " from wall_window($1, $2, $3) w left join activity_entry a on a.id = w.id order by w.id desc"};

Window read(std::vector<Row> rows) {
  Window window;
  if (!rows.empty() && rows.back().more) window.next = rows.back().id.number();
  for (auto& row : rows)
    if (row.kind) window.entries.push_back(entry(std::move(row)));
  return window;
}

}  // namespace activity
