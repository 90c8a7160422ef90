#include "testing/circles.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace testing_db {
namespace {

const pg::Statement<void(MemberId)> put_contact{
    "scene.test.contact", "insert into member_contact (member_id, phone) values ($1, '+33612345678')"};
const pg::Statement<void(SpaceId)> put_register{
    "scene.test.register",
    "insert into register_entry (section_id, first_name, last_name) values ($1, 'Rose', 'Amiel')"};
const pg::Statement<void(SpaceId, MemberId, MemberId)> put_zone{"scene.test.zone", R"(
  with zone as (insert into section_list (section_id, kind, name, manager_id) values ($1, 'zone', 'Centre', $2) returning id)
  insert into section_list_member (list_id, member_id) select id, $3 from zone)"};

Circles make() {
  Circles c;
  c.federation = federation();
  c.home = section(c.federation);
  c.elsewhere = section(c.federation);
  c.far = section(federation());
  for (const char* name :
       {"stranger", "coopain", "insider", "secretary", "other secretary", "referent", "coopilote", "zone manager"})
    c.people[name] = member(name, "Essai");
  join(c.people["stranger"], c.far);
  join(c.people["coopain"], c.far);
  join(c.people["insider"], c.home);
  join(c.people["zone manager"], c.home);
  join(c.people["secretary"], c.home, "secretary");
  join(c.people["other secretary"], c.elsewhere, "secretary");
  join(c.people["referent"], c.federation, "referent");
  join(c.people["coopilote"], national(), "coopilote");
  for (const char* visibility : {"everyone", "circle", "secretary"}) {
    c.subjects[visibility] = member("Sujet", visibility, visibility);
    join(c.subjects[visibility], c.home);
    bond(c.subjects[visibility], c.people["coopain"]);
    owner().run(put_contact, c.subjects[visibility]);
  }
  owner().run(put_register, c.home);
  owner().run(put_zone, c.home, c.people["zone manager"], c.subjects["secretary"]);
  const auto maker = c.subjects["everyone"];
  c.events["public"] = event(maker, {.is_public = true});
  c.events["section"] = event(maker, {.spaces = {c.home}});
  c.events["federation"] = event(maker, {.spaces = {c.federation}});
  c.events["draft"] = event(maker, {.state = "draft", .spaces = {c.home}});
  c.events["by invitation"] = event(maker);
  invite(c.events["by invitation"], c.people["coopain"]);
  return c;
}

}  // namespace

Circles& circles() {
  static Circles one = make();
  return one;
}

const std::vector<std::string> everybody{"stranger",        "coopain",  "insider",   "secretary",
                                         "other secretary", "referent", "coopilote", "zone manager"};

void expect_seen_by(const std::string& what, const std::vector<std::string>& names,
                    const std::function<bool(MemberId)>& sees) {
  for (const auto& [name, id] : circles().people) {
    const bool expected = std::find(names.begin(), names.end(), name) != names.end();
    EXPECT_EQ(sees(id), expected) << name << " × " << what;
  }
}

}  // namespace testing_db
