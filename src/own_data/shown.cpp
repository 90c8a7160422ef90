// One value of a row, as it is read.
#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/text/french.hpp"
#include "members/interests.hpp"
#include "own_data/book.hpp"
#include "ui/kind.hpp"

namespace own_data {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> words{{
    {"secretary", "Secrétaire"},
    {"circle", "Mes coopains et ma section"},
    {"everyone", "Tout le monde sur la coopol"},
    {"treasurer", "Trésorerie"},
    {"bureau", "Bureau"},
    {"referent", "Référent de fédération"},
    {"coopilote", "Coopilote"},
    {"member", "Membre"},
    {"adherent", "Adhérent·e"},
    {"sympathisant", "Sympathisant·e"},
    {"national", "Le parti"},
    {"federation", "Fédération"},
    {"section", "Section"},
    {"group", "Groupe"},
    {"list", "Liste"},
    {"zone", "Zone"},
    {"yes", "Je participe"},
    {"maybe", "Peut-être"},
    {"no", "Je ne participe pas"},
    {"all", "Tout le monde"},
    {"none", "Rien"},
    {"now", "Tout de suite"},
    {"digest", "Résumé du soir"},
    {"message", "Un message"},
    {"wall", "Un mot sur un mur"},
    {"coopain", "Une demande de coopain"},
    {"invitation", "Une invitation"},
    {"reminder", "Une relance"},
    {"status", "Un mot sur mon mur"},
    {"bond", "Un nouveau coopain"},
    {"event", "Un événement créé"},
    {"participation", "Une participation"},
    {"draft", "Brouillon"},
    {"published", "Publié"},
    {"cancelled", "Annulé"},
    {"queued", "En attente"},
    {"sent", "Envoyé"},
    {"dropped", "Plus utile, pas envoyé"},
    {"failed", "Échec"},
    {"done", "Terminé"},
    {"commitment", "Engagement local"},
    {"mandate", "Mandat"},
    {"duty", "Responsabilité"},
    {"mjs", "Jeunes socialistes"},
    {"f", "Femme"},
    {"m", "Homme"},
}};
// Whose values are the site's own words, never a person's.
constexpr std::array<std::string_view, 11> coded{
    "Genre", "Qui peut me trouver", "Sorte", "Qualité", "Rôle", "Réponse", "À", "Pour", "Par courriel", "État", "Sexe"};

std::string word(std::string_view key, std::string_view value) {
  if (key == "Centres d’intérêt")
    for (const auto& interest : members::interests)
      if (interest.value == value) return std::string(interest.label);
  if (std::ranges::find(coded, key) == coded.end()) return std::string(value);
  if (key == "Qui peut me trouver" && value == "secretary") return "Secrétaire de ma section uniquement";
  if (const auto kind = ui::kind_of(value)) return std::string(ui::words(*kind).label);
  const auto found = std::ranges::find(words, value, [](const auto& pair) { return pair.first; });
  return std::string(found == words.end() ? value : found->second);
}

// As PostgreSQL writes instants and days in JSON.
std::string date(const std::string& text) {
  int year = 0, hours = 0, minutes = 0, east = 0;
  unsigned month = 0, day = 0;
  char sign = '+';
  if (text.size() == 10 && std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) == 3) {
    const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return ymd.ok() ? french::long_day(ymd) : text;
  }
  if (text.size() < 22 || std::sscanf(text.c_str(), "%4d-%2u-%2uT%2d:%2d:", &year, &month, &day, &hours, &minutes) != 5)
    return text;
  const auto zone = text.find_last_of("+-");
  if (zone == std::string::npos || zone < 16 || std::sscanf(text.c_str() + zone, "%c%2d", &sign, &east) != 2)
    return text;
  const std::chrono::year_month_day ymd{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!ymd.ok()) return text;
  const paris::Instant at = std::chrono::sys_days(ymd) + std::chrono::hours(hours - (sign == '-' ? -east : east)) +
                            std::chrono::minutes(minutes);
  return french::day_and_year(paris::day(at)) + " à " + french::hour(paris::local(at));
}

}  // namespace

std::string shown(std::string_view key, const boost::json::value& value) {
  if (value.is_bool()) return value.as_bool() ? "oui" : "non";
  if (value.is_int64()) return french::number(value.as_int64());
  if (value.is_string()) {
    auto text = word(key, {value.as_string().data(), value.as_string().size()});
    return date(text);
  }
  std::string all;
  const auto add = [&](const std::string& more) {
    if (!more.empty()) all += (all.empty() ? "" : ", ") + more;
  };
  if (value.is_array())
    for (const auto& one : value.as_array()) add(shown(key, one));
  if (value.is_object())
    for (const auto& [name, one] : value.as_object())
      if (const auto text = shown("", one); !text.empty()) add(std::string(name) + "\u00a0: " + text);
  return all;
}

}  // namespace own_data
