#pragma once
// To whom a letter goes: a handful of words, as they stand in addresses, forms and the database (46_letters.sql).
// Whoever is meant by several gets one mail.
//   tous adherents sympathisants bureau actifs absents contacts sans-compte  liste-12 zone-3 membre-7 contact-9

#include <string>
#include <string_view>
#include <vector>

#include "core/http/message.hpp"
#include "core/pg/statement.hpp"
#include "letters/place.hpp"

namespace letters {

using Audience = std::vector<std::string>;

inline constexpr size_t most_words = 1000;  // of one audience: people ticked one by one are on one page

/// Those words of `typed` that mean somebody, each once.
Audience read_audience(const std::vector<std::string_view>& typed);

struct Group {
  std::string word, name;
  std::int64_t many;
};
/// Those of the letter, or the given ones where there is none.
extern const pg::Statement<Group(SpaceId, Audience, std::optional<LetterId>)> groups_of;

struct Size {
  std::int64_t many, refused;
};
extern const pg::Statement<Size(SpaceId, std::optional<sections::ListId>, Audience, std::optional<LetterId>)> size_of;

struct SavedAudience {
  std::int64_t id;
  std::string name;
  Audience audience;
  std::int64_t many, refused;
};
extern const pg::Statement<SavedAudience(SpaceId)> saved_audiences;

/// The boxes to tick, and the live number under them.
struct AudienceFields {
  SpaceId section;
  const std::vector<Group>& groups;
  const Audience& chosen;
  Size size;
  std::string_view error = {};
};
void audience_fields(html::Out& out, const AudienceFields& fields);

/// «28 personnes recevront ce courriel. 2 ne veulent plus de courriers de la section.»
std::string size_words(const Size& size);

}  // namespace letters
