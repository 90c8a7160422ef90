#pragma once
// Entries put together so that nobody floods: «Anna et 3 autres ont rejoint…», «Anna participe à 4 événements».

#include <vector>

#include "activity/entry.hpp"

namespace activity {

/// What is drawn as one. Of its kind, either several people did one thing, or one person several.
struct Group {
  std::string kind;             ///< those of entries, and "more": what a person did beyond what is told
  pg::Time at;                  ///< of the latest
  std::vector<ActivityId> ids;  ///< latest first
  std::vector<Person> people;   ///< who did it
  struct About {
    std::int64_t id = 0;
    std::string title;
    std::optional<images::PictureId> picture = {};  ///< of a person
  };
  std::vector<About> about;  ///< spaces or events; of a bond, the others
  std::string body = {}, link = {};
  std::optional<Person> wall = {};  ///< on whose it was said
};

inline constexpr int words_of_one_person = 3;  // that stand in full on one page

/// `focus`: the bonds of that person are told from their side (the viewer in the feed, whoever's wall it is).
std::vector<Group> grouped(const std::vector<Entry>& entries, MemberId focus);

}  // namespace activity
