#include "app/commands/admin.hpp"

#include <stdexcept>

#include "access/invitation.hpp"
#include "core/text/email.hpp"

namespace app {
namespace {

using Text = std::string;
const pg::Statement<SpaceId(Text)> national{"owner.admin.national", R"(
  with made as (insert into space (kind, name) values ('national', $1) on conflict do nothing returning id)
  select id from made union all select id from space where kind = 'national' limit 1)"};
const pg::Statement<SpaceId(SpaceId, Text)> movement{"owner.admin.movement", R"(
  with made as (insert into space (kind, parent_id, name) values ('movement', $1, $2) on conflict do nothing returning id)
  select id from made union all select id from space where kind = 'movement' and name_key = fold($2) limit 1)"};
// Another movement's federations bear its name, since the party's stand beside them in lists.
const pg::Statement<SpaceId(SpaceId, Text)> federation{"owner.admin.federation", R"(
  with made as (insert into space (kind, parent_id, name, department)
                select 'federation', $1, case when p.kind = 'movement' then p.name || ' · ' else '' end || d.name, d.code
                  from department d, space p where p.id = $1 and d.code = $2 on conflict do nothing returning id)
  select id from made union all select id from space where kind = 'federation' and parent_id = $1 and department = $2 limit 1)"};
struct Invitation {
  std::int64_t id;
  std::int32_t send;
};
const pg::Statement<Invitation(SpaceId, Text, Text, Text, Text)> invite{"owner.admin.invite", R"(
  insert into invitation (space_id, role, email, first_name, last_name) values ($1, $2, $3, $4, $5)
  on conflict (space_id, email) where register_entry_id is null do update
    set role = excluded.role, first_name = excluded.first_name, last_name = excluded.last_name, sends = invitation.sends + 1,
        last_sent_at = now(), accepted_at = null, member_id = null
  returning id, sends)"};

SpaceId space_of(pg::Connection& owner, const Settings& settings, const Administrator& who) {
  SpaceId all = owner.one(national, settings.party_name);
  if (who.movement) all = owner.one(movement, all, *who.movement);
  if (!who.department) return all;
  const auto one = owner.maybe(federation, all, *who.department);
  if (!one)
    throw std::invalid_argument("there is no département " + *who.department + "; `coopol places import` brings them");
  return *one;
}

}  // namespace

std::string create_administrator(pg::Connection& owner, const Settings& settings, const Administrator& who) {
  const auto read = email::read(who.email);
  if (read.fault != email::Fault::none) throw std::invalid_argument("this is no e-mail address: " + who.email);
  const auto space = space_of(owner, settings, who);
  const auto made =
      owner.one(invite, space, who.department ? "referent" : "coopilote", read.address, who.first_name, who.last_name);
  return accounts::invitation_link(settings, made.id, made.send,
                                   std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

}  // namespace app
