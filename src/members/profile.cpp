#include "members/profile.hpp"

#include <algorithm>

#include "activity/wall.hpp"
#include "core/text/french.hpp"
#include "members/card.hpp"
#include "members/interests.hpp"
#include "ui/event_card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace members {
namespace {

// What they are to the viewer: "self", "coopain", "asked" (by me), "asks" (me), "none".
struct Profile {
  MemberId id;
  std::string first_name, last_name;
  std::optional<std::string> city;
  std::string country;
  std::optional<SpaceId> section;
  std::optional<std::string> section_name;
  std::string status;                                                     ///< an office, else adherent or sympathisant
  std::string birthday, profession, hobbies, website, facebook, twitter;  ///< "" where they say nothing
  std::vector<std::string> interests;
  std::optional<PictureId> picture;
  std::string bond;
  std::int64_t coopains, groups, missions, meetings, events_created, groups_created, recruited, doors;

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};
const pg::Statement<Profile(MemberId)> find_profile{"members.profile", R"(
  select m.id, m.first_name, m.last_name, m.city, m.country, m.section_id, s.name, member_status(m.id),
         coalesce(p.birthday, ''), coalesce(p.profession, ''), coalesce(p.hobbies, ''), coalesce(p.website, ''), coalesce(p.facebook, ''), coalesce(p.twitter, ''),
         array(select i.interest from member_interest i where i.member_id = m.id order by i.interest), m.picture_id,
         case when m.id = viewer_id() then 'self'
              when exists (select from bond x where x.member_id = viewer_id() and x.coopain_id = m.id) then 'coopain'
              when exists (select from bond_request r where r.from_id = viewer_id() and r.to_id = m.id) then 'asked'
              when exists (select from bond_request r where r.from_id = m.id and r.to_id = viewer_id()) then 'asks'
              else 'none' end,
         c.coopains, c.groups, c.missions, c.meetings, c.events_created, c.groups_created, c.recruited, c.doors
    from member m cross join lateral member_counters(m.id) c
    left join space s on s.id = m.section_id left join member_profile p on p.member_id = m.id
   where m.id = $1)"};

struct Line {
  EventId id;
  std::string title;
  pg::Time starts_at;
  std::string time_zone;
  bool all_day;
};
const pg::Statement<Line(MemberId)> coming_events{"members.coming_events", R"(
  select e.id, e.title, e.starts_at, e.time_zone, e.all_day from event_guest g join event e on e.id = g.event_id
   where g.member_id = $1 and g.answer = 'yes' and e.state = 'published' and e.ends_at > now() order by e.starts_at limit 10)"};

constexpr std::int32_t coopains_asked = 100;  // more than is shown, since the policies take some away
constexpr std::int64_t coopains_shown = 12;
// `m` is the person whom the policy lets the viewer see; without them nobody is listed.
const pg::Statement<Card(MemberId, std::int32_t, std::int64_t)> coopains_listed{"members.coopains", R"(
  select c.id, c.first_name, c.last_name, s.name, c.city, c.picture_id
    from member m cross join lateral coopains_of(m.id, $2) with ordinality as found (id, place) join member c on c.id = found.id
    left join space s on s.id = c.section_id
   where m.id = $1 order by found.place limit $3)"};

std::string_view status(const Profile& p) {
  if (p.status == "secretary") return "Secrétaire de section";
  if (p.status == "referent") return "Référent·e web fédéral·e";
  if (p.status == "coopilote") return "Coopilote";
  if (p.status == "treasurer") return "Trésorerie de la section";
  if (p.status == "bureau") return "Membre du bureau";
  if (p.status == "adherent") return "Adhérent·e";
  return "Sympathisant·e";
}

void write_bond(html::Out& out, const Profile& p, std::string_view csrf) {
  const auto id = std::to_string(p.id.number());
  const auto write = html::Url::local("/messages/nouveau?a=" + id);
  out(R"(<div class="buttons">)");
  if (p.bond == "self") {
    ui::link_button(out, html::Url::local("/compte"),
                    {.label = "Modifier mon compte", .look = ui::Look::plain, .icon = "settings"});
  } else {
    if (p.bond == "asked")
      ui::post_button(out, html::Url::local("/coopains/" + id + "/retirer-demande"), csrf,
                      {.label = "Demande envoyée · annuler", .look = ui::Look::quiet, .icon = "clock"});
    else if (p.bond == "asks")
      ui::link_button(out, html::Url::local("/coopains/demandes"),
                      {.label = "Répondre à sa demande", .icon = "handshake"});
    else if (p.bond == "none")
      ui::post_button(out, html::Url::local("/coopains/" + id + "/demande"), csrf,
                      {.label = "Ajouter",
                       .icon = "user-plus",
                       .confirm = "Envoyer une demande de coopain à " + p.first_name + " ?"});
    ui::link_button(out, write, {.label = "Lui écrire un message", .look = ui::Look::plain, .icon = "mail"});
  }
  out("</div>");
}

void write_badge(html::Out& out, const Profile& p, std::string_view csrf) {
  out(R"(<div class="badge-card stack">)");
  ui::face(out, {.name = p.name(), .photo = images::url(p.picture)}, ui::FaceSize::large);
  out("<div><h1>{}</h1><p>", p.name());
  ui::chip(out, status(p), ui::Tone::accent);
  if (p.bond == "coopain") ui::chip(out, "Coopain", ui::Tone::good);
  out("</p>");
  if (p.section) out(R"(<p><a href="/sections/{}">{}</a></p>)", *p.section, *p.section_name);
  out("</div>");
  write_bond(out, p, csrf);
  out("</div>");
}

// «01-02» is the second of January.
std::string birthday_words(std::string_view month_and_day) {
  if (month_and_day.size() != 5) return "";
  const auto number = [&](size_t at) {
    return static_cast<unsigned>((month_and_day[at] - '0') * 10 + month_and_day[at + 1] - '0');
  };
  const auto day = number(3);
  return (day == 1 ? "1er" : std::to_string(day)) + "\u00a0" + french::short_month(std::chrono::month(number(0)));
}

void write_words(html::Out& out, const Profile& p) {
  const ui::Definition words[] = {{"Anniversaire", birthday_words(p.birthday)},
                                  {"Résidence", p.city ? *p.city + ", " + p.country : ""},
                                  {"Profession", p.profession},
                                  {"Loisirs", p.hobbies}};
  if (std::ranges::any_of(words, [](const ui::Definition& said) { return !said.value.empty(); }))
    ui::definitions(out, words);
  if (!p.interests.empty()) {
    out(R"(<p class="chips"><span class="sr">Centres d’intérêt : </span>)");
    for (const auto& interest : p.interests) {
      ui::chip(out, interest_words(interest));
      out(" ");
    }
    out("</p>");
  }
  const std::pair<const std::string&, std::string_view> links[] = {
      {p.website, "Son site"}, {p.facebook, "Son Facebook"}, {p.twitter, "Son Twitter"}};
  if (p.website.empty() && p.facebook.empty() && p.twitter.empty()) return;
  out(R"(<p class="see-also">)");
  for (const auto& [address, words_of] : links)
    if (!address.empty())
      out(R"(<a href="{}" rel="nofollow noopener noreferrer">{}</a> )", html::Url::external(address), words_of);
  out("</p>");
}

void write_figures(html::Out& out, const Profile& p) {
  const auto stat = [](std::int64_t n, std::string_view one, std::string_view several) {
    return ui::Stat{french::number(n), std::string(french::plural(n, one, several))};
  };
  const ui::Stat figures[] = {stat(p.coopains, "coopain", "coopains"),
                              stat(p.groups, "groupe", "groupes"),
                              stat(p.missions, "mission", "missions"),
                              stat(p.meetings, "réunion", "réunions"),
                              stat(p.events_created, "événement créé", "événements créés"),
                              stat(p.groups_created, "groupe créé", "groupes créés"),
                              stat(p.recruited, "membre recruté", "membres recrutés"),
                              stat(p.doors, "porte frappée", "portes frappées")};
  ui::stats(out, figures);
}

void write_coming(html::Out& out, const std::vector<Line>& coming) {
  ui::head(out, {.title = "Bientôt"});
  if (coming.empty()) {
    out(R"(<p class="soft">Rien de prévu que tu puisses voir.</p>)");
    return;
  }
  out(R"(<ul class="dates">)");
  for (const auto& line : coming)
    ui::event_line(out, html::Url::local("/evenements/" + std::to_string(line.id.number())), line.title,
                   french::when(line));
  out("</ul>");
}

void write_coopains(html::Out& out, const Profile& p, const std::vector<Card>& coopains) {
  if (coopains.empty()) return;
  if (p.bond == "self")
    ui::head(out, {.title = "Mes coopains", .href = html::Url::local("/coopains"), .link = "Voir tout"});
  else
    ui::head(out, {.title = "Ses coopains"});
  out(R"(<ul class="people">)");
  for (const auto& card : coopains) ui::person_row(out, person(card));
  out("</ul>");
}

}  // namespace

http::Response profile(gate::Visit& v) {
  const auto id = v.id<MemberId>("member");
  const auto found = v.one(find_profile, id);
  const auto coming = v.all(coming_events, id);
  const auto coopains = v.all(coopains_listed, id, coopains_asked, coopains_shown);
  const auto wall = activity::ask_wall(v, id);
  v.ask();
  const Profile& p = *found;
  return v.page({.title = p.name(),
                 .here = p.bond == "self" ? ui::Key::account : ui::Key::members,
                 .live_topics = activity::watch_wall_of(v, id)},
                [&](html::Out& out) {
                  ui::columns(
                      out,
                      [&] {
                        write_badge(out, p, v.csrf());
                        write_words(out, p);
                        write_figures(out, p);
                        out(R"(<section class="stack" id="mur">)");
                        ui::head(out, {.title = p.bond == "self" ? "Mon mur" : "Son mur"});
                        activity::write_wall(out, v, wall, p.first_name, "/membres/" + std::to_string(id.number()));
                        out("</section>");
                      },
                      [&] {
                        write_coming(out, *coming);
                        write_coopains(out, p, *coopains);
                      });
                });
}

}  // namespace members
