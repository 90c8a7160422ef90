#include "messages/inbox.hpp"

#include <array>

#include "core/clock.hpp"
#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/table.hpp"

namespace messages {
namespace {

constexpr std::int64_t page_size = 50;
constexpr std::int64_t year_2100 = 4'102'444'800'000'000;  // in microseconds

struct Thread {
  std::int64_t id;
  std::string subject;
  pg::Time last;
  bool unread;
  std::optional<std::string> others;
};
// Of the latest first; `before` is the time of the last one of the former page.
const pg::Statement<Thread(std::optional<pg::Time>, bool, std::int64_t)> list_threads{"messages.threads", R"(
  select t.id, t.subject, t.last_at, t.last_at > coalesce(me.read_at, '-infinity'),
         coalesce((select string_agg(m.first_name || ' ' || m.last_name, ', ' order by m.last_name) from (
            select x.member_id from thread_member x where x.thread_id = t.id and x.member_id <> viewer_id() limit 4) p join member m on m.id = p.member_id),
           (select message_author(x.id) from message x where x.thread_id = t.id and x.author_id <> viewer_id() order by x.id desc limit 1))
    from thread_member me join thread t on t.id = me.thread_id
   where me.member_id = viewer_id() and me.hidden_at is null and ($1::timestamptz is null or t.last_at < $1)
     and (not $2 or t.creator_id = viewer_id())
   order by t.last_at desc limit $3)"};
const pg::Statement<void(std::vector<std::int64_t>, std::string)> sort_threads{"messages.sort", R"(
  update thread_member set
    read_at = case $2 when 'read' then now() when 'unread' then null else read_at end,
    hidden_at = case $2 when 'delete' then now() else hidden_at end
   where member_id = viewer_id() and thread_id = any($1))"};

void write_threads(html::Out& out, const std::vector<Thread>& threads, std::string_view csrf) {
  const std::array columns{ui::Column{.label = "Avec"}, ui::Column{.label = "Objet"}, ui::Column{.label = "Date"}};
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  ui::selection_form(out, {.action = html::Url::local("/messages/trier"), .csrf = csrf}, [&] {
    ui::table(out, {.caption = "Mes messages", .columns = columns, .tick = "thread"}, [&](ui::Rows& rows) {
      for (const auto& t : threads)
        rows.row({.value = std::to_string(t.id), .name = t.subject}, [&](ui::Cells& cells) {
          cells.cell(t.others.value_or("Membre parti"));
          cells.cell([&] {
            if (t.unread)
              out(R"(<a href="/messages/{}"><strong>{}</strong><span class="sr"> (non lu)</span></a>)", t.id,
                  t.subject);
            else
              out(R"(<a href="/messages/{}">{}</a>)", t.id, t.subject);
          });
          cells.cell(french::ago(std::chrono::floor<std::chrono::seconds>(t.last), now));
        });
    });
    ui::selection_bar(out, {.one = "conversation choisie", .several = "conversations choisies"}, [&] {
      ui::submit(out, {.label = "Lu", .look = ui::Look::plain, .name = "act", .value = "read"});
      ui::submit(out, {.label = "Non lu", .look = ui::Look::plain, .name = "act", .value = "unread"});
      ui::submit(out,
                 {.label = "Supprimer",
                  .look = ui::Look::plain,
                  .icon = "trash-2",
                  .name = "act",
                  .value = "delete",
                  .confirm = "Supprimer les conversations cochées de ta boîte ? Les autres participants les gardent."});
    });
  });
}

std::optional<pg::Time> before(const gate::Visit& v) {
  const auto text = v.query_id("avant");
  if (text == 0 || text > year_2100) return std::nullopt;
  return pg::Time(std::chrono::microseconds(text));
}

}  // namespace

http::Response inbox(gate::Visit& v) {
  const bool sent = v.query("boite") == "envoyes";
  auto reply = v.all(list_threads, before(v), sent, page_size + 1);
  v.ask();
  auto threads = reply.take();
  ui::Pager pager;
  const std::string base = sent ? "/messages?boite=envoyes" : "/messages?boite=recus";
  if (before(v)) pager.previous = html::Url::local(base);
  if (std::ssize(threads) > page_size) {
    threads.pop_back();
    pager.next = html::Url::local(base + "&avant=" + std::to_string(threads.back().last.time_since_epoch().count()));
  }
  return v.page({.title = "Messages", .here = ui::Key::messages}, [&](html::Out& out) {
    out(R"(<div class="head"><h1>Messages</h1>)");
    ui::link_button(out, html::Url::local("/messages/nouveau"), {.label = "Nouveau message", .icon = "square-pen"});
    out("</div>");
    const std::array tabs{ui::Tab{"Conversations", html::Url::local("/messages"), !sent},
                          ui::Tab{"Commencées par moi", html::Url::local("/messages?boite=envoyes"), sent}};
    ui::tabs(out, "Messages", tabs);
    if (threads.empty())
      ui::empty_state(out, {.icon = "mail",
                            .title = "Rien ici pour le moment.",
                            .text = "Ce que tu écris n’est lu que par les personnes à qui tu l’envoies. Personne "
                                    "d’autre, pas même l’équipe.",
                            .href = html::Url::local("/messages/nouveau"),
                            .link = "Écrire un message"});
    else
      write_threads(out, threads, v.csrf());
    ui::pager(out, pager);
  });
}

http::Response sort(gate::Visit& v) {
  const std::string act = v.field("act");
  const auto chosen = v.field_ids("thread");
  if (chosen.empty() || (act != "read" && act != "unread" && act != "delete"))
    return v.redirect("/messages", ui::Flash{ui::Flash::Tone::warning, "Coche d’abord des conversations."});
  v.run(sort_threads, chosen, act);
  v.ask();
  return v.redirect("/messages", act == "delete" ? "Supprimé de ta boîte."
                                 : act == "read" ? "Marqué comme lu."
                                                 : "Marqué comme non lu.");
}

}  // namespace messages
