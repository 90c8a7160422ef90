#include "sections/federation.hpp"

#include "core/text/french.hpp"
#include "sections/office.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

constexpr std::int64_t most_found = 50;

struct FederationRow {
  SpaceId id;
  std::string name, department;
  std::int64_t sections;
};
const pg::Statement<FederationRow()> all_federations{"sections.federations", R"(
  select f.id, f.name, f.department, coalesce(s.many, 0)
    from space f left join (select parent_id, count(*) as many from space where kind = 'section' group by parent_id) s
      on s.parent_id = f.id
   where f.kind = 'federation' order by f.department)"};

struct SectionRow {
  SpaceId id;
  std::string name;
  bool active;
  std::string city, above;
  std::optional<std::string> secretaries;
};
const pg::Statement<SectionRow(std::string, std::int64_t)> find_sections{"sections.find", R"(
  select s.id, s.name, s.activated_at is not null, coalesce(p.city, ''), f.name, null::text
    from space s join space f on f.id = s.parent_id left join section_profile p on p.space_id = s.id
   where s.kind = 'section' and (s.name_key like '%' || fold($1) || '%' or fold(p.city) like '%' || fold($1) || '%')
   order by s.name, s.id limit $2)"};
const pg::Statement<SectionRow(SpaceId)> sections_of{"sections.of_federation", R"(
  select s.id, s.name, s.activated_at is not null, coalesce(p.city, ''), '',
         (select string_agg(m.first_name || ' ' || m.last_name, ', ' order by m.last_name)
            from membership b join member m on m.id = b.member_id where b.space_id = s.id and b.role = 'secretary')
    from space s left join section_profile p on p.space_id = s.id
   where s.parent_id = $1 and s.kind = 'section' order by s.name, s.id)"};
struct FederationHead {
  std::string name;
  bool referent;
};
const pg::Statement<FederationHead(SpaceId)> federation_head{"sections.federation_head", R"(
  select f.name, exists (select from membership m where m.space_id = f.id and m.member_id = viewer_id() and m.role = 'referent')
    from space f where f.id = $1 and f.kind = 'federation')"};

std::string federation_path(SpaceId id) {
  return "/federations/" + std::to_string(id.number());
}

void section_lines(html::Out& out, const std::vector<SectionRow>& sections) {
  out(R"(<ul class="lines">)");
  for (const auto& s : sections) {
    out(R"(<li><a href="{}">{}</a>)", section_url(s.id), s.name);
    std::string note = s.city;
    for (const auto& more : {s.above, s.secretaries.value_or("")})
      if (!more.empty()) note += (note.empty() ? "" : " · ") + more;
    if (!note.empty()) out(R"( <span class="soft">{}</span>)", note);
    if (!s.active) {
      out(" ");
      ui::chip(out, "pas encore ouverte");
    }
    out("</li>");
  }
  out("</ul>");
}

// Without script a federation unfolds into a link to its page; with it, its sections come by themselves.
void federation_fold(html::Out& out, const FederationRow& f) {
  ui::disclosure(
      out, f.department + " — " + f.name + " (" + french::count(f.sections, "section", "sections") + ")", false, [&] {
        const auto page = html::Url::local(federation_path(f.id));
        out(R"(<turbo-frame id="federation-{}" src="{}" loading="lazy" target="_top"><p><a href="{}">Voir ses sections</a></p></turbo-frame>)",
            f.id, page, page);
      });
}

struct PartyView {
  std::string words, organisation, site;
  std::vector<FederationRow> federations;
  std::vector<SectionRow> found;
};

void write_party(html::Out& out, const PartyView& view) {
  out(R"(<div class="title-line"><h1>Tout {}</h1>)", view.organisation);
  ui::link_button(out, html::Url::local("/pres-de-chez-moi?quoi=sections"),
                  {.label = "Près de chez moi", .look = ui::Look::plain, .icon = "map-pin"});
  out("</div>");
  ui::form(out, {.action = html::Url::local("/parti"), .get = true, .css = "search-line"}, [&] {
    ui::field(out, {.name = "q",
                    .label = "Une section, une ville",
                    .value = view.words,
                    .type = "search",
                    .placeholder = "Une section, une ville",
                    .max_length = 80,
                    .hide_label = true});
    ui::submit(out, {.label = "Chercher", .look = ui::Look::plain, .icon = "search"});
  });
  if (!view.words.empty()) {
    out("<h2>Sections trouvées</h2>");
    if (view.found.empty())
      ui::empty_state(out, {.icon = "search",
                            .title = "Aucune section ne porte ce nom.",
                            .text = "Essaie avec moins de lettres, ou cherche dans ton département ci-dessous."});
    section_lines(out, view.found);
  }
  out("<section><h2>Les fédérations</h2>");
  for (const auto& federation : view.federations)
    if (federation.sections > 0) federation_fold(out, federation);
  out("</section>");
  out(R"(<section><h2>Bientôt sur {}</h2><p class="soft">Ces fédérations n’ont pas encore ouvert de section.</p><ul class="names">)",
      view.site);
  for (const auto& f : view.federations)
    if (f.sections == 0)
      out(R"(<li><a href="{}">{} — {}</a></li>)", html::Url::local(federation_path(f.id)), f.department, f.name);
  out("</ul></section>");
}

}  // namespace

http::Response show_party(gate::Visit& v) {
  PartyView view{v.query("q"), v.services.theme.organisation, v.services.theme.name, {}, {}};
  auto federations = v.all(all_federations);
  std::optional<pg::Reply<std::vector<SectionRow>>> found;
  if (!view.words.empty()) found = v.all(find_sections, view.words, most_found);
  v.ask();
  view.federations = federations.take();
  if (found) view.found = found->take();
  return v.page({.title = "Tout " + view.organisation, .here = ui::Key::party},
                [&](html::Out& out) { write_party(out, view); });
}

http::Response show_federation(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  const auto head = v.one(federation_head, id);
  const auto sections = v.all(sections_of, id);
  v.ask();
  return v.page({.title = head->name, .here = ui::Key::party}, [&](html::Out& out) {
    ui::back_link(out, html::Url::local("/parti"), "Tout " + v.services.theme.organisation);
    out(R"(<div class="head"><div><p class="soft">Fédération</p><h1>{}</h1></div>)", head->name);
    if (head->referent)
      ui::link_button(out, html::Url::local(federation_path(id) + "/gestion"),
                      {.label = "Gestion", .icon = "settings"});
    out(R"(</div><turbo-frame id="federation-{}" target="_top">)", id);
    if (sections->empty())
      ui::empty_state(out, {.icon = "building-2",
                            .title = "Pas encore de section ici.",
                            .text = "Le référent web de la fédération les ouvre une à une."});
    section_lines(out, *sections);
    out("</turbo-frame>");
  });
}

}  // namespace sections
