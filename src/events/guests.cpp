#include "events/guests.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/guests_view.hpp"
#include "events/series/store.hpp"
#include "events/sources.hpp"

namespace events {
namespace {

constexpr std::int64_t page_size = 50;

struct Head {
  std::string state, title;
  bool over, repeats;
};
const pg::Statement<Head(EventId)> find_head{
    "events.guests_head", "select state, title, ends_at <= now(), series_id is not null from event where id = $1"};

// My sections first, then my coopains, my groups, then the lists and zones of those I run. Everyone of a section
// counts, seen or not.
const pg::Statement<Source()> sources_of_mine{"events.guest_sources", R"(
  select kind, id, name, people, whole from (
    select 1 as rank, 'section' as kind, s.id, s.name, (select count(*) from membership x where x.space_id = s.id and x.member_id <> viewer_id()) as people, m.role in ('secretary', 'bureau') or s.id in (select office_sections('events')) as whole
      from membership m join space s on s.id = m.space_id where m.member_id = viewer_id() and s.kind = 'section'
    union all
    select 2, 'coopains', 0, 'Mes coopains', (select count(*) from bond b where b.member_id = viewer_id()), false
    union all
    select 3, 'group', s.id, s.name, (select count(*) from membership x where x.space_id = s.id and x.member_id <> viewer_id()), false
      from membership m join space s on s.id = m.space_id where m.member_id = viewer_id() and s.kind = 'group'
    union all
    select case l.kind when 'list' then 4 else 5 end, l.kind, l.id, l.name, (select count(*) from section_list_member x where x.list_id = l.id), false
      from section_list l where l.section_id in (select office_sections('members'))
  ) as mine order by rank, id is distinct from (select m.section_id from member m where m.id = viewer_id()), name)"};

// The people of a source ($1 its kind, $2 its id) whose name holds $3, as far as the policies show them. Unnamed, it is
// the first of the above.
#define OF_SOURCE                                                                                                     \
  "m.id <> viewer_id() and ($3 = '' or position(fold($3) in m.name_key) > 0) and m.id = any(case $1 "                 \
  " when '' then array(select x.member_id from membership x where x.space_id = (select me.section_id from member me " \
  "where me.id = viewer_id())"                                                                                        \
  "   union all select b.coopain_id from bond b where b.member_id = viewer_id() and (select me.section_id from "      \
  "member me where me.id = viewer_id()) is null)"                                                                     \
  " when 'section' then array(select x.member_id from membership x where x.space_id = $2)"                            \
  " when 'group' then array(select x.member_id from membership x where x.space_id = $2)"                              \
  " when 'coopains' then array(select b.coopain_id from bond b where b.member_id = viewer_id())"                      \
  " else array(select l.member_id from section_list_member l join section_list k on k.id = l.list_id and k.kind = "   \
  "'list' where l.list_id = $2) end)"
const pg::Statement<Candidate(std::string, std::int64_t, std::string, EventId, std::int64_t, std::int64_t)> candidates{
    "events.candidates",
    "select m.id, m.first_name, m.last_name, s.name, g.event_id is not null, g.answer, m.picture_id from member m left "
    "join space s "
    "on s.id = m.section_id"
    " left join event_guest g on g.event_id = $4 and g.member_id = m.id where " OF_SOURCE
    " and ($5::bigint = 0 or (m.last_name, m.first_name, m.id) > (select x.last_name, x.first_name, x.id from member x "
    "where x.id = $5))"
    " order by m.last_name, m.first_name, m.id limit $6"};
const pg::Statement<std::int64_t(std::string, std::int64_t, std::string)> count_candidates{
    "events.count_candidates", "select count(*) from member m where " OF_SOURCE};

const pg::Statement<void(EventId)> publish{
    "events.publish",
    "update event set state = 'published', published_at = now() where id = $1 and state = 'draft' and ends_at > now()"};
// Whoever makes an event comes to it, until they say otherwise.
const pg::Statement<void(EventId)> join_own{"events.join_own", R"(
  insert into event_guest (event_id, member_id, answer, answered_at)
    select e.id, viewer_id(), 'yes', now() from event e where e.id = $1 and e.published_at = now() on conflict do nothing)"};
const pg::Statement<std::optional<std::int32_t>(EventId, std::vector<MemberId>)> invite_members{
    "events.invite", "select event_invite($1, $2)"};
const pg::Statement<std::optional<std::int32_t>(std::string, std::int64_t, std::string, EventId)> invite_source{
    "events.invite_source", "select event_invite($4, array(select m.id from member m where " OF_SOURCE "))"};
const pg::Statement<std::optional<std::int32_t>(EventId, SpaceId)> invite_section{
    "events.invite_section", "select event_invite_section($1, $2)"};

// "liste-12" → {"liste", 12}
std::pair<std::string, std::int64_t> read_source(const std::string& code) {
  const auto dash = code.find('-');
  if (dash == std::string::npos) return {code, 0};
  return {code.substr(0, dash), std::strtoll(code.c_str() + dash + 1, nullptr, 10)};
}

const Source* find_source(const std::vector<Source>& sources, const std::string& code) {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const Source& s) { return s.kind != "zone" && s.code() == code; });
  return found == sources.end() ? &sources.front() : &*found;
}

