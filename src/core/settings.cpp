#include "core/settings.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>

#include <toml++/toml.h>

#include "core/crypto.hpp"

namespace {

using Faults = std::vector<std::string>;

enum class Shape : unsigned char { text, number, flag, list };  // as the file writes it; in the environment all is text

struct Entry {
  const char* key;  // "database.url" in the file; COOPOL_DATABASE_URL in the environment
  std::function<void(Settings&, const std::string&)> read;  // throws std::invalid_argument with what is expected
  Shape shape = Shape::text;
};

size_t count(const std::string& text, size_t most) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > most)
    throw std::invalid_argument("expects a number from 1 to " + std::to_string(most));
  return value;
}

void read_listen(Settings& s, const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos)
    throw std::invalid_argument("expects address:port, such as 127.0.0.1:8700 or [::1]:8700");
  s.listen_address = text.substr(0, colon);
  if (s.listen_address.starts_with('[') && s.listen_address.ends_with(']'))
    s.listen_address = s.listen_address.substr(1, s.listen_address.size() - 2);
  const std::string port = text.substr(colon + 1);
  s.listen_port = port == "0" ? std::uint16_t{0} : static_cast<std::uint16_t>(count(port, 65535));
}

void read_base_url(Settings& s, const std::string& text) {
  const bool scheme = text.starts_with("http://") || text.starts_with("https://");
  if (!scheme || text.find('/', 8) != std::string::npos || text.find_first_of("?# ") != std::string::npos)
    throw std::invalid_argument(
        "expects scheme://host or scheme://host:port without a path, such as https://coopol.example.org");
  s.base_url = text;
}

void read_secret(Settings& s, const std::string& text) {
  struct stat info {};
  if (stat(text.c_str(), &info) != 0) throw std::invalid_argument("cannot find " + text + "; script/setup makes one");
  if (info.st_mode & 077) throw std::invalid_argument(text + " can be read by others; chmod 600 it");
  std::string hex;
  std::ifstream(text) >> hex;
  const auto secret = crypto::from_hex(hex);
  if (!secret || secret->size() != 32)
    throw std::invalid_argument(text + " must hold 32 octets in hexadecimal (openssl rand -hex 32)");
  s.secret = *secret;
}

void read_environment(Settings& s, const std::string& text) {
  static const std::map<std::string, Settings::Environment> names{{"development", Settings::Environment::development},
                                                                  {"test", Settings::Environment::test},
                                                                  {"production", Settings::Environment::production}};
  const auto found = names.find(text);
  if (found == names.end()) throw std::invalid_argument("expects development, test or production");
  s.environment = found->second;
}

void read_smtp(Settings& s, const std::string& text) {
  if (!text.starts_with("smtp://") && !text.starts_with("smtps://"))
    throw std::invalid_argument("expects smtp://host:port or smtps://host:port");
  s.smtp_url = text;
}

void read_list(std::vector<std::string>& list, const std::string& text) {
  list.clear();
  size_t from = 0;
  while (from <= text.size()) {
    const auto comma = std::min(text.find(',', from), text.size());
    std::string item = text.substr(from, comma - from);
    std::erase(item, ' ');
    if (!item.empty()) list.push_back(item);
    from = comma + 1;
  }
}

std::optional<std::string> geocoder(const std::string& text) {
  const bool scheme = text.starts_with("http://") || text.starts_with("https://");
  if (!text.empty() && (!scheme || text.find_first_of("# ") != std::string::npos))
    throw std::invalid_argument("expects the URL of a geocoder, such as https://geocoder.example.org/search/");
  return text.empty() ? std::nullopt : std::optional(text);
}

bool flag(const std::string& text) {
  if (text != "true" && text != "false") throw std::invalid_argument("expects true or false");
  return text == "true";
}

