#include "events/guest_letter.hpp"

#include "core/jobs/job.hpp"
#include "core/json.hpp"
#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/series/repeat.hpp"

namespace events {
namespace {

const pg::Statement<Entry(EventId)> entry_of_guest{
    "mail.events.entry", "select " EVENT_ENTRY " from event e where e.id = $1 and e.state <> 'draft'"};
const pg::Statement<Invited(EventId)> invited_guest{"mail.events.invited", R"(
  select e.kind, e.invitation_text, e.cancellation_text, g.event_id is not null, g.answer, e.ends_at <= now(), m.first_name || ' ' || m.last_name
    from event e left join event_guest g on g.event_id = e.id and g.member_id = viewer_id() left join member m on m.id = g.invited_by where e.id = $1)"};

const pg::Statement<Entry(EventId)> dates_apart{"mail.events.apart", "select " EVENT_ENTRY R"( from event e
   where e.series_id = (select x.series_id from event x where x.id = $1) and e.series_changed and e.state <> 'draft' and e.ends_at > now() order by e.series_start limit 60)"};
const pg::Statement<Entry(std::int64_t)> former_entry{"mail.events.former", "select " EVENT_ENTRY R"( from event e
   where e.series_id = $1 and e.state <> 'draft' order by e.series_changed, e.series_start desc limit 1)"};

calendar::Answer answer_of(const std::optional<std::string>& code) {
  if (code == "yes") return calendar::Answer::yes;
  if (code == "maybe") return calendar::Answer::maybe;
  if (code == "no") return calendar::Answer::no;
  return calendar::Answer::none;
}

}  // namespace

std::optional<GuestMail> look_up(pg::Connection& database, const mail::Row& row,
                                 std::optional<notifications::Kind> kind) {
  const EventId event(row.subject_id.value_or(0));
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value_or(MemberId()));
  const auto entry = batch.maybe(entry_of_guest, event);
  const auto invited = batch.maybe(invited_guest, event);
  const auto wanted = batch.one(notifications::wanted_now, kind ? std::string(code(*kind)) : "");
  const auto apart = batch.all(dates_apart, event);
  const auto former = batch.maybe(former_entry, json::Object(row.detail).number("former").value_or(0));
  database.send(batch);
  if (!*entry || !*invited || !(*invited)->guest) return std::nullopt;
  return GuestMail{**entry, **invited, *wanted, *apart, *former};
}

mail::Facts facts(const Entry& e) {
  mail::Facts facts{{{"Quand", french::span(french::when(e))}}};
  if (e.series && e.state == "published")
    facts.lines.emplace_back(
        "Se répète", rhythm({e.rule, calendar::Local(std::chrono::seconds(e.series_first)), e.series_zone}, e.all_day));
  if (!e.address.empty())
    facts.lines.emplace_back("Où", where_words(e.address, e.postcode, e.city, false) +
                                       (e.complement.empty() ? "" : " (" + e.complement + ")"));
  if (!e.hosts.empty()) facts.lines.emplace_back("Organisé par", french::list(e.hosts));
  if (e.online_url) facts.lines.emplace_back("En ligne", *e.online_url);
  return facts;
}

mail::Buttons answer_buttons(const mail::Row& row, const Entry& e, const Settings& settings) {
  const ReplyLink yes{e.id, *row.member, ui::Answer::yes, instant(e.ends_at) + reply_grace};
  const auto link = [&](ui::Answer answer) { return mail::link(settings, reply_path(settings, yes.with(answer))); };
  return {{{"Je participe", link(ui::Answer::yes)},
           {"Peut-être", link(ui::Answer::maybe)},
           {"Je ne participe pas", link(ui::Answer::no)}}};
}

std::string page_link(const Entry& entry, const Settings& settings) {
  return mail::link(settings, path(entry.id));
}

mail::Calendar calendar_part(const mail::Row& row, const GuestMail& mail, const Settings& settings,
                             calendar::Method method) {
  const calendar::Guest guest{row.first_name + " " + row.last_name, row.address, answer_of(mail.invited.answer)};
  return {.content = calendar_file(mail.entry, settings, method, guest), .method = std::string(calendar::name(method))};
}

mail::Calendar series_part(const mail::Row& row, const GuestMail& mail, const Settings& settings,
                           calendar::Method method) {
  const calendar::Guest guest{row.first_name + " " + row.last_name, row.address, answer_of(mail.invited.answer)};
  return {.content = series_file(mail.entry, mail.apart, mail.former, settings, method, guest),
          .method = std::string(calendar::name(method))};
}

std::string when_words(const Entry& entry) {
  return french::moment(french::when(entry));
}

}  // namespace events
