#include "core/migrate.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "core/crypto.hpp"

namespace {

constexpr const char* lock = "select pg_advisory_lock(hashtext('coopol migrate'))";
constexpr const char* unlock = "select pg_advisory_unlock(hashtext('coopol migrate'))";

const pg::Statement<bool()> is_superuser{"owner.migrate.is_superuser",
                                         "select rolsuper from pg_roles where rolname = current_user"};
struct Applied {
  std::string name;
  std::string digest;
};
const pg::Statement<Applied()> applied{"owner.migrate.applied",
                                       "select name, digest from coopol.migration order by name"};
const pg::Statement<void(std::string, std::string)> record{
    "owner.migrate.record", "insert into coopol.migration (name, digest) values ($1, $2)"};

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> sql_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

using Record = std::function<void()>;

// All of it and its record, or nothing: whatever stops this process, it can be run again.
void run(pg::Connection& owner, const std::string& sql, const std::filesystem::path& file, const Record& record_it) {
  try {
    pg::Transaction whole(owner);
    owner.script(
        "set local role coopol_owner; set local statement_timeout = 0; set local lock_timeout = '5s'; set local "
        "search_path = coopol, public;\n" +
        sql);
    record_it();
    whole.commit();
  } catch (const pg::Error& error) {
    throw std::runtime_error(file.filename().string() + ": " + error.what());
  }
}

}  // namespace

void migrate(pg::Connection& owner, const std::filesystem::path& db_folder,
             const std::function<void(const std::string&)>& tell) {
  if (owner.one(is_superuser))
    for (const char* file : {"roles.sql", "extensions.sql"}) owner.script(content(db_folder / file));
  owner.script("set statement_timeout = 0; set lock_timeout = 0");
  owner.script(lock);
  owner.script(
      "set role coopol_owner; create table if not exists coopol.migration (name text primary key, digest text not "
      "null, applied_at timestamptz not null default now()); reset role");

  std::map<std::string, std::string> known;
  for (auto& one : owner.all(applied)) known[one.name] = one.digest;
  for (const auto& file : sql_files(db_folder / "migrations")) {
    const std::string name = file.filename().string(), sql = content(file), digest = crypto::hex(crypto::sha256(sql));
    if (const auto before = known.find(name); before != known.end()) {
      if (before->second != digest)
        throw std::runtime_error(name + " was changed after it had been applied; write a new migration instead");
      continue;
    }
    run(owner, sql, file, [&] { owner.run(record, name, digest); });
    tell(name);
  }
  std::string policies;
  for (const auto& file : sql_files(db_folder / "policies")) policies += content(file) + "\n";
  run(owner, policies, db_folder / "policies", [] {});
  owner.script(unlock);
}
