#pragma once
// A believable party in an empty database: for trying the site out, and for measuring it at size. Everybody and
// everything in it is made up.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/pg/connection.hpp"

namespace demo {

struct Size {
  std::int64_t members = 360;
  std::int64_t sections = 9;
  std::int64_t events = 60;
  std::int64_t activity = 0;  ///< answers, comments and messages besides those that the events bring
  std::string department;     ///< all of it in one federation; empty: all over France
};

/// Whoever tries the site signs in as one of these.
struct Persona {
  std::string role, name, email;
};

/// As the owner of the schema, with communes imported. Throws std::runtime_error when there are members already.
/// `password_hash` opens the personas' accounts. `db_folder` holds demo/.
std::vector<Persona> make(pg::Connection& owner, const std::filesystem::path& db_folder, const Size& size,
                          const std::string& password_hash, const std::function<void(const std::string&)>& tell);

}  // namespace demo
