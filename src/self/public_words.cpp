// «Mes informations publiques»: what stands on the profile.
#include "core/text/fold.hpp"
#include "core/text/web_address.hpp"
#include "members/interests.hpp"
#include "self/data.hpp"

namespace self {
namespace {

using Text = std::string;

constexpr size_t longest_profession = 200, longest_hobbies = 500;  // characters, as the database checks

const pg::Statement<void(Text, Text, Text, Text, Text)> keep_words{"self.keep_words", R"(
  insert into member_profile (member_id, profession, hobbies, website, facebook, twitter)
  values (viewer_id(), nullif($1, ''), nullif($2, ''), nullif($3, ''), nullif($4, ''), nullif($5, ''))
  on conflict (member_id) do update set (profession, hobbies, website, facebook, twitter)
    = (excluded.profession, excluded.hobbies, excluded.website, excluded.facebook, excluded.twitter))"};
const pg::Statement<void(std::vector<Text>)> drop_interests{
    "self.drop_interests",
    "delete from member_interest where member_id = (select viewer_id()) and interest <> all($1::text[])"};
const pg::Statement<void(std::vector<Text>)> keep_interests{"self.keep_interests", R"(
  insert into member_interest (member_id, interest) select viewer_id(), i from unnest($1::text[]) i on conflict do nothing)"};

void check_link(ui::Errors& errors, const char* field, Text& address, std::string_view example) {
  if (address.empty()) return;
  if (const auto whole = text::web_address(address))
    address = *whole;
  else
    errors.add(field, "Recopie l’adresse entière, par exemple " + Text(example) + ".");
}

ui::Errors check(Told& told) {
  ui::Errors errors;
  if (text::length(told.profession) > longest_profession)
    errors.add("profession", "Raccourcis cette ligne : 200 caractères au plus.");
  if (text::length(told.hobbies) > longest_hobbies)
    errors.add("hobbies", "Raccourcis cette ligne : 500 caractères au plus.");
  if (told.twitter.starts_with('@')) told.twitter = "https://twitter.com/" + told.twitter.substr(1);
  check_link(errors, "website", told.website, "https://www.mon-site.fr");
  check_link(errors, "facebook", told.facebook, "https://www.facebook.com/moncompte");
  check_link(errors, "twitter", told.twitter, "@moncompte");
  return errors;
}

std::vector<Text> ticked(const gate::Visit& v) {
  std::vector<Text> interests;
  for (const auto value : v.form().values.all("interest"))
    if (!members::interest_words(value).empty()) interests.emplace_back(value);
  return interests;
}

void read(const gate::Visit& v, Told& told) {
  for (const auto& [field, words] : {std::pair{"profession", &told.profession},
                                     {"hobbies", &told.hobbies},
                                     {"website", &told.website},
                                     {"facebook", &told.facebook},
                                     {"twitter", &told.twitter}})
    *words = text::tidy(v.field(field));
  told.interests = ticked(v);
}

}  // namespace

http::Response save_public_words(gate::Visit& v) {
  Told told{};
  read(v, told);
  const auto errors = check(told);
  if (!errors.empty()) return data_again(v, Block::public_words, errors, [&](Data& data) { read(v, data.told); });
  v.run(keep_words, told.profession, told.hobbies, told.website, told.facebook, told.twitter);
  v.run(drop_interests, told.interests);
  v.run(keep_interests, told.interests);
  v.ask();
  return saved(v, Block::public_words);
}

}  // namespace self
