#include "events/description.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "core/text/when.hpp"
#include "core/utf8.hpp"
#include "ui/kind.hpp"

namespace events {
namespace {

using paris::Instants;

constexpr auto usual_length = std::chrono::hours(2);
constexpr auto longest_evening = std::chrono::hours(12);
constexpr size_t title_length = 140, address_length = 200, url_length = 500, description_length = 10000;  // characters

void at_most(ui::Errors& errors, std::string field, std::string_view text, size_t most) {
  if (utf8::length(text) > most)
    errors.add(std::move(field),
               "C’est un peu long : " + french::number(static_cast<long long>(most)) + " caractères au plus.");
}

std::string day_of(paris::Local local) {
  return french::long_day(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(local)));
}

std::optional<paris::Instant> read_moment(ui::Errors& errors, const char* field, const std::string& date,
                                          const std::string& time, const std::string& turn, const zones::Zone& zone) {
  const auto local = paris::parse_local(date, time);
  if (!local) {
    errors.add(field, date.empty() ? "Choisis un jour."
                      : time.empty()
                          ? "Choisis une heure."
                          : "Cette date ou cette heure n’existe pas. Écris par exemple 29/11/2026 et 10:00.");
    return std::nullopt;
  }
  const Instants found = zones::instants(*local, zone);
  if (found.found == Instants::Found::never) {
    errors.add(field, "Cette heure n’existe pas : le " + day_of(*local) +
                          ", les montres avancent d’une heure. Choisis " +
                          french::hour(zones::local(found.first, zone)) + " ou plus tard.");
    return std::nullopt;
  }
  if (found.found == Instants::Found::once) return found.first;
  if (turn == before_change) return found.first;
  if (turn == after_change) return found.second;
  errors.add(field, "Le " + day_of(*local) +
                        ", cette heure passe deux fois. Dis si c’est avant ou après le changement d’heure.");
  return std::nullopt;
}

struct Times {
  paris::Instant start, end;
};

constexpr const char* already_past = "Ce moment est déjà passé. Choisis une date à venir.";

bool untouched(paris::Instant start, const Description* kept) {
  return kept && std::chrono::floor<std::chrono::minutes>(kept->starts_at) == start;
}

// From midnight to midnight, by the clocks of the place.
std::optional<Times> read_days(const TypedDescription& typed, paris::Instant now, ui::Errors& errors,
                               const Description* kept) {
  const auto first = paris::parse_date(typed.start_date);
  if (!first) errors.add("start", "Choisis un jour.");
  const auto last = typed.end_date.empty() ? first : paris::parse_date(typed.end_date);
  if (first && !last) errors.add("end", "Cette date n’existe pas. Écris par exemple 29/11/2026.");
  if (!first || !last) return std::nullopt;
  if (*last < *first) {
    errors.add("end", "Choisis comme dernier jour le " + french::long_day(*first) + " ou un autre après lui.");
    return std::nullopt;
  }
  const auto midnight = [&](std::chrono::local_days day) { return zones::instant(day, typed.zone()); };
  const Times times{midnight(std::chrono::local_days(*first)),
                    midnight(std::chrono::local_days(*last) + std::chrono::days(1))};
  if (times.end > now || untouched(times.start, kept)) return times;
  errors.add("start", already_past);
  return std::nullopt;
}

std::optional<Times> read_times(const TypedDescription& typed, paris::Instant now, ui::Errors& errors,
                                const Description* kept) {
  if (typed.all_day) return read_days(typed, now, errors, kept);
  const auto& zone = typed.zone();
  const auto start = read_moment(errors, "start", typed.start_date, typed.start_time, typed.start_turn, zone);
  if (!start) return std::nullopt;
  if (*start < now && !untouched(*start, kept)) {
    errors.add("start", already_past);
    return std::nullopt;
  }
  if (typed.end_time.empty() && (typed.end_date.empty() || typed.end_date == typed.start_date))
    return Times{*start, *start + usual_length};
  const auto end = read_moment(errors, "end", typed.end_day(), typed.end_time, typed.end_turn, zone);
  if (!end) return std::nullopt;
  if (*end <= *start) {
    errors.add("end", "Choisis une fin après le " + day_of(zones::local(*start, zone)) + " à " +
                          french::hour(zones::local(*start, zone)) + ".");
    return std::nullopt;
  }
  return Times{*start, *end};
}

// People write «visio.exemple.fr/salle» as often as the whole address.
std::optional<std::string> read_url(const std::string& text, ui::Errors& errors) {
  if (text.empty()) return std::nullopt;
  at_most(errors, "online_url", text, url_length);
  const std::string whole = text.find("://") == std::string::npos ? "https://" + text : text;
  if (html::Url::external(whole).text() != "#" && whole.find('.') != std::string::npos) return whole;
  errors.add("online_url",
             "Ce n’est pas une adresse de page. Elle commence par https://, comme https://visio.exemple.fr/salle.");
  return std::nullopt;
}

void read_place(const TypedDescription& typed, ui::Errors& errors) {
  at_most(errors, "address", typed.address, address_length);
  at_most(errors, "complement", typed.complement, address_length);
  at_most(errors, "city", typed.city, address_length);
  const bool nowhere = typed.address.empty() && typed.postcode.empty() && typed.city.empty();
  if (nowhere && !typed.online_url.empty()) return;
  if (typed.address.empty())
    errors.add("address", typed.online_url.empty() ? "Indique l’adresse, ou le lien si ça se passe en ligne."
                                                   : "Indique l’adresse, ou efface le code postal et la ville.");
  const bool digits = typed.postcode.size() == 5 && std::all_of(typed.postcode.begin(), typed.postcode.end(),
                                                                [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) errors.add("postcode", "Indique un code postal de cinq chiffres.");
  if (typed.city.empty()) errors.add("city", "Indique la ville.");
}

void read_circle(const TypedDescription& typed, ui::Errors& errors) {
  if (typed.circle == circle_spaces && typed.spaces.empty())
    errors.add("circle", "Coche au moins un espace, ou choisis qui d’autre peut voir l’événement.");
}

}  // namespace

const zones::Zone& TypedDescription::zone() const {
  if (const auto* const chosen = zones::find(time_zone)) return *chosen;
  return postcode.empty() ? *home : zones::of_postcode(postcode);
}

std::string TypedDescription::end_day() const {
  if (!end_date.empty() && end_date != start_date) return end_date;
  const auto start = paris::parse_local(start_date, start_time), end = paris::parse_local(start_date, end_time);
  const auto next = end.value_or(paris::Local()) + std::chrono::days(1);
  if (!start || !end || *end >= *start || next - *start > longest_evening) return start_date;
  return paris::date_value(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(next)));
}

