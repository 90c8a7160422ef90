// S06: what an import makes of a register that knows people already.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sections/register_duplicates.hpp"
#include "sections/register_merge.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using namespace sections;
using namespace std::chrono_literals;
using testing::ElementsAre;

struct Person {
  std::string first, last, email = {}, number = {}, born = {}, phone = {}, dues = {};
};
struct Entry {
  std::string name;
  std::optional<std::string> email, incomplete, number, phone;
  bool member, invited;
  bool operator==(const Entry&) const = default;
};
void PrintTo(const Entry& e, std::ostream* out) {
  *out << e.name << " <" << e.email.value_or("–") << "> " << e.incomplete.value_or("complete")
       << (e.member ? " member" : "") << (e.invited ? " invited" : "");
}

const pg::Statement<ImportId(SpaceId, MemberId)> begin_import{"scene.merge.begin", R"(
  insert into register_import (section_id, member_id, file_name, state) values ($1, $2, 'membres.csv', 'running') returning id)"};
const pg::Statement<Entry(SpaceId)> register_of{"scene.merge.register", R"(
  select e.first_name || ' ' || e.last_name, e.email, e.incomplete, e.register_number, e.phone, e.member_id is not null, i.id is not null
    from register_entry e left join invitation i on i.register_entry_id = e.id where e.section_id = $1 order by e.id)"};
const pg::Statement<void(SpaceId, std::string, std::string)> invite_entry{"scene.merge.invite", R"(
  insert into invitation (space_id, register_entry_id, first_name, last_name, email)
  select section_id, id, first_name, last_name, email from register_entry where section_id = $1 and first_name = $2 and last_name = $3)"};
const pg::Statement<void(SpaceId, std::string, std::string)> correct_email{
    "scene.merge.correct_email",
    "update register_entry set email = $3, incomplete = null where section_id = $1 and first_name = $2"};
const pg::Statement<void(SpaceId, std::string, std::string)> correct_name{
    "scene.merge.correct_name", "update register_entry set first_name = $3 where section_id = $1 and first_name = $2"};
const pg::Statement<std::string(MemberId)> address_of{"scene.merge.address",
                                                      "select email from account where member_id = $1"};
const pg::Statement<std::string(SpaceId)> kind_of{"scene.merge.kind",
                                                  "select kind from register_entry where section_id = $1"};
const pg::Statement<std::int64_t()> count_staged{"scene.merge.staged", "select count(*) from register_line"};

const pg::Statement<std::string(SpaceId, ImportId)> undo_bar{"scene.merge.bar",
                                                             "select coalesce(register_undo_bar($1, $2), '')"};
const pg::Statement<bool(SpaceId, ImportId)> undo_import{"scene.merge.undo", "select register_undo_import($1, $2)"};
const pg::Statement<void(ImportId)> finished{
    "scene.merge.finished",
    "update register_import set state = 'done', finished_at = now() - interval '1 minute' where id = $1"};
const pg::Statement<std::string(SpaceId)> dues_of{
    "scene.merge.dues",
    "select d.dues from register_dues d join register_entry e on e.id = d.entry_id where e.section_id = $1"};
const pg::Statement<std::string(SpaceId)> whole_register{"scene.merge.whole", R"(
  select to_jsonb(e) - 'updated_at' || jsonb_build_object('invitation', to_jsonb(i)) || '{}'
    from register_entry e left join invitation i on i.register_entry_id = e.id where e.section_id = $1 order by e.id)"};

