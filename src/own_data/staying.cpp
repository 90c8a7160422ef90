// What somebody who has asked to leave finds, and how they change their mind.
#include "access/notice_page.hpp"
#include "core/signed_token.hpp"
#include "core/text/french.hpp"
#include "own_data/departure.hpp"
#include "ui/feedback.hpp"

namespace own_data {
namespace {

using html::Url;

constexpr std::string_view purpose = "keep account";

const pg::Statement<std::optional<pg::Time>()> my_time{"own_data.my_time",
                                                       "select leaves_at from member where id = (select viewer_id())"};
const pg::Statement<void()> keep_mine{"own_data.keep", "select keep_my_account()"};
struct Departure {
  std::string first_name;
  pg::Time leaves_at;
};
const pg::Statement<Departure(MemberId, std::int64_t)> by_link{"own_data.departure_by_link",
                                                               "select * from departure_by_link($1, $2)"};
const pg::Statement<bool(MemberId, std::int64_t)> keep_linked{"own_data.keep_by_link", "select keep_by_link($1, $2)"};

constexpr const char* kept = "Te revoilà ! Ton compte est comme avant, et tu es de nouveau visible.";

std::string day(pg::Time at) {
  return french::long_day(paris::day(std::chrono::floor<std::chrono::seconds>(at)));
}

http::Response question(gate::Visit& v, pg::Time leaves_at, std::string_view action, bool signed_in) {
  return v.visitor_page({.title = "Ton compte va être effacé"}, [&](html::Out& out) {
    out(R"(<div class="panel stack"><h1>Ton compte va être effacé</h1>)"
        R"(<p>Tu as demandé à partir. Plus personne ne te voit, et le <strong>{}</strong> tout ce qui te concerne sera effacé pour de bon.</p>)"
        R"(<p>Tu as changé d’avis ? D’un geste, tout redevient comme avant.</p>)",
        day(leaves_at));
    ui::post_button(out, Url::local(action), v.csrf(), {.label = "Garder mon compte", .wide = true});
    if (signed_in)
      ui::post_button(out, Url::local("/deconnexion"), v.csrf(), {.label = "Me déconnecter", .look = ui::Look::quiet});
    out("</div>");
  });
}

struct Link {
  MemberId member;
  std::int64_t at;
};
std::optional<Link> read(const gate::Visit& v) {
  const auto content = signed_token::read(v.services.settings.secret, purpose, v.text("token"));
  if (!content || content->fields.size() != 2) return std::nullopt;
  return Link{MemberId(content->fields[0]), content->fields[1]};
}

http::Response dead(gate::Visit& v) {
  return accounts::notice_page(v,
                               {.title = "Ce lien ne sert plus",
                                .text = "Soit ton compte est déjà gardé, et il te suffit de te connecter ; soit il est "
                                        "effacé, et il n’y a plus rien à garder.",
                                .link = "Aller à l’accueil"},
                               410);
}

}  // namespace

std::string keep_link(const Settings& settings, MemberId member, pg::Time leaves_at) {
  const auto at = std::chrono::floor<std::chrono::seconds>(leaves_at);
  return settings.base_url + "/garder-mon-compte/" +
         signed_token::make(settings.secret, purpose, {member.number(), at.time_since_epoch().count()}, at);
}

http::Response show_leaving(gate::Visit& v) {
  v.no_frame();
  const auto at = v.maybe(my_time);
  v.ask();
  if (!*at || !**at) return v.redirect("/");
  return question(v, ***at, "/compte/depart/garder", true);
}

http::Response keep(gate::Visit& v) {
  v.run(keep_mine);
  v.ask();
  return v.redirect("/", kept);
}

http::Response show_keep_link(gate::Visit& v) {
  const auto link = read(v);
  if (!link) return dead(v);
  v.no_frame();
  const auto departure = v.maybe(by_link, link->member, link->at);
  v.ask();
  return *departure ? question(v, (*departure)->leaves_at, v.request.path, false) : dead(v);
}

http::Response keep_by_link(gate::Visit& v) {
  const auto link = read(v);
  if (!link) return dead(v);
  const auto done = v.one(keep_linked, link->member, link->at);
  v.ask();
  return *done ? v.redirect("/", std::string("Ton compte est gardé. Connecte-toi : tout est comme avant.")) : dead(v);
}

}  // namespace own_data
