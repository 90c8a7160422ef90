// Who reaches what people say of themselves, held against the database itself.

#include <gtest/gtest.h>

#include "testing/scene.hpp"

namespace {

using namespace testing_db;

const pg::Statement<void(MemberId)> put_words{
    "scene.self.words",
    "insert into member_profile (member_id, profession, birthday) values ($1, 'libraire', '01-02')"};
const pg::Statement<void(MemberId)> put_interest{
    "scene.self.interest", "insert into member_interest (member_id, interest) values ($1, 'culture')"};
const pg::Statement<void(MemberId)> put_activity{
    "scene.self.activity",
    "insert into member_activity (member_id, kind, position, what) values ($1, 'mandate', 1, 'maire')"};
const pg::Statement<std::int64_t(MemberId)> see_words{"test.self.words",
                                                      "select count(*) from member_profile where member_id = $1"};
const pg::Statement<std::int64_t(MemberId)> see_interests{"test.self.interests",
                                                          "select count(*) from member_interest where member_id = $1"};
const pg::Statement<std::int64_t(MemberId)> see_activities{"test.self.activities",
                                                           "select count(*) from member_activity where member_id = $1"};
const pg::Statement<void(MemberId)> write_words{"test.self.write_words",
                                                "update member_profile set profession = 'espion' where member_id = $1"};
const pg::Statement<void(MemberId)> write_interest{
    "test.self.write_interest", "insert into member_interest (member_id, interest) values ($1, 'defense')"};
const pg::Statement<void(pg::Bytes)> set_face{"test.self.set_face", "select set_my_picture($1, 'image/webp', 1, 1)"};
const pg::Statement<void()> remove_face{"test.self.remove_face", "select remove_my_picture()"};
const pg::Statement<std::int64_t(pg::Bytes)> see_face{"test.self.see_face",
                                                      "select count(*) from picture where digest = sha256($1)"};
const pg::Statement<void(MemberId)> gone{"scene.self.gone", "delete from member where id = $1"};

std::int64_t faces(MemberId viewer, const char* content) {
  return as(viewer, see_face, pg::Bytes{content}).front();
}

TEST(Self, A11_WordsGoWithThePersonAndTheRestIsTheirsAlone) {
  const auto home = section(federation());
  const auto stranger = member(), fellow = member(), secretary = member();
  join(fellow, home);
  join(secretary, home, "secretary");
  for (const char* visibility : {"everyone", "circle", "secretary"}) {
    const auto person = member("Sujet", visibility, visibility);
    join(person, home);
    owner().run(put_words, person);
    owner().run(put_interest, person);
    owner().run(put_activity, person);
    const std::string chose = visibility;
    for (const auto& [viewer, may] : {std::pair{stranger, chose == "everyone"},
                                      {fellow, chose != "secretary"},
                                      {secretary, true},
                                      {person, true}}) {
      EXPECT_EQ(as(viewer, see_words, person).front() > 0, may) << visibility;
      EXPECT_EQ(as(viewer, see_interests, person).front() > 0, may) << visibility;
      EXPECT_EQ(as(viewer, see_activities, person).front() > 0, viewer == person) << visibility;
    }
    EXPECT_EQ(run_as(secretary, write_words, person), 0);
    EXPECT_EQ(run_as(person, write_words, person), 1);
    EXPECT_EQ(refusal_of([&] { run_as(secretary, write_interest, person); }), "42501");
  }
}

TEST(Self, A10_AFaceIsSeenByWhoeverSeesThePersonAndGoesWithIt) {
  const auto person = member("Face", "Cachée", "circle"), coopain = member(), stranger = member();
  bond(person, coopain);
  run_as(person, set_face, pg::Bytes{"a face"});
  EXPECT_EQ(faces(person, "a face"), 1);
  EXPECT_EQ(faces(coopain, "a face"), 1);
  EXPECT_EQ(faces(stranger, "a face"), 0);
  run_as(person, set_face, pg::Bytes{"another face"});
  EXPECT_EQ(faces(person, "a face"), 0) << "the former one is gone";
  run_as(person, remove_face);
  EXPECT_EQ(owner().all(see_face, pg::Bytes{"another face"}).front(), 0);
  run_as(person, set_face, pg::Bytes{"a last face"});
  owner().run(gone, person);
  EXPECT_EQ(owner().all(see_face, pg::Bytes{"a last face"}).front(), 0);
}

}  // namespace
