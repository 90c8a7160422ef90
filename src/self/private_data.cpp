// Sex, birth date, coordinates: what others reach by no page of theirs.
#include "core/clock.hpp"
#include "core/text/fold.hpp"
#include "core/text/phone.hpp"
#include "core/text/postcode.hpp"
#include "self/data.hpp"

namespace self {
namespace {

using Text = std::string;

const pg::Statement<void(Text, Text)> keep_identity{"self.keep_identity", R"(
  insert into member_contact (member_id, sex, birth_date) values (viewer_id(), nullif($1, ''), nullif($2, '')::date)
  on conflict (member_id) do update set (sex, birth_date) = (excluded.sex, excluded.birth_date))"};
const pg::Statement<void(Text)> show_birthday{"self.show_birthday", R"(
  insert into member_profile (member_id, birthday) values (viewer_id(), nullif($1, ''))
  on conflict (member_id) do update set birthday = excluded.birthday)"};
const pg::Statement<void(Text, Text, Text, Text)> keep_coordinates{"self.keep_coordinates", R"(
  insert into member_contact (member_id, phone, address, complement, postcode)
  values (viewer_id(), nullif($1, ''), nullif($2, ''), nullif($3, ''), nullif($4, ''))
  on conflict (member_id) do update set (phone, address, complement, postcode) = (excluded.phone, excluded.address, excluded.complement, excluded.postcode))"};
// A postcode with one commune needs no more to know the city.
const pg::Statement<void(Text, Text, Text)> keep_place{"self.keep_place", R"(
  update member set country = $2, city = coalesce(nullif($1, ''), (
      select min(c.name) from commune_postcode p join commune c on c.code = p.commune_code where p.postcode = $3 having count(*) = 1))
   where id = (select viewer_id()))"};

constexpr size_t longest_line = 200;  // characters
constexpr int oldest = 120;           // years

void read_identity(const gate::Visit& v, Told& told) {
  told.sex = v.field("sex");
  if (told.sex != "f" && told.sex != "m") told.sex.clear();
  told.birth_date = v.field("birth_date");
  told.birthday_shown = !v.field("birthday_shown").empty();
}

void check_birth_date(ui::Errors& errors, const Told& told) {
  if (told.birth_date.empty()) {
    if (told.birthday_shown) errors.add("birth_date", "Donne ta date de naissance pour montrer ton anniversaire.");
    return;
  }
  const auto day = paris::parse_date(told.birth_date);
  const auto today = paris::day(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  if (!day)
    errors.add("birth_date", "Écris la date en entier, avec l’année sur quatre chiffres.");
  else if (*day >= today || *day < today - std::chrono::years(oldest))
    errors.add("birth_date", "Vérifie l’année.");
}

void read_coordinates(const gate::Visit& v, Told& told) {
  for (const auto& [field, words] : {std::pair{"phone", &told.phone},
                                     {"address", &told.address},
                                     {"complement", &told.complement},
                                     {"postcode", &told.postcode},
                                     {"city", &told.city},
                                     {"country", &told.country}})
    *words = text::tidy(v.field(field));
  if (told.country.empty()) told.country = "France";
}

// The number is kept as telephones want it.
std::string check_coordinates(ui::Errors& errors, const Told& told) {
  std::string number;
  if (!told.phone.empty()) {
    const auto read = phone::read(told.phone);
    number = read.number;
    if (number.empty() || !read.second.empty())
      errors.add("phone", "Écris un seul numéro, par exemple 06 12 34 56 78, ou +32… depuis l’étranger.");
  }
  if (!told.postcode.empty() && told.country == "France" && !text::is_postcode(told.postcode))
    errors.add("postcode", "Un code postal a cinq chiffres.");
  for (const auto& [field, words] : {std::pair{"address", &told.address},
                                     {"complement", &told.complement},
                                     {"postcode", &told.postcode},
                                     {"city", &told.city},
                                     {"country", &told.country}})
    if (text::length(*words) > longest_line) errors.add(field, "Raccourcis cette ligne : 200 caractères au plus.");
  return number;
}

}  // namespace

http::Response save_identity(gate::Visit& v) {
  Told told{};
  read_identity(v, told);
  ui::Errors errors;
  check_birth_date(errors, told);
  if (!errors.empty()) return data_again(v, Block::identity, errors, [&](Data& data) { read_identity(v, data.told); });
  v.run(keep_identity, told.sex, told.birth_date);
  v.run(show_birthday, told.birthday_shown ? told.birth_date.substr(5) : "");
  v.ask();
  return saved(v, Block::identity);
}

http::Response save_coordinates(gate::Visit& v) {
  Told told{};
  read_coordinates(v, told);
  ui::Errors errors;
  const auto number = check_coordinates(errors, told);
  if (!errors.empty())
    return data_again(v, Block::coordinates, errors, [&](Data& data) { read_coordinates(v, data.told); });
  v.run(keep_coordinates, number, told.address, told.complement, told.postcode);
  v.run(keep_place, told.city, told.country, told.postcode);
  v.ask();
  return saved(v, Block::coordinates);
}

}  // namespace self