TypedDescription typed(const Description& kept, const zones::Zone& home) {
  const auto& zone = zones::of(kept.time_zone);
  const auto fill = [&](pg::Time at, std::string& date, std::string& time, std::string& turn) {
    const auto instant = std::chrono::floor<std::chrono::seconds>(at);
    const auto local = zones::local(instant, zone);
    date = paris::date_value(zones::day(instant, zone));
    time = paris::time_value(local);
    const auto found = zones::instants(local, zone);
    if (found.found == Instants::Found::twice) turn = instant == found.first ? before_change : after_change;
  };
  TypedDescription typed{.kind = kept.kind,
                         .title = kept.title,
                         .online_url = kept.online_url.value_or(""),
                         .address = kept.address,
                         .complement = kept.complement,
                         .postcode = kept.postcode,
                         .city = kept.city,
                         .description = kept.description,
                         .spaces = kept.space_ids,
                         .all_day = kept.all_day,
                         .home = &home};
  if (&typed.zone() != &zone) typed.time_zone = kept.time_zone;
  if (kept.all_day) {
    const auto days = french::when(kept);
    typed.start_date = paris::date_value(days.day());
    typed.end_date = paris::date_value(days.last_day());
  } else {
    fill(kept.starts_at, typed.start_date, typed.start_time, typed.start_turn);
    fill(kept.ends_at, typed.end_date, typed.end_time, typed.end_turn);
  }
  typed.circle = kept.is_public ? circle_public : kept.space_ids.empty() ? circle_guests : circle_spaces;
  return typed;
}

std::string zone_of(const Description& kept) {
  return kept.time_zone;
}

std::optional<Description> read(const TypedDescription& typed, paris::Instant now, ui::Errors& errors,
                                const Description* kept) {
  if (!ui::kind_of(typed.kind)) errors.add("kind", "Choisis un type de mission ou de réunion.");
  if (typed.title.empty()) errors.add("title", "Donne un titre.");
  at_most(errors, "title", typed.title, title_length);
  if (!typed.time_zone.empty() && zones::find(typed.time_zone) == nullptr)
    errors.add("time_zone", "Choisis un fuseau horaire de la liste.");
  const auto times = read_times(typed, now, errors, kept);
  const auto online_url = read_url(typed.online_url, errors);
  read_place(typed, errors);
  at_most(errors, "description", typed.description, description_length);
  read_circle(typed, errors);
  if (!errors.empty()) return std::nullopt;
  // The manual: what is published in no space is public, unless it was said to be for the guests.
  const bool is_public = typed.circle == circle_public || (typed.circle.empty() && typed.spaces.empty());
  return Description{.kind = typed.kind,
                     .title = typed.title,
                     .description = typed.description,
                     .starts_at = times->start,
                     .ends_at = times->end,
                     .time_zone = std::string(typed.zone().name),
                     .all_day = typed.all_day,
                     .online_url = online_url,
                     .address = typed.address,
                     .complement = typed.complement,
                     .postcode = typed.postcode,
                     .city = typed.city,
                     .is_public = is_public,
                     .space_ids = typed.circle == circle_guests ? std::vector<SpaceId>{} : typed.spaces};
}

bool comes_twice(const std::string& date, const std::string& time, const zones::Zone& zone) {
  const auto local = paris::parse_local(date, time);
  return local && zones::instants(*local, zone).found == Instants::Found::twice;
}

}  // namespace events
