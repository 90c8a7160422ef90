#pragma once
// What the frame of every member's page shows: counters and next dates of the télécommande (C04). Two statements, sent
// with the page's own.

#include <string>
#include <vector>

#include "core/pg/batch.hpp"
#include "ui/page.hpp"

namespace gate {

struct Viewer;

struct Counters {
  std::int64_t unread_messages, coopain_requests, invitations;
  std::optional<PictureId> picture;  ///< my face
};
struct NextDate {
  EventId id;
  std::string title;
  pg::Time start;
};

/// Of the member who is acting; both are empty for a visitor.
extern const pg::Statement<Counters()> counters;
extern const pg::Statement<NextDate()> next_dates;

struct ShellReply {
  pg::Reply<Counters> counters;
  pg::Reply<std::vector<NextDate>> next_dates;
};
ShellReply ask_shell(pg::Batch& batch);

ui::Remote remote(const Viewer& viewer, const Counters& counters, const std::vector<NextDate>& dates);

}  // namespace gate
