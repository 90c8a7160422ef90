#pragma once
// Settings: one TOML file and the environment (which wins), read and checked once at the start. Each fault is told on
// its own line, with its remedy.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

struct Settings {
  enum class Environment { development, test, production };

  Environment environment = Environment::development;
  std::string database_url;        ///< libpq conninfo or URI, as role coopol_app
  std::string owner_database_url;  ///< for migrate and demo alone: the owner of the schema, or a superuser
  std::string listen_address = "127.0.0.1";
  std::uint16_t listen_port = 8700;
  std::string base_url = "http://localhost:8700";  ///< how people reach the site: scheme://host[:port], no path
  std::string secret;                              ///< 32 octets, from the secret file: signs links and CSRF tokens
  std::filesystem::path static_folder = "web/dist";
  std::filesystem::path outbox = "var/outbox";  ///< where mail lands as .eml while there is no relay
  std::optional<std::string> smtp_url;          ///< smtp://host:port or smtps://user:password@host:port
  std::string mail_from = "noreply@lacoopol.fr";
  std::string team_address;           ///< where reports and contact messages are sent; empty: they are only kept
  std::string legal_publisher;        ///< for the legal notice, in Markdown: who publishes the site, with address
  std::string legal_director;         ///< director of publication
  std::string legal_host;             ///< who hosts it, with address and telephone
  std::string legal_data_protection;  ///< controller, and how to reach the data protection officer
  std::string site_name = "la coopol";
  std::string party_name = "PS";               ///< «Tout le PS»
  std::vector<std::string> trusted_proxies;    ///< addresses or CIDR
  std::optional<std::string> address_service;  ///< URL of a geocoder that answers as the Base Adresse Nationale does
  std::optional<std::string>
      homes_address_service;  ///< the same for people's homes: the operator's own, never a public one
  /// What it takes to gain one vote, as the American campaigns measured it.
  size_t doors_per_vote = 17, calls_per_vote = 100, leaflets_per_vote = 100'000;
  std::string metrics_token;  ///< whoever bears it may read /metrics from elsewhere; empty: from this machine alone
  size_t workers = 4;         ///< threads that answer requests, one database connection each
  size_t job_workers = 2;
  size_t friend_invitations = 10;        ///< that wait for an answer, of one member
  size_t departure_days = 30;            ///< between asking to leave and being erased, to change one's mind
  bool second_factor_for_roles = false;  ///< secretaries, referents and coopilotes reach nothing without one
  bool quick_passwords = false;          ///< test only: argon2id with its smallest cost
  /// Push services that browsers' makers run; "*." stands for whatever comes before.
  std::vector<std::string> push_hosts{"fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com",
                                      "*.notify.windows.com"};
  bool push_loopback = false;  ///< not in production: http://127.0.0.1 is a push service too

  [[nodiscard]] bool https() const { return base_url.starts_with("https://"); }
};

/// All faults at once, one a line.
struct SettingsError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads `file` if given, then the environment. Throws SettingsError.
Settings load_settings(const std::optional<std::filesystem::path>& file);
