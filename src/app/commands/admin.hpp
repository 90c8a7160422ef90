#pragma once
// `coopol admin create`: the first people of the house, who then invite the others. They get a link as everybody does,
// and choose their password and accept the charter themselves.

#include <optional>
#include <string>

#include "core/pg/connection.hpp"
#include "core/settings.hpp"

namespace app {

struct Administrator {
  std::string email, first_name, last_name;
  std::optional<std::string> department;  ///< the referent of its federation; without, a coopilote
  std::optional<std::string> movement;    ///< of that movement's federation there, not of the party's
};
/// As the owner of the schema: makes what is missing of the national space and the federation, and gives the link to
/// send. Asked again, gives a new link and kills the former. Throws std::invalid_argument with words for the operator.
std::string create_administrator(pg::Connection& owner, const Settings& settings, const Administrator& who);

}  // namespace app
