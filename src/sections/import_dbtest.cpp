// S07: a whole file through the import's jobs.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/json.hpp"
#include "core/tables/workbook_for_tests.hpp"
#include "sections/import.hpp"
#include "sections/import_job.hpp"
#include "testing/scene.hpp"

namespace {

using namespace testing_db;
using namespace sections;

const pg::Statement<ImportId(SpaceId, MemberId, pg::Bytes, std::string, std::string)> begin{"scene.import.begin", R"(
  insert into register_import (section_id, member_id, file_name, state, content, matching)
  values ($1, $2, 'membres.csv', $4, $3, $5::text::jsonb) returning id)"};
struct State {
  std::string state;
  std::optional<std::string> problem, report;
  bool has_content;
  std::int32_t lines_total, lines_done;
};
const pg::Statement<State(ImportId)> state_of{"scene.import.state",
                                              "select state, problem, report::text, content is not null, lines_total, "
                                              "lines_done from register_import where id = $1"};
const pg::Statement<std::int64_t(SpaceId)> people_of{"scene.import.people",
                                                     "select count(*) from register_entry where section_id = $1"};
const pg::Statement<std::int64_t(SpaceId)> audit_of{
    "scene.import.audit", "select count(*) from audit_entry where space_id = $1 and act = 'section.import'"};
const pg::Statement<std::int64_t()> staged{"scene.import.staged", "select count(*) from register_line"};
const pg::Statement<std::string(ImportId)> content_of{
    "scene.import.content", "select convert_from(content, 'UTF8') from register_import where id = $1"};

const pg::Statement<std::string(ImportId)> refused_of{
    "scene.import.refused", "select coalesce(refused::text, 'none') from register_import where id = $1"};

struct TestJob final : jobs::Job {
  TestJob(const Settings& s, ImportId import, MemberId member) : Job(testing_db::jobs(), s) {
    attempt = 1;
    payload = json::object({{"import", import.number()}, {"member", member.number()}});
  }
  void renew() override {}
  void renew(pg::Batch&) override {}
  void done(pg::Batch&) override {
    if (std::exchange(dies_at_the_end, false)) throw std::runtime_error("killed");
  }
  [[nodiscard]] bool stopping() const override { return stops; }
  bool stops = false, dies_at_the_end = false;
};

class Import : public testing::Test {
 protected:
  ImportId put(const std::string& bytes, const std::string& state = "queued", int skip = 1) {
    return owner().one(begin, section, secretary, pg::Bytes{bytes}, state,
                       R"({"columns":[-1,-1,-1,0,1,-1,2,-1,-1,-1,-1,-1,-1],"skip":)" + std::to_string(skip) + "}");
  }
  State run(ImportId import, void (*work)(jobs::Job&) = run_import) {
    TestJob job(settings, import, secretary);
    work(job);
    return owner().one(state_of, import);
  }
  std::int64_t people() { return owner().one(people_of, section); }

