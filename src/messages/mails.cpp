#include "messages/mails.hpp"

#include "core/jobs/job.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "notifications/link.hpp"

namespace messages {
namespace {

// Who writes and how much, never what: a mail passes through many hands (D05).
struct Unread {
  std::int64_t count;
  std::optional<std::string> author;  // when there is but one, whom the reader may see
};
const pg::Statement<Unread(std::int64_t)> unread_in{"mail.messages.unread", R"(
  select count(*), case when count(distinct x.author_id) = 1 then max(m.first_name || ' ' || m.last_name) end
    from thread_member t join message x on x.thread_id = t.thread_id left join member m on m.id = x.author_id
   where t.member_id = viewer_id() and t.thread_id = $1 and t.hidden_at is null and x.author_id is distinct from viewer_id() and x.at > coalesce(t.read_at, '-infinity'))"};

std::optional<mail::Message> compose_new(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto thread = row.subject_id.value();
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto wanted = batch.one(notifications::wanted_now, std::string(code(notifications::Kind::message)));
  const auto unread = batch.one(unread_in, thread);
  database.send(batch);
  if (!*wanted || unread->count == 0) return std::nullopt;
  const auto who = unread->author.value_or("Quelqu’un");
  const auto subject = unread->count == 1
                           ? who + " t’a écrit"
                           : who + " t’a écrit : " + french::count(unread->count, "message", "messages") + " à lire";
  return mail::letter(
      subject,
      {.title = subject,
       .parts = {mail::Words{"Ce qui s’écrit sur " + settings.site_name +
                             " y reste : connecte-toi pour lire et répondre."},
                 mail::Buttons{{{"Lire", mail::link(settings, "/messages/" + std::to_string(thread))}}}},
       .why = "Tu reçois ce courriel parce qu’on t’a écrit sur " + settings.site_name + ".",
       .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::message)},
      settings);
}

}  // namespace

std::vector<mail::Kind> mails() {
  return {{.name = "messages.new", .compose = compose_new}};
}

}  // namespace messages
