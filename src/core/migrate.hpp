#pragma once
// Moves a database forward: what only a superuser can do (when it may; else roles.sql and extensions.sql were run by
// hand), then the migrations it has not seen in order, then all policies again. Each migration is one transaction; the
// policies are one together. A lock keeps two migrations apart.

#include <filesystem>
#include <functional>
#include <string>

#include "core/pg/connection.hpp"

/// Throws pg::Error, or std::runtime_error when a migration that was applied has been changed or lost since.
void migrate(pg::Connection& owner, const std::filesystem::path& db_folder,
             const std::function<void(const std::string&)>& tell);
