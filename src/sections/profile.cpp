#include "sections/profile.hpp"

#include <algorithm>

#include "core/text/postcode.hpp"
#include "core/text/web_address.hpp"
#include "core/utf8.hpp"

namespace sections {

const pg::Statement<Profile(SpaceId)> section_profile{"sections.profile", R"(
  select s.name, coalesce(p.address, ''), coalesce(p.complement, ''), coalesce(p.postcode, ''), coalesce(p.city, ''), coalesce(p.country, 'France'),
         coalesce(p.phone, ''), coalesce(p.treasurer, ''), coalesce(p.bureau, ''), coalesce(p.website, ''), coalesce(p.facebook, ''), coalesce(p.twitter, ''), p.picture_id
    from space s left join section_profile p on p.space_id = s.id where s.id = $1 and s.kind = 'section')"};

namespace {

constexpr size_t longest_name = 120, longest_line = 200, longest_bureau = 2000;  // characters

bool is_phone(std::string_view text) {
  return text.find_first_not_of("+0123456789 .()-") == std::string_view::npos &&
         std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= 6;
}

void check_web(ui::Errors& errors, const char* field, std::string& address, const char* example) {
  if (address.empty()) return;
  if (const auto found = text::web_address(address))
    address = *found;
  else
    errors.add(field, std::string("Recopie l’adresse entière, par exemple ") + example + ".");
}

}  // namespace

ui::Errors check(Profile& p) {
  ui::Errors errors;
  if (p.name.empty()) errors.add("name", "Donne un nom à la section.");
  if (utf8::length(p.name) > longest_name) errors.add("name", "Raccourcis le nom : 120 caractères au plus.");
  for (const auto& [field, text] : {std::pair{"address", &p.address},
                                    {"complement", &p.complement},
                                    {"city", &p.city},
                                    {"country", &p.country},
                                    {"treasurer", &p.treasurer}})
    if (utf8::length(*text) > longest_line) errors.add(field, "Raccourcis cette ligne : 200 caractères au plus.");
  if (p.country.empty()) p.country = "France";
  if (!p.postcode.empty() && p.country == "France" && !text::is_postcode(p.postcode))
    errors.add("postcode", "Un code postal a cinq chiffres.");
  if (!p.phone.empty() && (!is_phone(p.phone) || p.phone.size() > 40))
    errors.add("phone", "Écris le numéro en chiffres, par exemple 03 81 00 11 22.");
  std::erase(p.bureau, '\r');  // forms end lines with two characters
  if (utf8::length(p.bureau) > longest_bureau) errors.add("bureau", "Raccourcis la liste : 2 000 caractères au plus.");
  if (p.twitter.starts_with('@')) p.twitter = "https://twitter.com/" + p.twitter.substr(1);
  check_web(errors, "website", p.website, "https://www.ma-section.fr");
  check_web(errors, "facebook", p.facebook, "https://www.facebook.com/masection");
  check_web(errors, "twitter", p.twitter, "https://twitter.com/masection");
  return errors;
}

}  // namespace sections
