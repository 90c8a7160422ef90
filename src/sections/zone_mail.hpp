#pragma once
// S09: whoever is put in charge of a zone is told so, and by whom.

#include <optional>

#include "core/mail/composer.hpp"

namespace sections {

std::optional<mail::Message> compose_zone(pg::Connection& database, const mail::Row& row, const Settings& settings);

}  // namespace sections