  Settings settings;
  SpaceId section = testing_db::section(federation());
  MemberId secretary = [this] {
    const auto id = member("Inès", "Carrel");
    join(id, section, "secretary");
    return id;
  }();
};

constexpr const char* three_people =
    "Prénom;Nom;Courriel\r\nZoé;Dupont;zoe@exemple.fr\r\nPaul;Durand;famille@exemple.fr\r\nMarie;Durand;famille@"
    "exemple.fr\r\n;Martin;x@exemple.fr\r\n";

TEST_F(Import, S07_ReadsAFileAndTellsLineByLine) {
  const auto state = run(put(three_people));
  EXPECT_EQ(state.state, "done");
  EXPECT_FALSE(state.has_content) << "a file is not kept longer than it is needed";
  EXPECT_EQ(state.lines_total, 3);
  EXPECT_EQ(state.lines_done, 3);
  EXPECT_THAT(*state.report, testing::HasSubstr(R"("added": 3)"));
  EXPECT_THAT(*state.report, testing::HasSubstr(R"("refused": 1)"));
  EXPECT_THAT(*state.report, testing::HasSubstr(R"("incomplete": 2)"));
  EXPECT_THAT(*state.report, testing::HasSubstr(R"([5, "Prénom", "error")"));
  EXPECT_THAT(*state.report, testing::Not(testing::HasSubstr("exemple.fr"))) << "the report repeats no personal data";
  EXPECT_EQ(people(), 3);
}

TEST_F(Import, S07_RefusedLinesAreKeptAsTheyStoodWithTheReason) {
  const auto import =
      put("Liste des "
          "membres\r\nPrénom;Nom;Courriel;Remarque\r\nZoé;Dupont;zoe@exemple.fr\r\n;\"Martin\nfils\";x@exemple.fr;à "
          "voir\r\n",
          "queued", 2);
  run(import);
  EXPECT_EQ(
      owner().one(refused_of, import),
      R"([["Prénom", "Nom", "Courriel", "Remarque", "Ce qui ne va pas"], ["", "Martin\nfils", "x@exemple.fr", "à voir", "Il manque le prénom."]])");
  const auto clean = put("Prénom;Nom;Courriel\r\nZoé;Dupont;zoe@exemple.fr\r\n");
  run(clean);
  EXPECT_EQ(owner().one(refused_of, clean), "none");
}

TEST_F(Import, P04_IsWrittenToTheAuditLog) {
  run(put(three_people));
  EXPECT_EQ(owner().one(audit_of, section), 1);
}

TEST_F(Import, S07_NothingIsHalfImported) {
  const auto state = run(put(std::string(three_people) + "\"Léa;Petit;lea@exemple.fr\r\nNoé;Roux;noe@exemple.fr\r\n"));
  EXPECT_EQ(state.state, "failed");
  EXPECT_THAT(state.problem.value_or(""), testing::HasSubstr("guillemet"));
  EXPECT_EQ(people(), 0);

  const auto killed = put(three_people);
  TestJob job(settings, killed, secretary);
  job.dies_at_the_end = true;
  EXPECT_THROW(run_import(job), std::runtime_error);
  EXPECT_EQ(people(), 0);
  EXPECT_EQ(owner().one(audit_of, section), 0);
  EXPECT_EQ(run(killed).state, "done") << "the next attempt begins again";
  EXPECT_EQ(people(), 3);
  EXPECT_EQ(owner().one(staged), 0);
}

TEST_F(Import, S07_GivesWayWhenTheServerStops) {
  const auto import = put(three_people);
  TestJob job(settings, import, secretary);
  job.stops = true;
  EXPECT_THROW(run_import(job), jobs::Stopped);
  EXPECT_EQ(people(), 0);
  EXPECT_EQ(run(import).state, "done");
}

TEST_F(Import, S07_TellsInTheEndWhateverWentWrong) {
  const auto import = put(three_people);
  TestJob job(settings, import, secretary);
  job.attempt = import_attempts;
  job.dies_at_the_end = true;
  run_import(job);
  EXPECT_EQ(owner().one(state_of, import).state, "failed");
  EXPECT_EQ(people(), 0);
}

TEST_F(Import, S07_WhoeverNoLongerRunsTheSectionImportsNothing) {
  const auto import = put(three_people);
  join(secretary, section, "member");
  EXPECT_EQ(run(import).state, "queued");
  EXPECT_EQ(people(), 0);
}

TEST_F(Import, S07_AWorkbookBecomesCsvCellForCell) {
  const auto row = [](std::vector<std::string> texts) {
    std::vector<tables::testing::Cell> cells;
    for (auto& text : texts) cells.push_back({.value = std::move(text)});
    return cells;
  };
  const auto import = put(tables::testing::workbook({row({"Prénom", "Nom", "Courriel"}),
                                                     row({"Zoé", "Du \"Pont\", dite =1+1", "zoe@exemple.fr"}), row({}),
                                                     row({"Noé", "-", "noe@exemple.fr"})}),
                          "reading");
  const auto state = run(import, read_workbook);
  EXPECT_EQ(state.state, "matching");
  EXPECT_EQ(state.lines_total, 3);
  const auto head = read_first_rows(owner().one(content_of, import), false);
  ASSERT_EQ(head.rows.size(), 3u);
  EXPECT_EQ(head.rows[1][1], "Du \"Pont\", dite =1+1");
  EXPECT_EQ(head.rows[2][1], "-");
  EXPECT_EQ(head.lines[2], 4u) << "a blank row counts";
}

TEST_F(Import, S07_ADamagedWorkbookIsTold) {
  const auto state = run(put("PK\x03\x04 xl/ and nothing more", "reading"), read_workbook);
  EXPECT_EQ(state.state, "failed");
  EXPECT_THAT(state.problem.value_or(""), testing::HasSubstr("abîmé"));
}

TEST(ImportHead, S07_ACutFileIsReadToItsLastWholeRow) {
  const std::string text = "Prénom;Nom\r\nZoé;Dupont\r\nNoé;\"Ro";
  EXPECT_EQ(read_first_rows(text, true).rows.size(), 2u);
  EXPECT_EQ(read_first_rows("Prénom;Nom\r\nZo\xC3", true).rows.size(), 1u);
}

}  // namespace
