// The one binary: serve, work, migrate, and what the operator does by hand. `coopol --help` tells.

#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/commands/admin.hpp"
#include "app/rights.hpp"
#include "app/routes.hpp"
#include "app/serve.hpp"
#include "app/work.hpp"
#include "core/log.hpp"
#include "core/migrate.hpp"
#include "core/password.hpp"
#include "core/settings.hpp"
#include "demo/demo.hpp"
#include "places/import.hpp"
#include "places/outlines.hpp"

namespace {

pg::Connection owner(const Settings& settings) {
  if (settings.owner_database_url.empty())
    throw SettingsError("COOPOL_OWNER_DATABASE_URL is missing: how to reach PostgreSQL as the owner of the schema");
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
  auto* work = options.add_subcommand("work", "run jobs and send mail, in a process of their own");
  auto* migrate_command = options.add_subcommand("migrate", "move the database forward and renew its policies");
  std::filesystem::path db_folder = "db";
  migrate_command->add_option("--db", db_folder, "the folder with migrations and policies")->capture_default_str();
  auto* routes_command =
      options.add_subcommand("routes", "print the route table: method, path, who may enter, on what");
  bool as_rights = false;
  routes_command->add_flag("--rights", as_rights, "print docs/roles.md instead: the roles, and what each may do");
  auto* demo_command = options.add_subcommand("demo", "fill an empty database with a made-up party");
  demo::Size demo_size;
  std::string demo_password = "une porte, puis une autre";
  demo_command->add_option("--members", demo_size.members)->capture_default_str()->check(CLI::Range(20, 2'000'000));
  demo_command->add_option("--sections", demo_size.sections)->capture_default_str()->check(CLI::Range(1, 30'000));
  demo_command->add_option("--events", demo_size.events)->capture_default_str()->check(CLI::Range(0, 2'000'000));
  demo_command->add_option("--activity", demo_size.activity, "comments and messages besides")
      ->capture_default_str()
      ->check(CLI::Range(0, 20'000'000));
  demo_command->add_option("--department", demo_size.department, "all of it in one federation, such as 25");
  demo_command->add_option("--password", demo_password, "of every account")->capture_default_str();
  demo_command->add_option("--db", db_folder, "the folder with migrations, policies and demo")->capture_default_str();
  auto* admin_command = options.add_subcommand("admin", "the first people of the house")->require_subcommand(1);
  auto* admin_create = admin_command->add_subcommand(
      "create", "print the link that makes a coopilote, or with --referent the referent of a federation");
  app::Administrator administrator;
  admin_create->add_option("--email", administrator.email)->required();
  admin_create->add_option("--first-name", administrator.first_name)->required();
  admin_create->add_option("--last-name", administrator.last_name)->required();
  auto* of_department =
      admin_create->add_option("--referent", administrator.department, "the code of a département, such as 25");
  admin_create
      ->add_option("--movement", administrator.movement,
                   "with --referent: of that movement's federation, such as MJS, not of the party's")
      ->needs(of_department);
  auto* places_command = options.add_subcommand("places", "communes and départements")->require_subcommand(1);
  auto* places_import = places_command->add_subcommand("import", "fill them from a file of script/lib/places.mjs");
  std::filesystem::path places_file;
  places_import->add_option("file", places_file)->required();
  auto* places_outlines = places_command->add_subcommand(
      "outlines", "for maps, outlines of départements or communes from a TopoJSON or GeoJSON file with their codes");
  places_outlines->add_option("file", places_file)->required();
  CLI11_PARSE(options, argc, argv);

  try {
    if (routes_command->parsed() && as_rights) {
      std::cout << app::rights();
      return 0;
    }
    if (routes_command->parsed()) {
      for (const auto& route : app::routes())
        std::cout << http::name(route.method) << '\t' << route.path << '\t' << route.who.need << '\t'
                  << route.who.subject << '\t' << (route.signed_link ? "signed" : "") << '\n';
      return 0;
    }
    const Settings settings = load_settings(settings_file);
    logging::start(logging::Level::info);
    if (serve->parsed()) app::serve(settings, !without_jobs);
    if (work->parsed()) app::work(settings);
    if (migrate_command->parsed()) {
      auto connection = owner(settings);
      migrate(connection, db_folder, [](const std::string& name) { std::cout << name << '\n'; });
    }
    if (places_import->parsed()) {
      auto connection = owner(settings);
      const auto done = places::import(connection, places_file, settings.party_name);
      std::cout << done.communes << " communes, " << done.federations << " new federations\n";
    }
    if (places_outlines->parsed()) {
      auto connection = owner(settings);
      const auto done = places::import_outlines(connection, places_file);
      std::cout << done.taken << " outlines, " << done.unknown << " of unknown codes\n";
    }
    if (admin_create->parsed()) {
      auto connection = owner(settings);
      std::cout << app::create_administrator(connection, settings, administrator) << '\n';
    }
    if (demo_command->parsed()) {
      auto connection = owner(settings);
      password::Hasher passwords(settings.quick_passwords ? password::cheapest_for_tests : password::interactive);
      const auto personas = demo::make(connection, db_folder, demo_size, passwords.hash(demo_password),
                                       [](const std::string& step) { std::cout << step << std::endl; });
      std::cout << "Every account opens with the password: " << demo_password << '\n';
      for (const auto& persona : personas)
        std::cout << "  " << persona.email << "  " << persona.name << ", " << persona.role << '\n';
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
