#include "events/share.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "images/picture.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/table.hpp"

namespace events {
namespace {

constexpr std::int64_t most_shown = 300;

struct Head {
  std::string title;
  bool open, closed_circle;  ///< takes answers; for those invited alone
};
const pg::Statement<Head(EventId)> find_head{"events.share_head", R"(
  select title, state = 'published' and ends_at > now(), not is_public and space_ids = '{}' from event where id = $1)"};

struct Friend {
  MemberId id;
  std::string name;
  std::optional<std::string> answer;  ///< as far as everybody sees it
  std::optional<images::PictureId> picture;
};
const pg::Statement<Friend(EventId, std::int64_t)> friends_to_tell{"events.friends_to_tell", R"(
  select m.id, m.first_name || ' ' || m.last_name, g.answer, m.picture_id
    from member m left join event_guest g on g.event_id = $1 and g.member_id = m.id and g.answer in ('yes', 'maybe')
   where m.id = any(array(select event_share_circle($1, null))) order by m.last_name, m.first_name, m.id limit $2)"};
const pg::Statement<bool(EventId, std::vector<MemberId>)> tell{"events.share", "select event_share($1, $2)"};

void write(html::Out& out, EventId event, const Head& head, const std::vector<Friend>& friends, std::string_view csrf) {
  out(R"(<div class="stack">)");
  ui::back_link(out, html::Url::local(path(event)), head.title);
  out("<h1>Partager</h1>");
  if (friends.empty()) {
    ui::empty_state(out,
                    {.icon = "handshake",
                     .title = "Aucun·e de tes coopains ne peut encore voir cet événement.",
                     .text = "On partage avec ses coopains, quand l’événement est public ou qu’ils sont d’un espace "
                             "où il est annoncé."});
    out("</div>");
    return;
  }
  out("<p>Coche celles et ceux à qui en parler&nbsp;: l’invitation part de ta part, avec les trois réponses.</p>");
  ui::selection_form(out, {.action = html::Url::local(path(event, "partage")), .csrf = csrf}, [&] {
    const ui::Column columns[] = {{.label = "Nom"}, {.label = "Réponse"}};
    ui::table(out, {.caption = "Mes coopains", .columns = columns, .tick = "member"}, [&](ui::Rows& rows) {
      for (const auto& one : friends)
        rows.row({.value = std::to_string(one.id.number()), .name = one.name}, [&](ui::Cells& cells) {
          cells.cell([&] { ui::person_inline(out, {.name = one.name, .photo = images::url(one.picture)}); });
          cells.cell([&] {
            if (one.answer)
              ui::chip(out, *one.answer == "yes" ? "participe" : "peut-être",
                       *one.answer == "yes" ? ui::Tone::good : ui::Tone::warning);
          });
        });
    });
    ui::selection_bar(out, {.total = static_cast<int>(friends.size()), .one = "coopain", .several = "coopains"},
                      [&] { ui::submit(out, {.label = "Partager", .icon = "send"}); });
  });
  out("</div>");
}

}  // namespace

http::Response share_with(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto head = v.one(find_head, event);
  const auto friends = v.all(friends_to_tell, event, most_shown);
  v.ask();
  if (!head->open || head->closed_circle) return v.redirect(path(event));
  return v.page({.title = "Partager", .here = ui::Key::agenda},
                [&](html::Out& out) { write(out, event, *head, *friends, v.csrf()); });
}

http::Response share(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  std::vector<MemberId> ticked;
  const bool everyone = !v.field("all").empty();
  for (const auto one : v.field_ids("member")) ticked.emplace_back(one);
  if (ticked.empty() && !everyone)
    return v.redirect(path(event, "partage"),
                      ui::Flash{ui::Flash::Tone::warning, "Coche au moins un·e de tes coopains."});
  v.together();
  const auto friends = v.all(friends_to_tell, event, most_shown);
  v.ask();
  if (everyone) {
    ticked.clear();
    for (const auto& one : *friends) ticked.push_back(one.id);
  }
  const auto done = v.one(tell, event, ticked);
  v.ask();
  v.commit();
  if (!*done)
    return v.redirect(path(event), ui::Flash{ui::Flash::Tone::warning, "Cet événement ne se partage pas, ou plus."});
  // How many had been invited before is not said: that is the organiser's to know.
  return v.redirect(path(event), "C’est partagé. Merci\u202f!");
}

}  // namespace events
