#include "gate/shell.hpp"

#include "gate/viewer.hpp"

namespace gate {

const pg::Statement<Counters()> counters{"shell.counters", R"(
  select (select count(*) from thread_member m join thread t on t.id = m.thread_id
           where m.member_id = (select viewer_id()) and m.hidden_at is null and t.last_at > coalesce(m.read_at, '-infinity')),
         (select count(*) from bond_request r where r.to_id = (select viewer_id())),
         (select count(*) from event_guest g join event e on e.id = g.event_id
           where g.member_id = (select viewer_id()) and g.answer is null and e.state = 'published' and e.ends_at > now()
             -- Of a series the next date alone.
             and (e.series_id is null or series_next(e.series_id, e.starts_at, e.id, now()))),
         (select m.picture_id from member m where m.id = (select viewer_id())))"};

// In a word or two, by the clocks of Paris; a whole day is its midnight here, wherever it is.
const pg::Statement<NextDate()> next_dates{"shell.next_dates", R"(
  select e.id, case when e.time_zone = 'Europe/Paris' or e.all_day then e.title else e.title || ' (heure de Paris)' end,
         case when e.all_day then (e.starts_at at time zone e.time_zone) at time zone 'Europe/Paris' else e.starts_at end
    from event_guest g join event e on e.id = g.event_id
   where g.member_id = (select viewer_id()) and g.answer in ('yes', 'maybe') and e.state = 'published' and e.ends_at > now()
   order by e.starts_at limit 3)"};

ShellReply ask_shell(pg::Batch& batch) {
  return {batch.one(counters), batch.all(next_dates)};
}

ui::Remote remote(const Viewer& viewer, const Counters& counts, const std::vector<NextDate>& dates) {
  ui::Remote remote;
  remote.me = {.name = viewer.name(), .href = html::Url::local("/membres/" + std::to_string(viewer.id.number()))};
  if (counts.picture) remote.me.photo = html::Url::local("/images/" + std::to_string(counts.picture->number()));
  if (viewer.section) remote.section = html::Url::local("/sections/" + std::to_string(viewer.section->number()));
  remote.unread_messages = static_cast<int>(counts.unread_messages);
  remote.coopain_requests = static_cast<int>(counts.coopain_requests);
  remote.invitations = static_cast<int>(counts.invitations);
  for (const auto& date : dates)
    remote.next_dates.push_back({std::chrono::floor<std::chrono::seconds>(date.start), date.title,
                                 html::Url::local("/evenements/" + std::to_string(date.id.number()))});
  return remote;
}

}  // namespace gate
