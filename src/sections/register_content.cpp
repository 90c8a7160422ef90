#include "sections/register_content.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "core/text/phone.hpp"
#include "sections/register_date.hpp"
#include "sections/register_place.hpp"
#include "sections/register_sex.hpp"

namespace sections {

namespace {

using std::chrono::year;

constexpr auto any_day = year{2100} / 1 / 1;  // later than every date in a file: nothing is in the future
constexpr size_t few = 10;                    // rows that say nothing about chance
constexpr int typical_birth = 1995;           // most members were born before it and joined after it

constexpr std::string_view street_words =
    "|rue|avenue|av|ave|boulevard|bd|bld|place|pl|chemin|ch|impasse|imp|allee|allees|quai|route|rte|cours|square|sq|"
    "residence|res|lotissement|lot|"
    "hameau|lieu dit|cite|passage|sentier|faubourg|fg|esplanade|villa|clos|domaine|ruelle|montee|";

constexpr std::string_view first_names =
    "|adrien|agnes|alain|albert|alexandre|alice|alexis|ali|amandine|ana|andre|anais|anne|annie|anthony|antoine|arnaud|"
    "arthur|audrey|aurelie|benjamin|"
    "bernadette|bernard|bertrand|brigitte|bruno|camille|caroline|catherine|cecile|celine|chantal|charles|charlotte|"
    "chloe|christelle|christian|"
    "christiane|christine|christophe|claire|clara|claude|claudine|clement|colette|corinne|cyril|damien|daniel|danielle|"
    "david|delphine|denis|denise|didier|"
    "dominique|edith|eliane|elisabeth|elise|elodie|emilie|emma|emmanuel|eric|estelle|etienne|eva|evelyne|fabien|"
    "fabrice|fatima|florence|florent|"
    "francis|franck|francois|francoise|frederic|gabriel|genevieve|georges|gerard|ghislaine|gilbert|gilles|ginette|"
    "gregory|guillaume|guy|helene|henri|"
    "herve|hugo|huguette|ines|irene|isabelle|jacqueline|jacques|jean|jeanne|jeannine|jeremy|jerome|jocelyne|joel|jose|"
    "josette|josiane|jules|julie|julien|"
    "juliette|karim|karine|laetitia|laura|laure|laurence|laurent|lea|liliane|lionel|loic|louis|louise|luc|lucas|lucie|"
    "lucien|ludovic|madeleine|manon|"
    "marc|marcel|margaux|marguerite|maria|marie|marine|marion|martin|martine|mathieu|mathilde|maurice|maxime|melanie|"
    "michel|michele|micheline|mireille|"
    "mohamed|monique|morgane|muriel|myriam|nadia|nadine|nathalie|nathan|nicolas|nicole|noel|odette|odile|olivier|"
    "pascal|pascale|patrice|patricia|"
    "patrick|paul|paulette|pauline|philippe|pierre|quentin|rachid|raphael|raymond|raymonde|regine|regis|remi|rene|"
    "renee|robert|roger|roland|romain|"
    "sabrina|samuel|sandra|sandrine|sarah|sebastien|serge|simon|simone|solange|sophie|stephane|stephanie|suzanne|"
    "sylvain|sylvie|theo|therese|thierry|"
    "thomas|valerie|veronique|victor|vincent|virginie|william|xavier|yann|yves|yvette|yvonne|zoe|";

bool holds(std::string_view bars, std::string_view word) {
  return !word.empty() && bars.find("|" + std::string(word) + "|") != bars.npos;
}

bool is_email(const std::string& cell) {
  return email::read(cell).fault == email::Fault::none;
}

DateRead date(const std::string& cell) {
  // Five digits alone are a postcode more often than the day number of a spreadsheet.
  if (cell.find_first_not_of("0123456789") == cell.npos) return {};
  return read_date(cell, DateOf::joining, any_day);
}

bool is_plain_number(const std::string& cell, size_t least, size_t most) {
  return cell.size() >= least && cell.size() <= most && cell.find_first_not_of("0123456789") == cell.npos;
}

bool is_postcode(const std::string& cell) {
  const bool looks = is_plain_number(cell, 4, 5) || (cell.size() == 6 && cell[2] == ' ');
  return looks && read_postcode(cell, {}).valid;
}

bool is_address(const std::string& folded) {
  for (size_t start = 0; start < folded.size();) {
    const auto end = std::min(folded.find(' ', start), folded.size());
    if (holds(street_words, folded.substr(start, end - start))) return true;
    start = end + 1;
  }
  return false;
}

bool is_number(const std::string& cell) {
  return cell.size() >= 2 && cell.size() <= 20 &&
         std::ranges::any_of(cell, [](char c) { return c >= '0' && c <= '9'; }) &&
         cell.find_first_of(" @/,.") == cell.npos;
}

bool is_name(const std::string& cell, const std::string& folded) {
  return folded.size() > 1 && cell.size() < 60 && cell.find_first_of("0123456789@=/:;") == cell.npos;
}

}  // namespace

bool is_data(std::string_view typed) {
  const auto cell = text::tidy(typed);
  return is_email(cell) || date(cell).day || is_postcode(cell) || !phone::read(cell).number.empty();
}

Likeness likeness(std::span<const std::vector<std::string>> rows, size_t column) {
  Likeness found;
  std::set<std::string> values;
  for (const auto& row : rows) {
    if (column >= row.size()) continue;
    const auto cell = text::tidy(row[column]);
    const auto folded = text::fold(cell);
    if (folded.empty()) continue;
    ++found.filled;
    values.insert(folded);
    const auto add = [&](Field field, bool is) { found[field] += is ? 1 : 0; };
    const auto number = phone::read(cell).number;
    add(Field::email, is_email(cell));
    add(Field::mobile, phone::is_mobile(number));
    add(Field::phone, !number.empty() && !phone::is_mobile(number));
    if (const auto day = date(cell).day)
      add(day->year() < year{typical_birth} ? Field::born_on : Field::joined_on, true);
    add(Field::postcode, is_postcode(cell));
    add(Field::sex, read_sex(cell).has_value());
    add(Field::country, folded.size() > 3 && read_country(cell).has_value());
    add(Field::address, is_address(folded));
    add(Field::first_name, holds(first_names, folded.substr(0, folded.find(' '))));
    add(Field::last_name, is_name(cell, folded));
    add(Field::city, is_name(cell, folded));
    add(Field::number, is_number(cell) && number.empty());
  }
  if (found.filled == 0) return found;
  for (auto& mark : found.marks) mark /= static_cast<double>(found.filled);
  // Two people have not one register number; they may well have one postcode.
  const bool all_different = values.size() == found.filled;
  if (!all_different) found[Field::number] = 0;
  if (all_different && found.filled > few) found[Field::postcode] /= 2;
  // A mixed column of telephones, or of dates, is what most of it is.
  const auto gather = [&](Field one, Field other) {
    auto& more = found[one] > found[other] ? found[one] : found[other];
    more = found[one] + found[other];
  };
  gather(Field::phone, Field::mobile);
  gather(Field::born_on, Field::joined_on);
  return found;
}

}  // namespace sections