class Merge : public testing::Test {
 protected:
  MergeCounts import(const std::vector<Person>& people, const std::string& kind = "adherent") {
    Matching all;
    for (const auto field : all_fields()) all.set(field, static_cast<size_t>(field));
    std::vector<RegisterLine> lines;
    for (const auto& p : people) {
      std::vector<std::string> cells(field_count);
      const auto put = [&](Field field, const std::string& text) { cells[static_cast<size_t>(field)] = text; };
      put(Field::first_name, p.first), put(Field::last_name, p.last), put(Field::email, p.email),
          put(Field::number, p.number), put(Field::born_on, p.born), put(Field::phone, p.phone),
          put(Field::dues, p.dues);
      lines.push_back(parse_register_line(lines.size() + 2, cells, all, 2026y / 3 / 15).value());
    }
    settle_duplicates(lines);
    std::vector<const RegisterLine*> kept;
    for (const auto& line : lines)
      if (line.standing() == Standing::ready || line.standing() == Standing::incomplete) kept.push_back(&line);
    pg::Batch batch;
    become(batch, secretary);
    const auto id = owner().one(begin_import, section, secretary);
    stage(batch, id, kept);
    const auto reply = merge(batch, id, section, kind);
    jobs().send(batch);
    shared_with_register = *reply.shared_with_register;
    owner().run(finished, id);
    last = id;
    return *reply.counts;
  }
  std::vector<Entry> entries() { return owner().all(register_of, section); }

  SpaceId section = testing_db::section(federation());
  MemberId secretary = [this] {
    const auto id = member("Inès", "Carrel");
    join(id, section, "secretary");
    return id;
  }();
  std::vector<std::int32_t> shared_with_register;
  ImportId last;
};

TEST_F(Merge, S06_TheSameFileAgainChangesNothing) {
  const std::vector<Person> file{{"Zoé", "Dupont", "zoe@exemple.fr", "12"},
                                 {"Paul", "Durand", "famille@exemple.fr"},
                                 {"Marie", "Durand", "famille@exemple.fr"},
                                 {"Jean", "Martin"},
                                 {"Jean", "Martin"},
                                 {"Léa", "Petit", "lea@"}};
  const auto first = import(file);
  EXPECT_EQ(first.added, 6);
  EXPECT_EQ(first.incomplete, 5);
  const auto before = entries();
  const auto again = import(file);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.changed, 0);
  EXPECT_EQ(again.same, 6);
  EXPECT_EQ(entries(), before);
  EXPECT_EQ(owner().one(count_staged), 0);
}

TEST_F(Merge, X09_DuesComeWithTheFileAndABlankTakesNothingAway) {
  const auto dues = [&] { return owner().all(dues_of, section); };
  import({{"Zoé", "Dupont", "zoe@exemple.fr", "12", {}, {}, "2025"}, { "Paul", "Durand", "paul@exemple.fr", "13" }});
  EXPECT_EQ(dues(), std::vector<std::string>{"2025"});
  EXPECT_EQ(import({{"Zoé", "Dupont", "zoe@exemple.fr", "12"}}).same, 1);
  EXPECT_EQ(dues(), std::vector<std::string>{"2025"});
  EXPECT_EQ(import({{"Zoé", "Dupont", "zoe@exemple.fr", "12", {}, {}, "oui"}}).changed, 1);
  EXPECT_EQ(dues(), std::vector<std::string>{"yes"});
  EXPECT_TRUE(as(secretary, undo_import, section, last).front());
  EXPECT_EQ(dues(), std::vector<std::string>{"2025"}) << "the file is undone, with its dues";
}

TEST_F(Merge, S06_TheSameFileAgainLeavesWhatTheSecretaryCorrected) {
  const std::vector<Person> file{{"Paul", "Durand", "famille@exemple.fr"},
                                 {"Marie", "Durand", "famille@exemple.fr"},
                                 {"Jaen", "Martin", "jean@exemple.fr"},
                                 {"Rose", "Amiel", "rose@gmial.com"}};
  import(file);
  owner().run(correct_email, section, "Marie", "marie@exemple.fr");
  owner().run(correct_name, section, "Jaen", "Jean");
  owner().run(correct_email, section, "Rose", "rose@gmail.com");
  const auto again = import(file);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.changed, 0);
  const auto now = entries();
  ASSERT_EQ(now.size(), 4u);
  EXPECT_EQ(now[0].incomplete, std::nullopt) << "the address is Paul's alone since Marie has hers";
  EXPECT_EQ(now[1].email, "marie@exemple.fr");
  EXPECT_EQ(now[2].name, "Jean Martin");
  EXPECT_EQ(now[3].email, "rose@gmail.com");
}

