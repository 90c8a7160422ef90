#include "events/describe.hpp"

#include "events/card.hpp"
#include "events/describe_view.hpp"
#include "events/locate.hpp"
#include "places/geocode.hpp"

namespace events {
namespace {

using Text = std::string;

// Where the viewer belongs, section first; and where the event stands already, which an organiser may leave as it is.
const pg::Statement<SpaceChoice(std::optional<EventId>)> spaces_to_publish_in{"events.spaces_to_publish_in", R"(
  select s.id, s.kind, upper(left(space_words(s.kind, s.name), 1)) || substr(space_words(s.kind, s.name), 2) from space s
   where s.id in (select c.space_id from circle c where c.member_id = viewer_id() and c.direct)
      or s.id = any(array(select unnest(e.space_ids) from event e where e.id = $1))
   order by s.kind <> 'section', s.kind, s.name)"};

const pg::Statement<Description(EventId)> find_description{"events.description", R"(
  select kind, title, description, starts_at, ends_at, time_zone, all_day, online_url, address, complement, postcode, city, is_public, space_ids from event where id = $1)"};

// Where the viewer's section is: its postcode, or its département's.
const pg::Statement<Text()> home_postcode{"events.home_postcode", R"(
  select coalesce((select coalesce(nullif(p.postcode, ''), f.department)
    from member m join space s on s.id = m.section_id left join section_profile p on p.space_id = s.id left join space f on f.id = s.parent_id
   where m.id = viewer_id()), ''))"};

struct State {
  Text state;
  bool over;
};
const pg::Statement<State(EventId)> find_state{"events.state",
                                               "select state, ends_at <= now() from event where id = $1"};

const pg::Statement<EventId(Text, Text, Text, pg::Time, pg::Time, std::optional<Text>, Text, Text, Text, Text, bool,
                            std::vector<SpaceId>, std::optional<double>, std::optional<double>, Text, bool)>
    insert_event{"events.insert", R"(
  insert into event (creator_id, kind, title, description, starts_at, ends_at, online_url, address, complement, postcode, city, is_public, space_ids, latitude, longitude, time_zone, all_day)
  values (viewer_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id)"};

const pg::Statement<void(EventId, Text, std::int64_t, Text)> begin_series_of{
    "events.series_begin", "select event_series_begin($1, $2, " LOCAL(3) ", $4)"};

struct Changed {
  bool moved;      ///< guests must hear of it: a published event has another time or another place
  bool elsewhere;  ///< another place; otherwise the point stays, which an address service may have made better
};
const pg::Statement<Changed(EventId, Text, Text, Text, pg::Time, pg::Time, std::optional<Text>, Text, Text, Text, Text,
                            bool, std::vector<SpaceId>, std::optional<double>, std::optional<double>, Text, bool)>
    update_event{"events.update", R"(
  with before as (select state = 'published' and $6 > now() and (date_trunc('minute', starts_at), date_trunc('minute', ends_at), all_day, coalesce(online_url, ''), address, complement, postcode, city) is distinct from ($5, $6, $17, coalesce($7, ''), $8, $9, $10, $11) as moved,
                         (address, postcode, city) is distinct from ($8, $10, $11) as elsewhere
                    from event where id = $1 for update)
  update event e set kind = $2, title = $3, description = $4, starts_at = $5, ends_at = $6, time_zone = $16, all_day = $17, online_url = $7, address = $8, complement = $9, postcode = $10, city = $11,
         is_public = $12, space_ids = $13, latitude = case when before.elsewhere or e.latitude is null then $14 else e.latitude end,
         longitude = case when before.elsewhere or e.longitude is null then $15 else e.longitude end, sequence = e.sequence + before.moved::int
    from before where e.id = $1 and e.state <> 'cancelled' returning before.moved, before.elsewhere)"};
const pg::Statement<std::int32_t(EventId)> announce_change{"events.announce_change",
                                                           "select event_announce($1, 'change')"};

TypedDescription typed(const gate::Visit& v) {
  TypedDescription typed{.kind = v.field("kind"),
                         .title = v.field("title"),
                         .start_date = v.field("start_date"),
                         .start_time = v.field("start_time"),
                         .start_turn = v.field("start_turn"),
                         .end_date = v.field("end_date"),
                         .end_time = v.field("end_time"),
                         .end_turn = v.field("end_turn"),
                         .online_url = v.field("online_url"),
                         .address = v.field("address"),
                         .complement = v.field("complement"),
                         .postcode = v.field("postcode"),
                         .city = v.field("city"),
                         .description = v.field("description"),
                         .circle = v.field("circle"),
                         .spaces = {},
                         .all_day = !v.field("all_day").empty(),
                         .time_zone = v.field("time_zone")};
  for (const auto id : v.field_ids("space")) typed.spaces.emplace_back(id);
  return typed;
}

// A new event is public and shown in one's own section, until one says otherwise.
TypedDescription blank(const std::vector<SpaceChoice>& spaces, const Text& home) {
  TypedDescription typed{.circle = std::string(circle_public), .home = &zones::of_postcode(home)};
  for (const auto& space : spaces)
    if (space.kind == "section") typed.spaces.push_back(space.id);
  return typed;
}

TypedRepeat typed_repeat(const gate::Visit& v) {
  const auto days = v.form().values.all("repeat_day");
  return {.every = v.field("repeat"),
          .days = {days.begin(), days.end()},
          .until = v.field("repeat_until"),
          .times = v.field("repeat_times")};
}

calendar::Local start_of(const Description& kept) {
  return calendar::local(instant(kept.starts_at), zone_of(kept));
}

// The rhythm of a draft: none, when it does not repeat.
std::optional<calendar::Rule> read_rhythm(DescribePage& page, const Description& kept) {
  return read_repeat(page.repeat, start_of(kept), zone_of(kept), page.errors);
}

// Of a published date, what was chosen under «Se répète» is for the dates that follow.
std::optional<calendar::Rule> read_change(DescribePage& page, const Description& kept, bool same_rhythm) {
  if (page.scope == Scope::one) {
    if (!same_rhythm)
      page.errors.add("repeat",
                      "La répétition ne change pas pour une seule date. Choisis plus bas les dates pour "
                      "lesquelles ce changement vaut.");
    return std::nullopt;
  }
  auto rule = read_repeat(page.repeat, start_of(kept), zone_of(kept), page.errors);
  if (!rule && page.errors.empty())
    page.errors.add("repeat", "Choisis une répétition. Pour arrêter, annule les dates suivantes.");
  return rule;
}

void begin_series(gate::Visit& v, EventId event, const Description& kept, const std::optional<calendar::Rule>& rule) {
  v.run(begin_series_of, event, rule ? calendar::write(*rule) : Text(), seconds(start_of(kept)), zone_of(kept));
  v.ask();
}

struct PlaceFound {
  pg::Reply<std::optional<places::Point>> point;
  pg::Reply<bool> known;
};
PlaceFound ask_place(gate::Visit& v, const TypedDescription& typed) {
  return {v.maybe(places::commune_point, typed.postcode, typed.city),
          v.one(places::commune_exists, typed.postcode, typed.city)};
}

void check_place(const TypedDescription& typed, const PlaceFound& place, ui::Errors& errors) {
  if (typed.city.empty() || !errors["postcode"].empty() || *place.known) return;
  errors.add("city", *place.point ? "Cette ville n’a pas le code postal " + typed.postcode +
                                        ". Choisis-la dans la liste qui s’affiche sous le code postal."
                                  : "Aucune commune n’a le code postal " + typed.postcode + ". Vérifie-le.");
}

http::Response again(gate::Visit& v, const DescribePage& page) {
  return v.page(
      {.title = page.event ? "Modifier l’événement" : "Créer un événement", .here = ui::Key::agenda},
      [&](html::Out& out) { write(out, page); }, 422);
}

http::Response leave_or(gate::Visit& v, EventId event) {
  if (v.field("leave").empty()) return v.redirect(path(event, "invitation"));
  return v.redirect(path(Place::mine), "Ton brouillon est gardé. Tu le retrouves ici quand tu veux.");
}

}  // namespace

http::Response new_event(gate::Visit& v) {
  const auto spaces = v.all(spaces_to_publish_in, std::nullopt);
  const auto home = v.one(home_postcode);
  v.ask();
  const DescribePage page{.typed = blank(*spaces, *home), .spaces = *spaces, .csrf = v.csrf()};
  return v.page({.title = "Créer un événement", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, page); });
}

http::Response create(gate::Visit& v) {
  DescribePage page{.typed = typed(v), .repeat = typed_repeat(v), .csrf = v.csrf()};
  const auto place = ask_place(v, page.typed);
  const auto spaces = v.all(spaces_to_publish_in, std::nullopt);
  const auto home = v.one(home_postcode);
  v.ask();
  page.typed.home = &zones::of_postcode(*home);
  auto kept = read(page.typed, now(), page.errors);
  check_place(page.typed, place, page.errors);
  const auto rule = kept ? read_rhythm(page, *kept) : std::nullopt;
  if (!kept || !page.errors.empty()) {
    page.spaces = *spaces;
    return again(v, page);
  }
  v.together();
  const auto point = *place.point;
  const auto id = v.one(insert_event, kept->kind, kept->title, kept->description, kept->starts_at, kept->ends_at,
                        kept->online_url, kept->address, kept->complement, kept->postcode, kept->city, kept->is_public,
                        kept->space_ids, point ? std::optional(point->latitude) : std::nullopt,
                        point ? std::optional(point->longitude) : std::nullopt, kept->time_zone, kept->all_day);
  v.ask();
  ask_for_point(v, *id, *kept);
  begin_series(v, *id, *kept, rule);
  v.commit();
  return leave_or(v, *id);
}

http::Response description(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto kept = v.one(find_description, event);
  const auto state = v.one(find_state, event);
  const auto spaces = v.all(spaces_to_publish_in, event);
  const auto home = v.one(home_postcode);
  const auto standing = v.maybe(find_standing, event);
  v.ask();
  if (state->state == "cancelled") return v.redirect(path(event));
  const DescribePage page{.event = event,
                          .draft = state->state == "draft",
                          .title = kept->title,
                          .typed = typed(*kept, zones::of_postcode(*home)),
                          .repeat = *standing ? events::typed_repeat((*standing)->recurrence()) : TypedRepeat{},
                          .standing = *standing && (*standing)->open ? *standing : std::nullopt,
                          .spaces = *spaces,
                          .csrf = v.csrf()};
  return v.page({.title = page.draft ? "Créer un événement" : "Modifier l’événement", .here = ui::Key::agenda},
                [&](html::Out& out) { write(out, page); });
}

http::Response describe(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  DescribePage page{.event = event, .typed = typed(v), .repeat = typed_repeat(v), .csrf = v.csrf()};
  const auto place = ask_place(v, page.typed);
  const auto before = v.one(find_description, event);
  const auto state = v.one(find_state, event);
  const auto spaces = v.all(spaces_to_publish_in, event);
  const auto home = v.one(home_postcode);
  const auto standing = v.maybe(find_standing, event);
  v.ask();
  page.typed.home = &zones::of_postcode(*home);
  page.draft = state->state == "draft";
  page.title = before->title;
  if (*standing && (*standing)->open) page.standing = *standing;
  page.scope = page.standing ? scope_of(v.field("scope")) : Scope::one;
  const auto kept = read(page.typed, now(), page.errors, &*before);
  check_place(page.typed, place, page.errors);
  const bool same_rhythm =
      page.standing && (page.repeat.every.empty() || page.repeat == events::typed_repeat(page.standing->recurrence()));
  std::optional<calendar::Rule> rule;
  if (kept && page.draft) rule = read_rhythm(page, *kept);
  if (kept && page.standing) rule = read_change(page, *kept, same_rhythm);
  if (!kept || !page.errors.empty()) {
    page.spaces = *spaces;
    return again(v, page);
  }
  v.together();
  const auto point = *place.point;
  const auto changed =
      v.maybe(update_event, event, kept->kind, kept->title, kept->description, kept->starts_at, kept->ends_at,
              kept->online_url, kept->address, kept->complement, kept->postcode, kept->city, kept->is_public,
              kept->space_ids, point ? std::optional(point->latitude) : std::nullopt,
              point ? std::optional(point->longitude) : std::nullopt, kept->time_zone, kept->all_day);
  v.ask();
  std::int32_t told = 0;
  if (page.standing && page.scope == Scope::one) {
    set_apart(v, event);
    v.ask();
  }
  if (*changed && (*changed)->elsewhere) ask_for_point(v, event, *kept);
  const bool moved = *changed && (*changed)->moved;
  if (page.draft) begin_series(v, event, *kept, rule);
  if (rule && page.standing) {
    told = follow(v, *page.standing,
                  {.event = event,
                   .scope = page.scope,
                   .rule = *rule,
                   .start = start_of(*kept),
                   .zone = zone_of(*kept),
                   .same_rhythm = same_rhythm,
                   .moved = moved});
  } else if (moved) {
    const auto announced = v.one(announce_change, event);
    v.ask();
    told = *announced;
  }
  v.commit();
  if (page.draft) return leave_or(v, event);
  return v.redirect(path(event), told == 0   ? "C’est enregistré."
                                 : told == 1 ? "C’est enregistré. La personne concernée est prévenue du changement."
                                             : "C’est enregistré. Les " + std::to_string(told) +
                                                   " personnes concernées sont prévenues du changement.");
}

}  // namespace events
