#include "events/agenda.hpp"

#include "events/agenda_view.hpp"
#include "events/filter.hpp"

namespace events {
namespace {

const pg::Statement<Card(std::string, std::int64_t)> agenda_cards{"events.agenda",
                                                                  "select " EVENT_CARD R"( from event_card e
   where e.id = any(array(select g.event_id from event_guest g where g.member_id = viewer_id() and g.answer in ('yes', 'maybe', 'waiting')))
     and e.state <> 'draft' and e.ends_at > now() and )" EVENT_OF_CIRCLE " and " EVENT_AFTER EVENT_PAGE};

const pg::Statement<Card(std::string, std::int64_t)> invitation_cards{"events.invitations",
                                                                      "select " EVENT_CARD R"( from event_card e
   where e.id = any(array(select g.event_id from event_guest g where g.member_id = viewer_id() and g.answer is null))
     and e.state = 'published' and e.ends_at > now() and )" EVENT_OF_CIRCLE " and " EVENT_AFTER EVENT_PAGE};

const pg::Statement<Card()> draft_cards{
    "events.drafts",
    "select " EVENT_CARD
    " from event_card e where e.creator_id = viewer_id() and e.state = 'draft' order by e.id desc limit 30"};
const pg::Statement<Card(std::string)> own_coming_cards{"events.own_coming", "select " EVENT_CARD R"( from event_card e
   where e.creator_id = viewer_id() and e.state <> 'draft' and e.ends_at > now() and )" EVENT_OF_CIRCLE EVENT_PAGE};
const pg::Statement<Card(std::string, std::int64_t)> own_past_cards{
    "events.own_past", "select " EVENT_CARD R"( from event_card e
   where e.creator_id = viewer_id() and e.state <> 'draft' and e.ends_at <= now() and )" EVENT_OF_CIRCLE
                       " and ($2::bigint = 0 or (e.starts_at, e.id) < (select x.starts_at, x.id from event x where "
                       "x.id = $2)) order by e.starts_at desc, e.id desc limit 31"};

// Takes the row that was asked for beyond the page away, and says where the next page begins.
void cut(AgendaPage& page, std::vector<Card>& cards, std::int64_t after) {
  const auto base = path(page.tab);
  if (after > 0) page.pager.previous = html::Url::local(filtered(base, page.circle, 0));
  if (std::ssize(cards) <= page_size) return;
  cards.pop_back();
  page.pager.next = html::Url::local(filtered(base, page.circle, cards.back().id.number()));
}

AgendaPage page_of(gate::Visit& v, Place tab, std::string circle) {
  return {.tab = tab,
          .circle = std::move(circle),
          .waiting = v.frame().remote->invitations,
          .drafts = {},
          .coming = {},
          .past = {},
          .pager = {},
          .now = now(),
          .csrf = v.csrf(),
          .section = v.viewer().section};
}

http::Response list(gate::Visit& v, Place tab, const pg::Statement<Card(std::string, std::int64_t)>& statement) {
  std::optional<pg::Reply<std::vector<HostRequest>>> asked;
  if (tab == Place::invitations) asked = v.all(host_requests);
  const auto circle = circle_filter(v);
  const auto after = page_start(v);
  const auto cards = v.all(statement, circle, after);
  v.ask();
  auto page = page_of(v, tab, circle);
  page.coming = *cards;
  if (asked) page.asked = asked->take();
  cut(page, page.coming, after);
  return v.page({.title = "Agenda", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

}  // namespace

http::Response agenda(gate::Visit& v) {
  return list(v, Place::agenda, agenda_cards);
}
http::Response invitations(gate::Visit& v) {
  return list(v, Place::invitations, invitation_cards);
}

http::Response mine(gate::Visit& v) {
  const auto circle = circle_filter(v);
  const auto after = page_start(v);
  const auto drafts = v.all(draft_cards);
  const auto coming = v.all(own_coming_cards, circle);
  const auto past = v.all(own_past_cards, circle, after);
  v.ask();
  auto page = page_of(v, Place::mine, circle);
  if (after == 0) {
    page.drafts = *drafts;
    page.coming = *coming;
  }
  page.past = *past;
  cut(page, page.past, after);
  return v.page({.title = "Mes événements", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

}  // namespace events
