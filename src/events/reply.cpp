#include "events/reply.hpp"

#include "events/answer.hpp"
#include "events/calendar_file.hpp"
#include "events/card.hpp"
#include "events/detail.hpp"
#include "events/links.hpp"
#include "events/reply_view.hpp"

namespace events {
namespace {

http::Response too_late(gate::Visit& v, std::string_view title, std::string_view text, int status) {
  return v.visitor_page(
      {.title = title}, [&](html::Out& out) { write_too_late(out, title, text); }, status);
}

http::Response unknown_link(gate::Visit& v) {
  return too_late(v, "Ce lien ne fonctionne pas",
                  "Il est peut-être coupé. Ouvre-le depuis le courriel, ou connecte-toi pour répondre.", 404);
}

http::Response expired_link(gate::Visit& v) {
  return too_late(v, "C’est passé", "Cet événement a eu lieu : il n’y a plus rien à répondre. À la prochaine !", 410);
}

http::Response closed(gate::Visit& v, const Detail& event) {
  if (event.state == "cancelled")
    return too_late(v, "Cet événement est annulé",
                    event.cancellation_text.empty() ? "Il n’aura pas lieu." : event.cancellation_text, 410);
  return expired_link(v);
}

ReplyPage page_of(const gate::Visit& v, const Detail& event, const ReplyLink& link) {
  const auto to = [&](ui::Answer answer) { return reply_path(v.services.settings, link.with(answer)); };
  return {event,
          v.viewer().first_name,
          link.answer,
          to(ui::Answer::yes),
          to(ui::Answer::maybe),
          to(ui::Answer::no),
          to(link.answer) + "/agenda.ics",
          {}};
}

}  // namespace

http::Response reply(gate::Visit& v) {
  const auto link = read_reply(v.services.settings, v.text("token"));
  if (!link) return unknown_link(v);
  if (link->expired(now())) return expired_link(v);
  v.act_as(link->member);
  const auto event = v.maybe(find_event, link->event);
  v.ask();
  if (!v.signed_in() || !*event) return unknown_link(v);
  if (!(*event)->open(now())) return closed(v, **event);
  const auto page = page_of(v, **event, *link);
  const auto given = (*event)->given();
  const bool noted = given == link->answer || (given == ui::Answer::waiting && link->answer == ui::Answer::yes);
  return v.visitor_page({.title = (*event)->title},
                        [&](html::Out& out) { noted ? write_noted(out, page) : write_confirm(out, page); });
}

http::Response record_reply(gate::Visit& v) {
  const auto link = read_reply(v.services.settings, v.text("token"));
  if (!link) return unknown_link(v);
  if (link->expired(now())) return expired_link(v);
  v.act_as(link->member);
  const auto companions = companions_typed(v);
  const auto taken = v.one(record_answer, link->event, std::string(ui::code(link->answer)), companions);
  const auto event = v.maybe(find_event, link->event);
  v.ask();
  if (!v.signed_in() || !*event) return unknown_link(v);
  if (!*taken) return closed(v, **event);
  if (const auto short_of = companions_words(**event, companions); !short_of.empty()) {
    auto page = page_of(v, **event, *link);
    page.notice = short_of;
    return v.visitor_page(
        {.title = (*event)->title}, [&](html::Out& out) { write_noted(out, page); }, 422);
  }
  return v.redirect(reply_path(v.services.settings, *link));
}

http::Response reply_calendar(gate::Visit& v) {
  const auto link = read_reply(v.services.settings, v.text("token"));
  if (!link || link->expired(now())) throw http::Error(404);
  v.act_as(link->member);
  const auto entry = v.one(find_entry, link->event);
  v.ask();
  return calendar_response(*entry, v.services.settings);
}

}  // namespace events