TEST_F(Merge, S06_FindsPeopleByNumberThenAddressThenBirthAndFillsThem) {
  import({{"Zoé", "Dupont", "zoe@exemple.fr", "12"},
          {"Paul", "Durand", "paul@exemple.fr"},
          { "Léa",
            "Petit",
            "lea@exemple.fr",
            "",
            "12/05/1980" }});
  const auto counts = import({{"Zoe", "DUPONT-LEROY", "zoe@ailleurs.fr", "12"},
                              {"paul", "DURAND", "paul@exemple.fr", "13"},
                              {"Léa", "Petit", "lea@ailleurs.fr", "", "12/05/1980", "03 81 00 11 22"}});
  EXPECT_EQ(counts.added, 0);
  EXPECT_EQ(counts.changed, 3);
  EXPECT_THAT(entries(), ElementsAre(Entry{"Zoe Dupont-Leroy", "zoe@ailleurs.fr", {}, "12", {}, false, false},
                                     Entry{"Paul Durand", "paul@exemple.fr", {}, "13", {}, false, false},
                                     Entry{"Léa Petit", "lea@ailleurs.fr", {}, {}, "+33381001122", false, false}));
}

TEST_F(Merge, S06_BlanksEraseNothing) {
  import({{ "Zoé", "Dupont", "zoe@exemple.fr", "12", "12/05/1980", "03 81 00 11 22" }});
  const auto counts = import({{"Zoé", "Dupont", "", "12"}});
  EXPECT_EQ(counts.changed, 0);
  EXPECT_THAT(entries(), ElementsAre(Entry{"Zoé Dupont", "zoe@exemple.fr", {}, "12", "+33381001122", false, false}));
}

TEST_F(Merge, S06_NamesakesStayTwoPeople) {
  import({{"Jean", "Martin", "jean1@exemple.fr", "1"}, { "Jean", "Martin", "jean2@exemple.fr", "2" }});
  const auto counts =
      import({{"Jean", "Martin", "jean3@exemple.fr", "3"}, {"Jean", "Martin", "jean2@exemple.fr", "2"}});
  EXPECT_EQ(counts.added, 1);
  EXPECT_EQ(counts.changed, 0);
  EXPECT_EQ(entries().size(), 3u);
}

TEST_F(Merge, S06_AnEntryWithoutAddressIsCompletedByName) {
  import({{"Jean", "Martin"}, { "Rose", "Amiel", "rose@" }});
  EXPECT_THAT(entries(), ElementsAre(testing::Field(&Entry::incomplete, "missing"),
                                     testing::Field(&Entry::incomplete, "invalid")));
  const auto counts = import({{"Jean", "Martin", "jean@exemple.fr"}, {"Rose", "Amiel", "rose@exemple.fr"}});
  EXPECT_EQ(counts.added, 0);
  EXPECT_EQ(counts.changed, 2);
  EXPECT_EQ(counts.incomplete, 0);
}

TEST_F(Merge, S06_AnAddressThatSomebodyOfTheRegisterHasMakesBothIncomplete) {
  import({{ "Paul", "Durand", "famille@exemple.fr" }});
  const auto counts = import({{"Marie", "Durand", "famille@exemple.fr"}});
  EXPECT_EQ(counts.incomplete, 1);
  EXPECT_THAT(shared_with_register, ElementsAre(2));
  EXPECT_THAT(entries(),
              ElementsAre(testing::Field(&Entry::incomplete, "shared"), testing::Field(&Entry::incomplete, "shared")));
}

TEST_F(Merge, S06_WhoeverWasInvitedStaysInvitedUnlessTheAddressWasWrong) {
  import({{"Paul", "Durand", "famille@exemple.fr"}, { "Rose", "Amiel", "rose@exemple.fr", "7" }});
  owner().run(invite_entry, section, "Paul", "Durand");
  owner().run(invite_entry, section, "Rose", "Amiel");
  import({{"Marie", "Durand", "famille@exemple.fr"}, { "Rose", "Amiel", "rose@ailleurs.fr", "7" }});
  const auto now = entries();
  ASSERT_EQ(now.size(), 3u);
  EXPECT_TRUE(now[0].invited);
  EXPECT_EQ(now[0].incomplete, std::nullopt) << "Paul was invited before Marie came with his address";
  EXPECT_EQ(now[2].incomplete, "shared");
  EXPECT_FALSE(now[1].invited) << "the link that went to the wrong address is void";
  EXPECT_EQ(now[1].email, "rose@ailleurs.fr");
}

