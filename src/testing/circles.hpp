#pragma once
// One person of each kind around one section, and somebody of each visibility in it: who may see what is held against
// the database with them, by the tests of policies. Made once for all of them.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "testing/scene.hpp"

namespace testing_db {

struct Circles {
  SpaceId federation, home, elsewhere, far;
  std::map<std::string, MemberId> people;
  std::map<std::string, MemberId> subjects;  // by visibility
  std::map<std::string, EventId> events;
};
Circles& circles();

extern const std::vector<std::string> everybody;

/// For each thing, who sees it; whoever is not named must not.
void expect_seen_by(const std::string& what, const std::vector<std::string>& names,
                    const std::function<bool(MemberId)>& sees);

}  // namespace testing_db
