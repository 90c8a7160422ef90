#include "federations/page.hpp"

#include "federations/party.hpp"
#include "federations/party_view.hpp"
#include "members/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/map.hpp"
#include "ui/navigation.hpp"

namespace federations {
namespace {

constexpr std::int64_t page_size = 100;

struct Head {
  std::string name;
  SpaceId root;
  bool party, referent;
};
const pg::Statement<Head(SpaceId)> find_head{"federations.head", R"(
  select f.name, t.id, t.kind = 'national', runs_federation(f.id) from space f join space t on t.id = f.parent_id where f.id = $1 and f.kind = 'federation')"};
const pg::Statement<SectionLine(SpaceId, SpaceId, std::int64_t)> sections_of{
    "federations.sections",
    "select " SECTION_LINE " from space s join space f on f.id = s.parent_id " SECTION_JOINS
    "where s.parent_id = $1 and s.kind = 'section' and ($2::bigint = 0 or (s.name, s.id) > (select a.name, a.id from "
    "space a where a.id = $2)) "
    "order by s.name, s.id limit $3"};
struct Referent {
  MemberId id;
  std::string name;
};
const pg::Statement<Referent(SpaceId)> referents_of{"federations.referents", R"(
  select m.id, m.first_name || ' ' || m.last_name from membership b join member m on m.id = b.member_id
   where b.space_id = $1 and b.role = 'referent' order by b.joined_at, m.id limit 10)"};

struct View {
  SpaceId id;
  Head head;
  std::vector<Referent> referents;
  std::vector<SectionLine> sections;
  ui::Pager pager;
};

void referents(html::Out& out, const View& view) {
  if (view.referents.empty()) return;
  out(R"(<p>{} : )", view.referents.size() > 1 ? "Référents web" : "Référent·e web");
  for (size_t i = 0; i < view.referents.size(); ++i)
    out(R"({}<a href="{}">{}</a>)", i ? ", " : "", members::profile_url(view.referents[i].id), view.referents[i].name);
  out("</p>");
}

void list(html::Out& out, const View& view) {
  // «Tout le PS» takes this frame, without what stands around.
  out(R"(<turbo-frame id="federation-{}" target="_top">)", view.id);
  if (view.sections.empty())
    ui::empty_state(out, {.icon = "building-2",
                          .title = "Pas encore de section ici.",
                          .text = "Le référent web de la fédération les ouvre une à une."});
  else
    section_lines(out, view.sections, false);
  ui::pager(out, view.pager);
  out("</turbo-frame>");
}

// In the middle of what there is to show; nobody's home.
void map(html::Out& out, const View& view) {
  double latitude = 0, longitude = 0;
  int placed = 0;
  for (const auto& s : view.sections)
    if (s.latitude && s.longitude) {
      latitude += *s.latitude;
      longitude += *s.longitude;
      ++placed;
    }
  if (placed == 0) return list(out, view);
  ui::map(out,
          {.label = "Carte des sections : " + view.head.name,
           .latitude = latitude / placed,
           .longitude = longitude / placed,
           .kilometres = 0},
          [&] { list(out, view); });
}

void write(html::Out& out, const View& view, std::string_view organisation) {
  ui::back_link(out, party_url("", view.head.party ? std::nullopt : std::optional(view.head.root)),
                "Tout " + std::string(organisation));
  out(R"(<div class="head"><div><p class="soft">Fédération</p><h1>{}</h1></div>)", view.head.name);
  if (view.head.referent)
    ui::link_button(out, html::Url::local(federation_path(view.id, "/gestion")),
                    {.label = "Gestion", .icon = "settings"});
  out("</div>");
  referents(out, view);
  map(out, view);
}

}  // namespace

http::Response show_federation(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  const SpaceId after(v.query_id("apres"));
  const auto head = v.one(find_head, id);
  auto referents = v.all(referents_of, id);
  auto sections = v.all(sections_of, id, after, page_size + 1);
  v.ask();
  View view{id, *head, referents.take(), sections.take(), {}};
  if (after.number() > 0) view.pager.previous = html::Url::local(federation_path(id));
  if (std::ssize(view.sections) > page_size) {
    view.sections.pop_back();
    view.pager.next =
        html::Url::local(federation_path(id, "?apres=" + std::to_string(view.sections.back().id.number())));
  }
  return v.page({.title = view.head.name, .here = ui::Key::party},
                [&](html::Out& out) { write(out, view, v.services.theme.organisation); });
}

}  // namespace federations
