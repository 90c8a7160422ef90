#include "messages/thread.hpp"

#include "core/clock.hpp"
#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "members/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace messages {
namespace {

constexpr size_t longest_body = 10000;        // characters, as the database checks
constexpr std::int64_t messages_shown = 200;  // the latest; older ones on a page before

struct Thread {
  std::string subject;
  bool one_way, mine;
};
struct Message {
  std::int64_t id;
  std::optional<MemberId> author;
  std::optional<std::string> name;
  std::string body;
  pg::Time at;
  std::optional<images::PictureId> picture;
};
struct Participant {
  MemberId id;
  std::string name;
};
const pg::Statement<Thread(std::int64_t)> find_thread{
    "messages.thread",
    "select subject, one_way, creator_id is not distinct from viewer_id() from thread where id = $1"};
const pg::Statement<Message(std::int64_t, std::int64_t, std::int64_t)> messages_of{"messages.of", R"(
  select * from (
    select x.id, m.id as author, coalesce(m.first_name || ' ' || m.last_name, message_author(x.id)) as name, x.body, x.at, m.picture_id from message x left join member m on m.id = x.author_id
     where x.thread_id = $1 and ($2 = 0::bigint or x.id < $2) order by x.id desc limit $3) latest order by id)"};
const pg::Statement<Participant(std::int64_t)> participants{"messages.participants", R"(
  select m.id, m.first_name || ' ' || m.last_name from thread_member t join member m on m.id = t.member_id
   where t.thread_id = $1 and m.id <> viewer_id() order by m.last_name limit 200)"};
const pg::Statement<void(std::int64_t)> mark_read{
    "messages.mark_read", "update thread_member set read_at = now() where thread_id = $1 and member_id = viewer_id()"};
const pg::Statement<bool(std::int64_t, std::string)> answer_statement{"messages.answer",
                                                                      "select message_answer($1, $2)"};

struct Draft {
  std::string body;
  ui::Errors errors;
};

// Without a link when their circle does not admit the reader, to whom they wrote all the same.
ui::Person author(const Message& m) {
  if (!m.name) return {.name = "Membre parti"};
  ui::Person person{.name = *m.name, .photo = images::url(m.picture)};
  if (m.author) person.href = members::profile_url(*m.author);
  return person;
}

void write_messages(html::Out& out, const std::vector<Message>& messages) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (const auto& m : messages)
    ui::comment(out,
                {.id = "message-" + std::to_string(m.id),
                 .author = author(m),
                 .at = std::chrono::floor<std::chrono::seconds>(m.at),
                 .text = m.body},
                now);
}

http::Response show(gate::Visit& v, const Draft& draft, int status) {
  const auto id = v.id<Id<struct ThreadTag>>("thread").number();
  const auto thread = v.one(find_thread, id);
  v.run(mark_read, id);
  auto messages = v.all(messages_of, id, v.query_id("avant"), messages_shown + 1);
  const auto people = v.all(participants, id);
  v.ask();
  auto shown = messages.take();
  const bool more = std::ssize(shown) > messages_shown;
  if (more) shown.erase(shown.begin());
  return v.page(
      {.title = thread->subject, .here = ui::Key::messages},
      [&](html::Out& out) {
        ui::back_link(out, html::Url::local("/messages"), "Messages");
        std::vector<std::string> names;
        for (const auto& p : *people) names.push_back(p.name);
        out("<h1>{}</h1>", thread->subject);
        if (!names.empty()) out(R"(<p class="soft">Avec {}</p>)", french::list(names));
        if (more) out(R"(<p><a href="/messages/{}?avant={}">Messages plus anciens</a></p>)", id, shown.front().id);
        write_messages(out, shown);
        if (thread->one_way && !thread->mine) {
          ui::notice(out, ui::Flash::Tone::info, "On ne peut pas répondre à ce message.");
          return;
        }
        ui::error_summary(out, draft.errors);
        ui::form(out, {.action = html::Url::local("/messages/" + std::to_string(id)), .csrf = v.csrf()}, [&] {
          ui::textarea(out, {.name = "body",
                             .label = "Ta réponse",
                             .value = draft.body,
                             .error = draft.errors["body"],
                             .max_length = longest_body,
                             .required = true});
          ui::buttons(out, [&] { ui::submit(out, {.label = "Répondre", .icon = "send", .sending = "Envoi…"}); });
        });
      },
      status);
}

}  // namespace

http::Response read(gate::Visit& v) {
  return show(v, {}, 200);
}

http::Response answer(gate::Visit& v) {
  Draft draft{v.field("body"), {}};
  if (draft.body.empty()) draft.errors.add("body", "Ton message est vide.");
  if (utf8::length(draft.body) > longest_body)
    draft.errors.add("body", "Raccourcis ton message : 10 000 caractères au plus.");
  if (!draft.errors.empty()) return show(v, draft, 422);
  const auto sent = v.one(answer_statement, v.id<Id<struct ThreadTag>>("thread").number(), draft.body);
  v.ask();
  const std::string path = "/messages/" + v.text("thread");
  if (!*sent) return v.redirect(path, ui::Flash{ui::Flash::Tone::warning, "On ne peut pas répondre à ce message."});
  return v.redirect(path);
}

}  // namespace messages