TEST_F(Merge, S06_WhoeverIsInTheSectionIsNotInvited) {
  const auto outsider = member("Malik", "Bena");
  const auto counts = import(
      {{"INES", "Carrel", owner().one(address_of, secretary)}, {"Malik", "Bena", owner().one(address_of, outsider)}});
  EXPECT_EQ(counts.added, 2);
  EXPECT_EQ(counts.members, 1);
  EXPECT_THAT(entries(), ElementsAre(testing::Field(&Entry::member, true), testing::Field(&Entry::member, false)));
}

TEST_F(Merge, S06_ASupporterBecomesAnAdherentNeverTheReverse) {
  import({{ "Zoé", "Dupont", "zoe@exemple.fr" }}, "sympathisant");
  EXPECT_EQ(owner().one(kind_of, section), "sympathisant");
  EXPECT_EQ(import({{"Zoé", "Dupont", "zoe@exemple.fr"}}).changed, 1);
  EXPECT_EQ(import({{"Zoé", "Dupont", "zoe@exemple.fr"}}, "sympathisant").changed, 0);
  EXPECT_EQ(owner().one(kind_of, section), "adherent");
}

TEST_F(Merge, S06_NobodyButTheSecretaryMerges) {
  const auto other = member("Malik", "Bena");
  join(other, section);
  secretary = other;  // from now on acts as somebody who does not run the section
  EXPECT_THROW(import({{"Zoé", "Dupont", "zoe@exemple.fr"}}), pg::Error);
  EXPECT_TRUE(entries().empty());
}

TEST_F(Merge, S07_AnImportIsUndoneWhole) {
  import({{"Zoé", "Dupont", "zoe@exemple.fr", "12"},
          {"Paul", "Durand", "paul@exemple.fr"},
          { "Rose",
            "Amiel",
            "rose@exemple.fr" }},
         "sympathisant");
  owner().run(invite_entry, section, "Paul", "Durand");
  const auto before = owner().all(whole_register, section);
  // One more, one who shares an address with somebody, one whose invitation went to an address that was wrong, one who
  // has become an adherent.
  import({{"Zoé", "Dupont", "zoe@ailleurs.fr", "12", "03/02/1961", "0383001122"},
          {"Paul", "Durand", "paul.durand@exemple.fr"},
          {"Jean", "Martin", "jean@exemple.fr"},
          { "Anne",
            "Amiel",
            "rose@exemple.fr" }});
  EXPECT_NE(owner().all(whole_register, section), before);
  EXPECT_EQ(as(secretary, undo_import, section, last), std::vector{true});
  run_as(secretary, settle_incomplete, section);
  EXPECT_EQ(owner().all(whole_register, section), before);
  EXPECT_EQ(as(secretary, undo_import, section, last), std::vector{false}) << "once";
}

TEST_F(Merge, S07_AnImportIsUndoneUntilInvitationsLeaveOrAnotherComes) {
  import({{ "Zoé", "Dupont", "zoe@exemple.fr" }});
  const auto first = last;
  import({{ "Paul", "Durand", "paul@exemple.fr" }});
  EXPECT_EQ(owner().one(undo_bar, section, first), "later");
  EXPECT_EQ(as(secretary, undo_import, section, first), std::vector{false});
  owner().run(invite_entry, section, "Zoé", "Dupont");
  EXPECT_EQ(owner().one(undo_bar, section, last), "") << "she is of the file before";
  owner().run(invite_entry, section, "Paul", "Durand");
  EXPECT_EQ(owner().one(undo_bar, section, last), "left");
  EXPECT_EQ(as(secretary, undo_import, section, last), std::vector{false});
  EXPECT_EQ(entries().size(), 2u);
}

TEST_F(Merge, S07_NobodyElseUndoesAnImport) {
  import({{ "Zoé", "Dupont", "zoe@exemple.fr" }});
  const auto other = member("Yann", "Quéré");
  join(other, section, "bureau");
  EXPECT_EQ(as(other, undo_import, section, last), std::vector{false});
  EXPECT_EQ(entries().size(), 1u);
}

}  // namespace
