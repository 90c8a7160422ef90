#include "sections/public_page_view.hpp"

#include <array>
#include <sstream>

#include "core/text/french.hpp"
#include "core/text/phone.hpp"
#include "sections/door_view.hpp"
#include "ui/feedback.hpp"

namespace sections {
namespace {

enum class Tab { section, events, members };

void head(html::Out& out, const SectionHead& head, Tab here) {
  const auto& section = head.section;
  ui::back_link(out, html::Url::local("/federations/" + std::to_string(head.federation.number())),
                head.federation_name);
  out(R"(<div class="head">)");
  if (head.picture)
    out(R"(<img class="picture" src="{}" alt="Image de la section" width="96" height="96">)",
        images::url(*head.picture));
  out("<h1>{}</h1>", section_words(section.name));
  if (!section.powers.empty())
    ui::link_button(out, section_url(section.id, "/gestion"), {.label = "Gestion", .icon = "settings"});
  out("</div>");
  if (!head.insider) return;
  // What other rooms bring to a section stands here once it does something.
  const std::array tabs = {ui::Tab{"La section", section_url(section.id), here == Tab::section},
                           ui::Tab{"Événements", section_url(section.id, "/evenements"), here == Tab::events},
                           ui::Tab{"Membres", section_url(section.id, "/membres"), here == Tab::members}};
  ui::tabs(out, "Pages de la section", tabs);
}

void contact(html::Out& out, const Profile& p) {
  if (!p.address.empty() || !p.city.empty())
    ui::where(out, {.address = p.address, .complement = p.complement, .postcode = p.postcode, .city = p.city});
  if (!p.phone.empty()) {
    const auto read = phone::read(p.phone);
    out(R"(<p class="line">{}<a href="tel:{}">{}</a></p>)", ui::icon("phone"),
        read.number.empty() ? p.phone : read.number, read.number.empty() ? p.phone : phone::shown(read.number));
  }
  for (const auto& [label, address] :
       {std::pair{"Site web", &p.website}, {"Facebook", &p.facebook}, {"Twitter", &p.twitter}})
    if (!address->empty())
      out(R"(<p class="line">{}<a href="{}" rel="noreferrer nofollow" target="_blank">{}</a></p>)", ui::icon("globe"),
          html::Url::external(*address), label);
}

void officers(html::Out& out, const PublicPage& page) {
  if (!page.secretaries.empty()) {
    out(R"(<p class="soft">{}</p><ul class="people">)",
        french::plural(std::ssize(page.secretaries), "Secrétaire de section", "Secrétaires de section"));
    for (const auto& person : page.secretaries) ui::person_row(out, person);
    out("</ul>");
  }
  std::string bureau = page.profile.bureau;
  for (size_t at = 0; (at = bureau.find('\n', at)) != std::string::npos; at += 2) bureau.replace(at, 1, ", ");
  ui::definitions(out, std::array{ui::Definition{"Trésorerie", page.profile.treasurer},
                                  ui::Definition{"Membres du bureau", bureau}});
}

void badge(html::Out& out, const PublicPage& page) {
  ui::panel(out, "", [&] {
    std::vector<ui::Stat> stats{
        {french::number(page.members), std::string(french::plural(page.members, "membre", "membres"))}};
    if (page.harvest.doors > 0)
      stats.push_back({french::number(page.harvest.doors),
                       std::string(french::plural(page.harvest.doors, "porte frappée", "portes frappées"))});
    ui::stats(out, stats);
    if (!page.harvest.votes.empty()) out(R"(<p class="soft">Voix gagnées, estime-t-on : {}.</p>)", page.harvest.votes);
    officers(out, page);
    contact(out, page.profile);
  });
}

void nothing_planned(html::Out& out) {
  ui::empty_state(out, {.icon = "calendar-days",
                        .title = "Rien de prévu pour le moment.",
                        .text = "Une réunion, un porte-à-porte ? Propose-le : la section sera prévenue."});
}

void week_link(html::Out& out, SpaceId section) {
  out(R"(<p class="line">{}<a href="{}">La semaine, à coller ou à imprimer</a></p>)", ui::icon("copy"),
      section_url(section, "/semaine"));
}

void events(html::Out& out, const PublicPage& page) {
  out("<section>");
  ui::head(out, {.title = "Événements de la section",
                 .href = html::Url::local("/evenements/nouveau"),
                 .link = "Créer un événement",
                 .icon = "calendar-plus"});
  if (page.events.empty()) nothing_planned(out);
  for (const auto& card : page.events) ui::event_card(out, card);
  week_link(out, page.head.section.id);
  out("</section>");
}

void zones(html::Out& out, const PublicPage& page) {
  if (page.zones.empty()) return;
  out(R"(<section><h2>Tes zones</h2><ul class="lines">)");
  for (const auto& zone : page.zones) out(R"(<li><a href="/zones/{}">{}</a></li>)", zone.id, zone.name);
  out("</ul></section>");
}

}  // namespace

void public_page(html::Out& out, const PublicPage& page, std::string_view csrf) {
  head(out, page.head, Tab::section);
  if (!page.head.section.active) {
    if (page.head.section.secretary())
      ui::notice(out, ui::Flash::Tone::info,
                 "Ta section n’est pas encore ouverte. Clique sur « Gestion » pour la configurer et inviter ses "
                 "membres.");
    else
      ui::notice(out, ui::Flash::Tone::info, "Cette section n’est pas encore ouverte sur La Coopol.");
  }
  ui::columns(
      out,
      [&] {
        zones(out, page);
        if (page.head.insider) return events(out, page);
        door(out, page, csrf);
        out(R"(<p class="soft">Les événements et les membres de la section se montrent à celles et ceux qui en font partie.</p>)");
      },
      [&] { badge(out, page); });
}

void events_page(html::Out& out, const EventsPage& page) {
  head(out, page.head, Tab::events);
  if (page.first) {
    out("<section>");
    ui::head(out, {.title = "À venir",
                   .href = html::Url::local("/evenements/nouveau"),
                   .link = "Créer un événement",
                   .icon = "calendar-plus"});
    if (page.coming.empty()) nothing_planned(out);
    for (const auto& card : page.coming) ui::event_card(out, card);
    week_link(out, page.head.section.id);
    out("</section>");
  }
  if (page.past.empty()) return;
  out("<section><h2>Passés</h2>");
  for (const auto& card : page.past) ui::event_card(out, card);
  out("</section>");
  ui::pager(out, page.pager);
}

void members_page(html::Out& out, const MembersPage& page) {
  head(out, page.head, Tab::members);
  out(R"(<h2 class="sr">Membres de la section</h2><ul class="people">)");
  for (const auto& person : page.people) ui::person_row(out, person);
  out("</ul>");
  ui::pager(out, page.pager);
}

}  // namespace sections
