#include "sections/register_place.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "core/text/fold.hpp"
#include "sections/register_name.hpp"

namespace sections {

namespace {

constexpr size_t postcode_length = 5;  // digits

// What people say and ICU does not.
constexpr std::array<std::pair<std::string_view, const char*>, 12> spoken{{{"france metropolitaine", "FR"},
                                                                           {"reunion", "RE"},
                                                                           {"ile de la reunion", "RE"},
                                                                           {"guyane", "GF"},
                                                                           {"angleterre", "GB"},
                                                                           {"grande bretagne", "GB"},
                                                                           {"uk", "GB"},
                                                                           {"ecosse", "GB"},
                                                                           {"usa", "US"},
                                                                           {"etats unis d amerique", "US"},
                                                                           {"hollande", "NL"},
                                                                           {"tchequie", "CZ"}}};

// Where letters go by French postcodes.
constexpr std::array<const char*, 13> french_post{"FR", "RE", "GP", "MQ", "GF", "YT", "PM",
                                                  "BL", "MF", "NC", "PF", "WF", "MC"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> abbreviated{
    {{"St", "Saint"}, {"Ste", "Sainte"}}};

std::string french_name(const char* code) {
  icu::UnicodeString name;
  std::string utf8;
  return icu::Locale("", code).getDisplayCountry(icu::Locale::getFrench(), name).toUTF8String(utf8);
}

using Countries = std::map<std::string, std::string, std::less<>>;  // folded → French name

Countries make_countries() {
  Countries all;
  for (const auto* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale place("", *code);
    const auto name = french_name(*code);
    icu::UnicodeString english;
    std::string utf8;
    place.getDisplayCountry(icu::Locale::getEnglish(), english).toUTF8String(utf8);
    for (const auto& key : {std::string(*code), std::string(place.getISO3Country()), name, utf8})
      all.try_emplace(text::fold(key), name);
  }
  for (const auto& [key, code] : spoken) all.insert_or_assign(std::string(key), french_name(code));
  return all;
}

bool is_french_post(std::string_view country) {
  static const auto names = [] {
    std::array<std::string, french_post.size()> all;
    std::ranges::transform(french_post, all.begin(), french_name);
    return all;
  }();
  return country.empty() || std::ranges::find(names, country) != names.end();
}

bool is_postcode(std::string_view code) {
  if (code.size() != postcode_length) return false;
  const int department = (code[0] - '0') * 10 + code[1] - '0';
  const char third = code[2];
  if (department == 97) return third >= '1' && third <= '8';
  if (department == 98) return third == '0' || third == '4' || (third >= '6' && third <= '8');
  return department >= 1 && department <= 95;
}

}  // namespace

std::optional<std::string> read_country(std::string_view typed) {
  static const Countries countries = make_countries();
  const auto found = countries.find(text::fold(typed));
  if (found == countries.end()) return {};
  return found->second;
}

std::string read_city(std::string_view typed) {
  const auto words = text::fold(typed);
  std::string city(typed);
  // «CEDEX», «CEDEX 2», «CEDEX 09»: post for firms and offices, of no use to find a place.
  if (const auto at = words.rfind("cedex"); at != words.npos && at > 0 && words[at - 1] == ' ' &&
                                            words.find_first_not_of(" 0123456789", at + 5) == words.npos) {
    auto start = city.size();
    while (start > 0 && (std::isdigit(static_cast<unsigned char>(city[start - 1])) || city[start - 1] == ' ')) --start;
    city.resize(start - 5);
    city = text::tidy(city);
    while (city.ends_with('-') || city.ends_with(',')) city.pop_back();
  }
  city = readable_name(city);
  for (const auto& [shortened, whole] : abbreviated)
    for (const char gap : {' ', '-'})
      for (const std::string_view point : {"", "."}) {
        const auto start = std::string(shortened) + std::string(point) + gap;
        for (auto at = city.find(start); at != city.npos; at = city.find(start, at + whole.size()))
          if (at == 0 || city[at - 1] == ' ' || city[at - 1] == '-')
            city.replace(at, start.size(), std::string(whole) + '-');
      }
  return city;
}

PostcodeRead read_postcode(std::string_view typed, std::string_view country) {
  PostcodeRead as_typed{.postcode = std::string(typed)};
  if (typed.empty() || !is_french_post(country)) return as_typed;
  std::string_view rest = typed;
  for (const std::string_view prefix : {"F-", "FR-", "f-"})
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
  std::string digits;
  for (const char c : rest) {
    if (c == ' ' && digits.size() < postcode_length) continue;
    if (c < '0' || c > '9') break;
    digits += c;
  }
  if (digits.size() == postcode_length - 1 && digits[0] != '0') digits.insert(0, 1, '0');
  as_typed.valid = is_postcode(digits);
  if (!as_typed.valid) return as_typed;
  return {.postcode = digits, .repaired = digits != typed};
}

}  // namespace sections
