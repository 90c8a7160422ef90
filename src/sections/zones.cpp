#include "sections/zones.hpp"

#include <algorithm>

#include "core/text/fold.hpp"
#include "core/text/french.hpp"
#include "sections/list_names.hpp"
#include "sections/member_filter.hpp"
#include "sections/zone_text.hpp"
#include "ui/feedback.hpp"

namespace sections {
namespace {

using Texts = std::vector<std::string>;
using Numbers = std::vector<std::int32_t>;

constexpr std::int32_t proposed = 8, most_of_one_name = 20;

const pg::Statement<Candidate(SpaceId, std::string, std::int32_t)> candidates_of{
    "sections.zone_candidates", "select id, name from zone_candidates($1, $2, $3)"};
struct Saved {
  std::optional<ListId> id;
  std::optional<std::string> problem;
};
const pg::Statement<Saved(SpaceId, ListId, std::string, std::string, std::optional<MemberId>, Texts, Texts, Texts,
                          Numbers, Numbers, Texts, Texts, std::string)>
    save{"sections.save_zone",
         "select id, problem from zone_save($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"};
const pg::Statement<ZoneCount(SpaceId, ListId, Texts, Texts, Texts, Numbers, Numbers, Texts, Texts, std::string)> count{
    "sections.try_zone",
    "select people, by_hand, rough, nowhere, crossed from zone_try($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
const pg::Statement<std::int64_t(SpaceId, ListId)> let_back{"sections.zone_let_back", "select zone_let_back($1, $2)"};
const pg::Statement<std::string(SpaceId)> points_of{"sections.zone_map", "select zone_map($1)::text"};
struct ZoneRow {
  SpaceId section;
  std::string section_name, name, description;
  std::int64_t size;
  bool exact;
};
const pg::Statement<ZoneRow(ListId)> find_zone{"sections.zone", R"(
  select s.id, s.name, l.name, l.description, list_size(l.id), holds_office('members', s.id) from section_list l join space s on s.id = l.section_id
   where l.id = $1 and l.kind = 'zone')"};

/// What fills a zone, as the database takes it.
struct Definition {
  Texts postcodes, words, names, parity, codes;
  Numbers low, high;
  std::string ring;
};

Definition definition(ZoneDraft& draft) {
  Definition read;
  auto postcodes = read_postcodes(draft.postcodes);
  if (!postcodes.wrong.empty())
    draft.errors.add("postcodes",
                     french::quoted(postcodes.wrong) + " n’est pas un code postal. Il en faut un de cinq chiffres.");
  if (postcodes.codes.size() > most_postcodes) draft.errors.add("postcodes", "Indique 60 codes postaux au plus.");
  read.postcodes = std::move(postcodes.codes);
  const auto streets = read_streets(draft.streets);
  if (!streets.wrong.empty())
    draft.errors.add("streets", "Ligne " + std::to_string(streets.line) + " : " + french::quoted(streets.wrong) +
                                    " n’est pas compris. Écris par exemple « rue de Charonne, 2 à 40, pairs ».");
  if (streets.streets.size() > most_streets) draft.errors.add("streets", "Indique 200 rues au plus.");
  for (const auto& street : streets.streets) {
    read.words.push_back(written(street));
    read.names.push_back(street.name);
    read.low.push_back(street.low);
    read.high.push_back(street.high);
    read.parity.push_back(street.parity);
    read.codes.push_back(street.postcode);
  }
  if (!read_ground(draft.ground, read.ring)) {
    draft.ground.clear();
    draft.errors.add("ground", "Le tracé n’a pas pu être lu. Dessine-le de nouveau, avec trois points au moins.");
  }
  return read;
}

ZoneDraft typed(const gate::Visit& v) {
  ZoneDraft draft{.name = v.field("name"),
                  .description = v.field("description"),
                  .manager_name = v.field("manager_name"),
                  .postcodes = v.field("postcodes"),
                  .streets = v.field("streets"),
                  .ground = v.field("no_ground") == "1" ? "" : v.field("ground")};
  if (const auto ids = v.field_ids("manager"); !ids.empty()) draft.manager = MemberId(ids.back());
  return draft;
}

// The person of that name; whoever was chosen among the proposals, if the name is still theirs.
void find_manager(gate::Visit& v, SpaceId section, ZoneDraft& draft) {
  const auto chosen = std::exchange(draft.manager, {});
  if (draft.manager_name.empty() && !chosen) return;
  const auto found = v.all(candidates_of, section, draft.manager_name, most_of_one_name);
  v.ask();
  const auto name = text::fold(draft.manager_name);
  std::vector<Candidate> fitting;
  for (const auto& candidate : *found)
    if (text::fold(candidate.name) == name) fitting.push_back(candidate);
  if (fitting.empty()) fitting = *found;
  for (const auto& candidate : *found)
    if (candidate.id == chosen) fitting = {candidate};
  if (draft.manager_name.empty()) return;
  if (fitting.size() == 1) {
    draft.manager = fitting.front().id;
    draft.manager_name = fitting.front().name;
  } else if (fitting.empty())
    draft.errors.add("manager", "Personne dans la section ne répond à ce nom.");
  else {
    draft.errors.add("manager", "Plusieurs personnes répondent à ce nom : choisis la bonne.");
    draft.candidates = std::move(fitting);
  }
}

http::Response page(gate::Visit& v, const std::optional<ListId>& list, const ZoneDraft& draft,
                    const std::optional<ZoneCount>& counted, int status) {
  const auto section = v.one(section_name, v.id<SpaceId>("section"));
  v.ask();
  return v.page(
      {.title = office_title("Zone", *section), .here = ui::Key::section},
      [&](html::Out& out) {
        zone_form(out, {*section, list, draft, counted, {}}, v.csrf());
      },
      status);
}

const char* words_of(const std::string& problem) {
  if (problem == "ground") return "Le tracé se croise lui-même. Retire un point ou reprends-le.";
  if (problem == "manager") return "Cette personne ne fait plus partie de la section.";
  return list_name_taken;
}

}  // namespace

http::Response new_zone(gate::Visit& v) {
  return page(v, {}, {}, {}, 200);
}

http::Response save_zone(gate::Visit& v, std::optional<ListId> list) {
  const auto section = v.id<SpaceId>("section");
  auto draft = typed(v);
  check_list_names(draft.name, draft.description, draft.errors);
  const auto d = definition(draft);
  find_manager(v, section, draft);
  if (!draft.errors.empty()) return page(v, list, draft, {}, 422);
  const auto saved = v.one(save, section, list.value_or(ListId()), draft.name, draft.description, draft.manager,
                           d.postcodes, d.words, d.names, d.low, d.high, d.parity, d.codes, d.ring);
  v.ask();
  if (saved->problem) {
    draft.errors.add(*saved->problem, words_of(*saved->problem));
    return page(v, list, draft, {}, 422);
  }
  const bool fills = !d.postcodes.empty() || !d.names.empty() || !d.ring.empty();
  return v.redirect(filter_path(section, {.list = *saved->id}),
                    fills ? french::quoted(draft.name) + " est enregistrée. Elle se remplit d’elle-même."
                          : french::quoted(draft.name) + " est prête. Coche des membres pour les y mettre.");
}

http::Response try_zone(gate::Visit& v) {
  const auto section = v.id<SpaceId>("section");
  auto draft = typed(v);
  const auto ids = v.field_ids("list");
  const auto list = ids.empty() ? std::nullopt : std::optional(ListId(ids.front()));
  const auto d = definition(draft);
  std::optional<ZoneCount> counted;
  if (draft.errors.empty()) {
    const auto found = v.one(count, section, list.value_or(ListId()), d.postcodes, d.words, d.names, d.low, d.high,
                             d.parity, d.codes, d.ring);
    v.ask();
    counted = *found;
  }
  if (!v.wants_streams()) return page(v, list, draft, counted, draft.errors.empty() ? 200 : 422);
  v.ask();
  html::Out out;
  out(R"(<turbo-stream action="update" target="zone-count"><template>)");
  if (counted) zone_count(out, *counted, draft);
  for (const auto& [field, message] : draft.errors.list())
    out(R"(<p class="error">{}{}</p>)", ui::icon("circle-alert"), message);
  out("</template></turbo-stream>");
  return v.streams(out.finish());
}

http::Response find_managers(gate::Visit& v) {
  v.no_frame();
  const auto found = v.all(candidates_of, v.id<SpaceId>("section"), v.query("q"), proposed);
  v.ask();
  html::Out out;
  if (!v.query("q").empty()) zone_candidates(out, *found);
  return http::Response::html(out.finish());
}

http::Response zone_map(gate::Visit& v) {
  v.no_frame();
  const auto points = v.one(points_of, v.id<SpaceId>("section"));
  v.ask();
  return http::Response::json(*points);
}

http::Response let_back_in_zone(gate::Visit& v) {
  const auto section = v.id<SpaceId>("section");
  const auto list = v.id<ListId>("list");
  v.one(let_back, section, list);
  v.ask();
  return v.redirect(filter_path(section, {.list = list}), "C’est fait. Qui habite la zone y est revenu.");
}

std::string people_about(std::int64_t size) {
  return size == 0 ? "Moins de 5\u00a0personnes" : "Environ " + french::number(size) + "\u00a0personnes";
}

http::Response show_zone(gate::Visit& v) {
  const auto zone = v.one(find_zone, v.id<ListId>("list"));
  v.ask();
  return v.page({.title = zone->name, .here = ui::Key::section}, [&](html::Out& out) {
    out(R"(<div class="stack">)");
    ui::back_link(out, section_url(zone->section), section_words(zone->section_name));
    out(R"(<h1>{}</h1>)", zone->name);
    if (!zone->description.empty()) out("<p>{}</p>", zone->description);
    out(R"(<p class="lead">{}</p>)",
        zone->exact ? french::count(zone->size, "personne", "personnes") : people_about(zone->size));
    if (zone->exact)
      ui::link_button(out, html::Url::local(filter_path(zone->section, {.list = v.id<ListId>("list")})),
                      {.label = "Voir qui est dans la zone", .look = ui::Look::plain});
    else {
      ui::link_button(out, html::Url::local("/zones/" + std::to_string(v.id<ListId>("list").number()) + "/courrier"),
                      {.label = "Écrire à la zone", .icon = "mail"});
      out(R"(<p class="soft">Tu animes cette zone. Elle se remplit quand des membres y arrivent ou en partent. Pour protéger chacun, tu en connais le nombre, jamais les noms&nbsp;: seuls les secrétaires de la section savent qui en fait partie.</p>)");
    }
    out("</div>");
  });
}

}  // namespace sections
