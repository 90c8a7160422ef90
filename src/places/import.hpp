#pragma once
// Fills départements, communes and postcodes from the file that script/lib/places.mjs writes, and makes the federation
// of each département. Run again after an update of the source: changes what changed, removes nothing.

#include <filesystem>

#include "core/pg/connection.hpp"

namespace places {

struct Imported {
  std::int64_t communes, federations;
};
/// As the owner of the schema; `party` names the country's space when there is none yet. Throws std::runtime_error
/// naming the line that cannot be read.
Imported import(pg::Connection& owner, const std::filesystem::path& file, const std::string& party);

}  // namespace places
