// The one binary: serve, work, migrate, and what the operator does by hand. `coopol --help` tells.

#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/routes.hpp"
#include "app/serve.hpp"
#include "core/log.hpp"
#include "core/migrate.hpp"
#include "core/settings.hpp"
#include "places/import.hpp"

namespace {

pg::Connection owner(const Settings& settings) {
  if (settings.owner_database_url.empty()) throw SettingsError("COOPOL_OWNER_DATABASE_URL is missing: how to reach PostgreSQL as the owner of the schema");
  return pg::Connection(settings.owner_database_url, "coopol migrate");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App options{"La Coopol, the organising network of a political party"};
  options.require_subcommand(1);
  std::optional<std::filesystem::path> settings_file;
  options.add_option("--settings", settings_file, "a TOML file; the environment (COOPOL_…) wins over it");

  auto* serve = options.add_subcommand("serve", "answer requests, and run jobs");
  bool without_jobs = false;
  serve->add_flag("--without-jobs", without_jobs, "leave the jobs to `coopol work`");
  auto* migrate_command = options.add_subcommand("migrate", "move the database forward and renew its policies");
  std::filesystem::path db_folder = "db";
  migrate_command->add_option("--db", db_folder, "the folder with migrations and policies")->capture_default_str();
  auto* routes_command = options.add_subcommand("routes", "print the route table: method, path, who may enter, on what");
  auto* places_command = options.add_subcommand("places", "communes and départements")->require_subcommand(1);
  auto* places_import = places_command->add_subcommand("import", "fill them from a file of script/lib/places.mjs");
  std::filesystem::path places_file;
  places_import->add_option("file", places_file)->required();
  CLI11_PARSE(options, argc, argv);

  try {
    if (routes_command->parsed()) {
      for (const auto& route : app::routes())
        std::cout << http::name(route.method) << '\t' << route.path << '\t' << route.who.need << '\t' << route.who.subject << '\t' << (route.signed_link ? "signed" : "") << '\n';
      return 0;
    }
    const Settings settings = load_settings(settings_file);
    logging::start(logging::Level::info);
    if (serve->parsed()) app::serve(settings, !without_jobs);
    if (migrate_command->parsed()) {
      auto connection = owner(settings);
      migrate(connection, db_folder, [](const std::string& name) { std::cout << name << '\n'; });
    }
    if (places_import->parsed()) {
      auto connection = owner(settings);
      const auto done = places::import(connection, places_file);
      std::cout << done.communes << " communes, " << done.federations << " new federations\n";
    }
    logging::finish();
    return 0;
  } catch (const SettingsError& error) {
    std::cerr << error.what() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "coopol: " << error.what() << '\n';
  }
  logging::finish();
  return 1;
}
