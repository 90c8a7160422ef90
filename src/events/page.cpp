#include "events/page.hpp"

#include <algorithm>

#include "core/utf8.hpp"
#include "events/card.hpp"
#include "events/detail.hpp"
#include "events/live.hpp"

namespace events {
namespace {

using CommentId = Id<struct CommentTag>;

constexpr std::int64_t remarks_shown = 40;
constexpr size_t longest_remark = 4000;  // characters

const pg::Statement<void(EventId, std::string)> insert_remark{"events.insert_remark", R"(
  insert into event_comment (event_id, author_id, body) select e.id, viewer_id(), $2 from event e where e.id = $1 and e.state = 'published')"};
const pg::Statement<void(EventId, CommentId)> delete_remark{
    "events.delete_remark", "delete from event_comment where event_id = $1 and id = $2"};

struct Asked {
  pg::Reply<Detail> event;
  pg::Reply<std::vector<Participant>> participants;
  pg::Reply<std::vector<Remark>> remarks;
  pg::Reply<std::optional<Report>> report;
  pg::Reply<std::vector<ui::Town>> towns;
};

Asked ask(gate::Visit& v, EventId event, std::int64_t before) {
  return {v.one(find_event, event), v.all(participants, event), v.all(remarks, event, before, remarks_shown + 1),
          v.maybe(find_report, event), v.all(towns_around, event)};
}

EventPage page(gate::Visit& v, const Asked& asked) {
  EventPage page{.event = *asked.event,
                 .participants = *asked.participants,
                 .remarks = *asked.remarks,
                 .earlier_remarks = false,
                 .report = *asked.report,
                 .towns = *asked.towns,
                 .remark_typed = {},
                 .remark_error = {},
                 .now = now(),
                 .csrf = v.csrf()};
  page.earlier_remarks = std::ssize(page.remarks) > remarks_shown;
  if (page.earlier_remarks) page.remarks.pop_back();
  std::reverse(page.remarks.begin(), page.remarks.end());
  return page;
}

http::Response answer(gate::Visit& v, const EventPage& page, int status) {
  const auto watched = watch(v.services.settings, v.viewer().id, page.event.id, page.event.organises);
  return v.page(
      {.title = page.event.title, .here = ui::Key::agenda, .live_topics = watched},
      [&](html::Out& out) { write(out, page); }, status);
}

}  // namespace

http::Response show(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto asked = ask(v, event, v.query_id("avant"));
  v.ask();
  return answer(v, page(v, asked), 200);
}

http::Response comment(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto text = v.field("text");
  const std::string error = text.empty()                          ? "Écris quelque chose d’abord."
                            : utf8::length(text) > longest_remark ? "C’est un peu long : 4 000 caractères au plus."
                                                                  : "";
  if (error.empty()) {
    const auto written = v.run(insert_remark, event, text);
    v.ask();
    if (*written == 0) throw http::Error(404);
    return v.redirect(path(event) + "#commentaires");
  }
  const auto asked = ask(v, event, 0);
  v.ask();
  auto again = page(v, asked);
  again.remark_typed = text;
  again.remark_error = error;
  return answer(v, again, 422);
}

http::Response delete_comment(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  v.run(delete_remark, event, v.id<CommentId>("comment"));
  v.ask();
  return v.redirect(path(event) + "#commentaires", "Ton commentaire est supprimé.");
}

}  // namespace events
