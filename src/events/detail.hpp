#pragma once
// What is known of one event, as the viewer sees it: the statements behind its page.

#include "core/pg/statement.hpp"
#include "events/page_view.hpp"

namespace events {

extern const pg::Statement<Detail(EventId)> find_event;
extern const pg::Statement<Participant(EventId)> participants;  ///< the first who said yes
extern const pg::Statement<Remark(EventId, std::int64_t, std::int64_t)>
    remarks;  ///< newest first, before that id (0: from the end), so many

extern const pg::Statement<Report(EventId)> find_report;
/// The towns that tell where it is: large, or near. None when its place has no point.
extern const pg::Statement<ui::Town(EventId)> towns_around;

}  // namespace events
