#include "testing/scene.hpp"

#include <cstdlib>

#include "core/crypto.hpp"

namespace testing_db {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  if (!value) throw std::runtime_error(std::string(name) + " is not set: run the suite with script/test db");
  return value;
}

using Text = std::string;
const pg::Statement<SpaceId()> make_national{"scene.national", R"(
  with made as (insert into space (kind, name) values ('national', 'Parti') on conflict do nothing returning id)
  select id from made union all select id from space where kind = 'national' limit 1)"};
const pg::Statement<SpaceId(SpaceId)> make_federation{"scene.federation", R"(
  with code as (select lpad((count(*) % 1000)::text, 3, '0') as code from department),
       made as (insert into department (code, name) select code, 'Département ' || code from code returning code)
  insert into space (kind, parent_id, name, department) select 'federation', $1, 'Fédération ' || code, code from made returning id)"};
const pg::Statement<SpaceId(SpaceId, Text)> make_section{
    "scene.section",
    "insert into space (kind, parent_id, name, activated_at) values ('section', $1, $2, now()) returning id"};
const pg::Statement<MemberId(Text, Text, Text)> make_member{
    "scene.member", "insert into member (first_name, last_name, visibility) values ($1, $2, $3) returning id"};
const pg::Statement<void(MemberId, Text)> make_account{"scene.account",
                                                       "insert into account (member_id, email) values ($1, $2)"};
const pg::Statement<void(SpaceId, MemberId, Text, Text)> make_membership{"scene.join", R"(
  insert into membership (space_id, member_id, role, kind) values ($1, $2, $3, $4)
  on conflict (space_id, member_id) do update set role = excluded.role, kind = excluded.kind)"};
const pg::Statement<void(MemberId, MemberId)> make_bond{
    "scene.bond", "insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)"};
const pg::Statement<void(MemberId, pg::Bytes)> make_session{"scene.session", R"(
  insert into session (member_id, token_hash, device, expires_at) values ($1, $2, 'essai', now() + interval '1 day'))"};
const pg::Statement<EventId(MemberId, Text, Text, Text, bool, std::vector<SpaceId>, std::int32_t)> make_event{
    "scene.event", R"(
  insert into event (creator_id, kind, state, title, is_public, space_ids, goal, starts_at, ends_at, address, postcode, city, published_at)
  values ($1, $2, $3, $4, $5, $6, $7, now() + interval '1 day', now() + interval '26 hours', '12 rue des Tilleuls', '25000', 'Besançon', now()) returning id)"};
const pg::Statement<void(EventId, MemberId, std::optional<Text>)> make_guest{"scene.guest", R"(
  insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, $3, case when $3::text is null then null else now() end))"};
const pg::Statement<std::string()> have_patience{"scene.patience",
                                                 "select set_config('statement_timeout', '120s', false)"};
const pg::Statement<std::string(std::optional<MemberId>)> become_statement{
    "scene.become", "select set_config('coopol.member_id', coalesce($1::bigint::text, ''), true)"};

}  // namespace

std::string app_url() {
  return environment("COOPOL_DATABASE_URL");
}
std::string owner_url() {
  return environment("COOPOL_OWNER_DATABASE_URL");
}

// Whole parties are made in one statement here, on machines that do other things beside.
pg::Connection& owner() {
  static pg::Connection connection(owner_url(), "test owner");
  static const bool patient = (connection.one(have_patience), true);
  static_cast<void>(patient);
  return connection;
}
pg::Connection& app() {
  static pg::Connection connection(app_url(), "test app");
  return connection;
}
pg::Connection& jobs() {
  static pg::Connection connection(app_url(), "test jobs", "coopol_jobs");
  return connection;
}

SpaceId national() {
  return owner().one(make_national);
}
SpaceId federation() {
  return owner().one(make_federation, national());
}
SpaceId section(SpaceId federation, const std::string& name) {
  return owner().one(make_section, federation, name);
}

MemberId member(const std::string& first, const std::string& last, const std::string& visibility) {
  const auto id = owner().one(make_member, first, last, visibility);
  owner().run(make_account, id, "membre" + std::to_string(id.number()) + "@example.org");
  return id;
}

void join(MemberId member, SpaceId space, const std::string& role, const std::string& kind) {
  owner().run(make_membership, space, member, role, kind);
}
void bond(MemberId a, MemberId b) {
  owner().run(make_bond, a, b);
}

std::string session(MemberId member) {
  const std::string token = crypto::random_bytes(32);
  owner().run(make_session, member, pg::Bytes{crypto::sha256(token)});
  return token;
}

EventId event(MemberId creator, const EventDraft& draft) {
  return owner().one(make_event, creator, draft.kind, draft.state, draft.title, draft.is_public, draft.spaces,
                     draft.goal);
}

void invite(EventId event, MemberId member, const std::optional<std::string>& answer) {
  owner().run(make_guest, event, member, answer);
}

void become(pg::Batch& batch, std::optional<MemberId> viewer) {
  batch.one(become_statement, viewer);
}

}  // namespace testing_db
