// One value of a row, as it is read.
#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "core/text/french.hpp"
#include "members/interests.hpp"
#include "own_data/book.hpp"
#include "ui/kind.hpp"

namespace own_data {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 47> words{{
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
    {"waiting", "En liste d’attente"},
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

std::optional<int> number(std::string_view text, size_t at) {  // of two digits
  int value = 0;
  if (at + 2 > text.size()) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value);
  return error == std::errc{} && end == text.data() + at + 2 ? std::optional(value) : std::nullopt;
}

// As PostgreSQL writes days and instants in JSON: 2026-11-22T10:30:00+00:00. Anything else as it is.
std::string date(const std::string& text) {
  const auto day = text.size() < 10 ? std::nullopt : paris::parse_date(text.substr(0, 10));
  if (!day) return text;
  if (text.size() == 10) return french::long_day(*day);
  const auto zone = text.find_last_of("+-");
  const auto hours = number(text, 11), minutes = number(text, 14), east = number(text, zone + 1);
  if (text[10] != 'T' || zone < 19 || !hours || !minutes || !east) return text;
  const paris::Instant at = std::chrono::sys_days(*day) +
                            std::chrono::hours(*hours - (text[zone] == '-' ? -*east : *east)) +
                            std::chrono::minutes(*minutes);
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
