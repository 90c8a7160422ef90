#include "activity/wall.hpp"

#include <algorithm>

#include "activity/list_view.hpp"
#include "activity/live.hpp"
#include "activity/news.hpp"
#include "core/text/french.hpp"
#include "ui/navigation.hpp"

namespace activity {
namespace {

constexpr std::int32_t window_size = 40;

const pg::Statement<bool(MemberId)> wall_is_open{"activity.wall_open", "select wall_open($1)"};
// The policy of members is the right: who is hidden has no wall.
struct Owner {
  std::string first_name, last_name;
};
const pg::Statement<Owner(MemberId)> find_owner{"activity.wall_owner",
                                                "select first_name, last_name from member where id = $1"};

void write_form(html::Out& out, gate::Visit& v, const WallReply& reply, const std::string& first_name,
                const std::string& back_to, const Words& words) {
  const auto action = wall_path(reply.whose);
  if (reply.whose == v.viewer().id) {
    const auto question = "Quoi de neuf, " + v.viewer().first_name + " ?";
    write_say_form(out, {.action = "/fil", .back = back_to, .label = question, .button = "Partager"}, words, v.csrf());
  } else if (*reply.open) {
    const auto label = "Écrire sur le mur " + french::of(first_name);
    write_say_form(out, {.action = action, .back = back_to, .label = label, .button = "Écrire sur son mur"}, words,
                   v.csrf());
  } else {
    out(R"(<p class="soft">Pour écrire ici, il faut que {} puisse voir ton profil : c’est toi qui choisis, dans <a href="/compte/visibilite">ton compte</a>.</p>)",
        first_name);
  }
}

http::Response page(gate::Visit& v, const Words& words, int status) {
  const auto whose = v.id<MemberId>("member");
  const auto before = v.query_id("avant");
  const auto owner = v.one(find_owner, whose);
  const auto reply = ask_wall(v, whose, before);
  v.ask();
  const auto name = owner->first_name + ' ' + owner->last_name;
  const auto title = "Le mur " + french::of(name);
  return v.page(
      {.title = title, .here = ui::Key::members, .live_topics = before == 0 ? watch_wall_of(v, whose) : ""},
      [&](html::Out& out) {
        out(R"(<div class="stack narrow">)");
        ui::back_link(out, profile_url(whose), name);
        out("<h1>{}</h1>", title);
        ui::error_summary(out, words.errors);
        write_wall(out, v, reply, owner->first_name, wall_path(whose), words, before);
        out("</div>");
      },
      status);
}

}  // namespace

WallReply ask_wall(gate::Visit& v, MemberId whose, std::int64_t before) {
  return {whose, v.all(wall_entries, whose, before, window_size), v.one(wall_is_open, whose)};
}

void write_wall(html::Out& out, gate::Visit& v, const WallReply& reply, const std::string& first_name,
                const std::string& page, const Words& words, std::int64_t before) {
  const bool own = reply.whose == v.viewer().id;
  const auto window = read(*reply.rows);
  if (before == 0) write_form(out, v, reply, first_name, page, words);
  if (own && before == 0) write_news(out, page, window);
  if (window.entries.empty())
    out(R"(<p class="soft">{}</p>)", own ? "Ton mur est encore vide." : "Rien ici que tu puisses voir.");
  else
    write_groups(out, grouped(window.entries, reply.whose),
                 {.viewer = v.viewer().id,
                  .wall = reply.whose,
                  .back = page,
                  .csrf = v.csrf(),
                  .now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())});
  ui::Pager pager;
  if (before > 0) pager.previous = html::Url::local(wall_path(reply.whose));
  if (window.next > 0) pager.next = html::Url::local(wall_path(reply.whose) + "?avant=" + std::to_string(window.next));
  ui::pager(out, pager);
}

std::string watch_wall_of(gate::Visit& v, MemberId whose) {
  return v.viewer().id == whose ? watch_wall(v.services.settings, whose) : "";
}

http::Response wall(gate::Visit& v) {
  return page(v, {}, 200);
}

http::Response write_on_wall(gate::Visit& v) {
  const auto whose = v.id<MemberId>("member");
  const auto words = read_words(v);
  if (!words.errors.empty()) return page(v, words, 422);
  v.one(find_owner, whose);  // who is hidden answers like nobody
  const auto written = v.run(say, whose, words.text, words.link);
  v.ask();
  if (*written == 0)
    return v.redirect(wall_path(whose), ui::Flash{ui::Flash::Tone::warning, "Tu ne peux pas écrire sur ce mur."});
  return v.redirect(back(v, wall_path(whose)), "C’est écrit.");
}

}  // namespace activity