const std::vector<Entry>& entries() {
  static const std::vector<Entry> all{
      {"environment", read_environment},
      {"database.url", [](Settings& s, const std::string& v) { s.database_url = v; }},
      {"owner.database.url", [](Settings& s, const std::string& v) { s.owner_database_url = v; }},
      {"listen", read_listen},
      {"base.url", read_base_url},
      {"secret.file", read_secret},
      {"static", [](Settings& s, const std::string& v) { s.static_folder = v; }},
      {"outbox", [](Settings& s, const std::string& v) { s.outbox = v; }},
      {"smtp.url", read_smtp},
      {"mail.from", [](Settings& s, const std::string& v) { s.mail_from = v; }},
      {"team.address", [](Settings& s, const std::string& v) { s.team_address = v; }},
      {"legal.publisher", [](Settings& s, const std::string& v) { s.legal_publisher = v; }},
      {"legal.director", [](Settings& s, const std::string& v) { s.legal_director = v; }},
      {"legal.host", [](Settings& s, const std::string& v) { s.legal_host = v; }},
      {"legal.data.protection", [](Settings& s, const std::string& v) { s.legal_data_protection = v; }},
      {"site.name", [](Settings& s, const std::string& v) { s.site_name = v; }},
      {"party.name", [](Settings& s, const std::string& v) { s.party_name = v; }},
      {"trusted.proxies", [](Settings& s, const std::string& v) { read_list(s.trusted_proxies, v); }, Shape::list},
      {"address.service", [](Settings& s, const std::string& v) { s.address_service = geocoder(v); }},
      {"homes.address.service", [](Settings& s, const std::string& v) { s.homes_address_service = geocoder(v); }},
      {"metrics.token", [](Settings& s, const std::string& v) { s.metrics_token = v; }},
      {"doors.per.vote", [](Settings& s, const std::string& v) { s.doors_per_vote = count(v, 1'000'000); },
       Shape::number},
      {"calls.per.vote", [](Settings& s, const std::string& v) { s.calls_per_vote = count(v, 1'000'000); },
       Shape::number},
      {"leaflets.per.vote", [](Settings& s, const std::string& v) { s.leaflets_per_vote = count(v, 100'000'000); },
       Shape::number},
      {"workers", [](Settings& s, const std::string& v) { s.workers = count(v, 256); }, Shape::number},
      {"job.workers", [](Settings& s, const std::string& v) { s.job_workers = count(v, 64); }, Shape::number},
      {"friend.invitations", [](Settings& s, const std::string& v) { s.friend_invitations = count(v, 1000); },
       Shape::number},
      {"departure.days", [](Settings& s, const std::string& v) { s.departure_days = count(v, 90); }, Shape::number},
      {"second.factor.for.roles", [](Settings& s, const std::string& v) { s.second_factor_for_roles = flag(v); },
       Shape::flag},
      {"push.hosts", [](Settings& s, const std::string& v) { read_list(s.push_hosts, v); }, Shape::list},
      {"push.loopback", [](Settings& s, const std::string& v) { s.push_loopback = flag(v); }, Shape::flag},
      {"quick.passwords", [](Settings& s, const std::string& v) { s.quick_passwords = flag(v); }, Shape::flag},
  };
  return all;
}

std::string environment_name(std::string_view key) {
  std::string name = "COOPOL_";
  for (const char c : key) name += c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

// What the environment would say for the same. Throws std::invalid_argument.
std::string written(const toml::node& node, Shape shape) {
  switch (shape) {
    case Shape::number:
      if (node.is_integer()) return std::to_string(node.as_integer()->get());
      throw std::invalid_argument("expects a whole number, without quotes");
    case Shape::flag:
      if (node.is_boolean()) return node.as_boolean()->get() ? "true" : "false";
      throw std::invalid_argument("expects true or false, without quotes");
    case Shape::list: {
      if (node.is_string()) return node.as_string()->get();
      const toml::array* items = node.as_array();
      if (!items || !std::all_of(items->begin(), items->end(), [](const auto& item) { return item.is_string(); }))
        throw std::invalid_argument(R"(expects a list of texts, such as ["127.0.0.1", "10.0.0.0/8"])");
      std::string list;
      for (const auto& item : *items) list += item.as_string()->get() + ',';
      return list;
    }
    case Shape::text:
      break;
  }
  if (!node.is_string()) throw std::invalid_argument("expects a text between quotes");
  return node.as_string()->get();
}

void read_file(const std::filesystem::path& file, Settings& settings, Faults& faults) {
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    faults.push_back(file.string() + ", line " + std::to_string(error.source().begin.line) + ": " +
                     std::string(error.description()));
    return;
  }
  // Keys are flat ("database_url"), so that the file and the environment read alike.
  for (const auto& [key, node] : table) {
    std::string dotted(key.str());
    std::replace(dotted.begin(), dotted.end(), '_', '.');
    const auto entry =
        std::find_if(entries().begin(), entries().end(), [&](const Entry& e) { return dotted == e.key; });
    if (entry == entries().end()) {
      faults.push_back(file.string() + ": there is no setting named " + std::string(key.str()));
      continue;
    }
    try {
      entry->read(settings, written(node, entry->shape));
    } catch (const std::invalid_argument& error) {
      faults.push_back(file.string() + ": " + std::string(key.str()) + " " + error.what());
    }
  }
}

}  // namespace

Settings load_settings(const std::optional<std::filesystem::path>& file) {
  Settings settings;
  Faults faults;
  if (file) read_file(*file, settings, faults);
  for (const Entry& entry : entries()) {
    const std::string name = environment_name(entry.key);
    const char* value = std::getenv(name.c_str());
    if (!value || !*value) continue;
    try {
      entry.read(settings, value);
    } catch (const std::invalid_argument& error) {
      faults.push_back(name + " " + error.what());
    }
  }
  if (settings.database_url.empty())
    faults.emplace_back(
        "COOPOL_DATABASE_URL is missing: how to reach PostgreSQL as coopol_app, such as "
        "postgresql://coopol_app@localhost/coopol");
  if (settings.secret.empty() && faults.empty())
    faults.emplace_back(
        "COOPOL_SECRET_FILE is missing: a file with 32 octets in hexadecimal, readable by the server alone (openssl "
        "rand -hex 32)");
  const bool production = settings.environment == Settings::Environment::production;
  if (production && !settings.https()) faults.emplace_back("COOPOL_BASE_URL must begin with https:// in production");
  if (production && settings.push_loopback) faults.emplace_back("COOPOL_PUSH_LOOPBACK is not for production");
  if (settings.quick_passwords && settings.environment != Settings::Environment::test)
    faults.emplace_back("COOPOL_QUICK_PASSWORDS is for tests alone");
  if (!faults.empty()) {
    std::string words;
    for (const auto& fault : faults) words += (words.empty() ? "" : "\n") + fault;
    throw SettingsError(words);
  }
  return settings;
}
