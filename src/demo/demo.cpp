#include "demo/demo.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "demo/names.hpp"

namespace demo {
namespace {

const pg::Statement<bool()> inhabited{"owner.demo.inhabited", "select exists (select from member)"};
const pg::Statement<bool()> places_known{
    "owner.demo.places_known",
    "select exists (select from commune) and exists (select from space where kind = 'federation')"};
const pg::Statement<bool()> is_superuser{"owner.demo.is_superuser",
                                         "select rolsuper from pg_roles where rolname = current_user"};
const pg::Statement<std::string(std::string, std::string)> set{"owner.demo.set", "select set_config($1, $2, false)"};
const pg::Statement<Persona()> find_personas{"owner.demo.personas", R"(
  select role, m.first_name || ' ' || m.last_name, a.email from (
    select 1 as n, 'secrétaire de section' as role, (select member_id from membership where role = 'secretary' order by space_id limit 1) as id
    union all select 2, 'membre de la même section', (select b.member_id from membership b where b.role = 'member' and b.space_id = (select space_id from membership where role = 'secretary' order by space_id limit 1) order by member_id limit 1)
    union all select 3, 'responsable de zone', (select manager_id from section_list where manager_id is not null order by section_id, id limit 1)
    union all select 4, 'référent web fédéral', (select member_id from membership where role = 'referent' order by space_id limit 1)
    union all select 5, 'coopilote', (select member_id from membership where role = 'coopilote' order by member_id limit 1)
  ) p join member m on m.id = p.id join account a on a.member_id = m.id order by n)"};

constexpr const char* name_tables = R"(
  create temp table demo_generation (generation int, born_from int, born_to int, after float8, upto float8);
  create temp table demo_first_name (generation int, woman boolean, name text, after float8, upto float8);
  create temp table demo_last_name (name text, after float8, upto float8);)";

std::string quoted(std::string_view text) {
  std::string sql = "'";
  for (const char c : text) sql += c == '\'' ? std::string("''") : std::string(1, c);
  return sql + "'";
}

// Ranks follow Zipf, flattened: the first name of a list is given some ten times as often as the last.
std::vector<double> thresholds(size_t count) {
  std::vector<double> upto;
  double sum = 0;
  for (size_t i = 0; i < count; ++i) upto.push_back(sum += 1.0 / (static_cast<double>(i) + 3));
  for (double& x : upto) x /= sum;
  upto.back() = 1;
  return upto;
}

void add_names(std::string& sql, const std::string& table, const std::string& columns,
               std::span<const std::string_view> names) {
  const auto upto = thresholds(names.size());
  for (size_t i = 0; i < names.size(); ++i)
    sql.append("insert into ")
        .append(table)
        .append(" values (")
        .append(columns)
        .append(quoted(names[i]))
        .append(", ")
        .append(std::to_string(i ? upto[i - 1] : 0.0))
        .append(", ")
        .append(std::to_string(upto[i]))
        .append(");\n");
}

std::string fill_names() {
  std::string sql = name_tables;
  double after = 0;
  int number = 0;
  for (const auto& generation : generations()) {
    const double upto = number + 1 == std::ssize(generations()) ? 1.0 : after + generation.share;
    sql += "insert into demo_generation values (" + std::to_string(number) + ", " + std::to_string(generation.from) +
           ", " + std::to_string(generation.to) + ", " + std::to_string(after) + ", " + std::to_string(upto) + ");\n";
    add_names(sql, "demo_first_name", std::to_string(number) + ", true, ", generation.women);
    add_names(sql, "demo_first_name", std::to_string(number) + ", false, ", generation.men);
    after = upto;
    ++number;
  }
  add_names(sql, "demo_last_name", "", family_names());
  return sql;
}

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

std::vector<Persona> make(pg::Connection& owner, const std::filesystem::path& db_folder, const Size& size,
                          const std::string& password_hash, const std::function<void(const std::string&)>& tell) {
  if (owner.one(inhabited))
    throw std::runtime_error("there are members already: demonstration content is for an empty database");
  if (!owner.one(places_known)) throw std::runtime_error("communes are missing: `coopol places import` first");
  owner.script(
      "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set work_mem = '256MB'; set "
      "synchronous_commit = off; select setseed(0.1971)");
  // At size, most of the time goes to foreign keys that hold by construction; only a superuser may leave them out.
  if (owner.one(is_superuser)) owner.script("set session_replication_role = replica");
  for (const auto& [name, value] : {std::pair{"demo.members", std::to_string(size.members)},
                                    {"demo.sections", std::to_string(size.sections)},
                                    {"demo.events", std::to_string(size.events)},
                                    {"demo.activity", std::to_string(size.activity)},
                                    {"demo.department", size.department},
                                    {"demo.password", password_hash}})
    owner.run(set, name, value);
  owner.script(fill_names());
  for (const char* step : {"1_sections.sql", "2_people.sql", "3_events.sql", "4_office.sql", "5_activity.sql",
                           "6_profiles.sql", "7_federations.sql"}) {
    tell(step);
    owner.script("begin;" + content(db_folder / "demo" / step) + ";commit;");
  }
  return owner.all(find_personas);
}

}  // namespace demo
