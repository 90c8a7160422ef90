#include "agenda/list.hpp"

#include "agenda/calendar.hpp"
#include "agenda/list_view.hpp"
#include "events/filter.hpp"

namespace agenda {
namespace {

using events::Card, events::Place;

const pg::Statement<Card(std::string, std::int64_t, std::string)> coming_cards{
    "agenda.coming", "select " EVENT_CARD R"( from event_card e
   where e.id = any(array(select viewer_agenda($3, now(), 'infinity'))) and )" EVENT_OF_CIRCLE
                     " and " EVENT_AFTER EVENT_PAGE};
const pg::Statement<Card(std::string, std::int64_t, std::string)> past_cards{
    "agenda.past", "select " EVENT_CARD R"( from event_card e
   where e.id = any(array(select viewer_agenda($3, '-infinity', now()))) and e.ends_at <= now() and )" EVENT_OF_CIRCLE
                   " and ($2::bigint = 0 or (e.starts_at, e.id) < (select x.starts_at, x.id from event x where x.id = "
                   "$2)) order by e.starts_at desc, e.id desc limit 31"};
const pg::Statement<Card()> draft_cards{
    "agenda.drafts",
    "select " EVENT_CARD
    " from event_card e where e.creator_id = viewer_id() and e.state = 'draft' order by e.id desc limit 30"};

// Takes the row that was asked for beyond the page away, and says where the next page begins.
void cut(ListPage& page, std::vector<Card>& cards) {
  auto there = page.frame.asked;
  if (there.after > 0) {
    there.after = 0;
    page.pager.previous = there.link();
  }
  if (std::ssize(cards) <= events::page_size) return;
  cards.pop_back();
  there.after = cards.back().id.number();
  page.pager.next = there.link();
}

// What one made is one list, from drafts to what is past, whose pages go back in time.
http::Response of_mine(gate::Visit& v, const Asked& asked) {
  const auto drafts = v.all(draft_cards);
  const auto coming = v.all(coming_cards, asked.within, 0, word(asked.tab));
  const auto past = v.all(past_cards, asked.within, asked.after, word(asked.tab));
  v.ask();
  ListPage page{frame_of(v, asked), {}, {}, *past, {}, {}};
  if (asked.after == 0) {
    page.drafts = *drafts;
    page.coming = *coming;
    if (std::ssize(page.coming) > events::page_size) page.coming.pop_back();
  }
  cut(page, page.past);
  return v.page({.title = "Mes événements", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

}  // namespace

http::Response list(gate::Visit& v, const Asked& asked) {
  if (asked.tab == Place::mine) return of_mine(v, asked);
  std::optional<pg::Reply<std::vector<events::HostRequest>>> requests;
  if (asked.tab == Place::invitations && !asked.past) requests = v.all(events::host_requests);
  const auto cards = v.all(asked.past ? past_cards : coming_cards, asked.within, asked.after, word(asked.tab));
  v.ask();
  ListPage page{frame_of(v, asked), {}, {}, {}, {}, {}};
  auto& here = asked.past ? page.past : page.coming;
  here = *cards;
  if (requests) page.asked = requests->take();
  cut(page, here);
  return v.page({.title = "Agenda", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

}  // namespace agenda