std::string link(EventId event, const std::string& source, const std::string& words, std::int64_t after) {
  auto link = path(event, "invites?de=" + source + "&q=");
  html::escape_url_part(link, words);
  if (after > 0) link += "&apres=" + std::to_string(after);
  return link;
}

std::string told(bool published, std::int32_t invited) {
  std::string words = published ? "C’est publié ! " : "";
  if (invited == 0)
    return words + (published ? "Personne n’est encore invité." : "Ces personnes étaient déjà invitées.");
  return words + french::count(invited, "invitation part.", "invitations partent.");
}

}  // namespace

http::Response guests(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto words = v.query("q");
  const auto after = v.query_id("apres");
  const auto [kind, id] = read_source(v.query("de"));
  const auto head = v.one(find_head, event);
  const auto sources = v.all(sources_of_mine);
  const auto arrivals = v.all(arrivals_of, event);
  const auto people = v.all(candidates, kind, id, words, event, after, page_size + 1);
  const auto total = v.one(count_candidates, kind, id, words);
  v.ask();
  if (head->state == "cancelled" || head->over) return v.redirect(path(event));
  GuestsPage page{.event = event,
                  .draft = head->state == "draft",
                  .title = head->title,
                  .repeats = head->repeats,
                  .sources = *sources,
                  .source = nullptr,
                  .words = words,
                  .people = *people,
                  .total = 0,
                  .arrivals = *arrivals,
                  .csrf = v.csrf()};
  page.source = find_source(page.sources, v.query("de"));
  page.total = page.source->whole && words.empty() ? page.source->people : *total;
  if (after > 0) page.first = html::Url::local(link(event, page.source->code(), words, 0));
  if (std::ssize(page.people) > page_size) {
    page.people.pop_back();
    page.next = html::Url::local(link(event, page.source->code(), words, page.people.back().id.number()));
  }
  return v.page({.title = page.draft ? "Créer un événement" : "Ajouter des invités", .here = ui::Key::agenda},
                [&](html::Out& out) { write(out, page); });
}

http::Response invite(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto words = v.field("q"), code = v.field("de");
  const auto [kind, id] = read_source(code);
  std::vector<MemberId> ticked;
  for (const auto member : v.field_ids("member")) ticked.emplace_back(member);
  const bool everyone = !v.field("all").empty(), alone = !v.field("publish").empty();
  const auto chosen = read_sources(v.form().values.all("a"));
  if (ticked.empty() && !everyone && !alone && chosen.empty())
    return v.redirect(link(event, code, words, 0), ui::Flash{ui::Flash::Tone::warning, "Coche qui tu veux inviter."});

  v.together();
  const auto head = v.one(find_head, event);
  const auto sources = v.all(sources_of_mine);
  const auto series = v.maybe(find_series, event);
  v.run(publish, event);
  v.run(join_own, event);
  v.ask();
  if (*series && head->state == "draft") publish_dates(v, event, **series);
  const Source* source = find_source(*sources, code);
  const bool whole = everyone && source->code() == code && source->whole && words.empty();
  const auto invited = !chosen.empty() ? v.one(invite_sources, event, chosen, !v.field("later").empty())
                       : whole         ? v.one(invite_section, event, SpaceId(id))
                       : everyone      ? v.one(invite_source, kind, id, words, event)
                                       : v.one(invite_members, event, ticked);
  v.ask();
  v.commit();
  if (!*invited) {
    if (head->state != "draft")
      return v.redirect(path(event),
                        ui::Flash{ui::Flash::Tone::warning, "Cet événement n’accepte plus d’invitations."});
    return v.redirect(path(event, "description"),
                      ui::Flash{ui::Flash::Tone::warning, "La date est passée. Choisis-en une autre, puis publie."});
  }
  return v.redirect(path(event), told(head->state == "draft", **invited));
}

}  // namespace events
