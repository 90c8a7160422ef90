// That the archive is whole, and holds nobody else's.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <map>
#include <set>
#include <thread>

#include "core/crypto.hpp"
#include "core/jobs/workers.hpp"
#include "own_data/archive_job.hpp"
#include "own_data/parts.hpp"
#include "own_data/routes.hpp"
#include "own_data/scene_for_tests.hpp"
#include "testing/zip_files.hpp"

namespace {

using namespace testing_db;
using testing::HasSubstr;
using testing::Not;

const pg::Statement<std::string()> references_to_members{"scene.own_data.references", R"(
  select c.conrelid::regclass::text || '.' || a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
   where c.contype = 'f' and c.confrelid = 'coopol.member'::regclass order by 1)"};

// A room that keeps something of members adds a part, or says why not.
TEST(Archive, A12_EachColumnThatPointsAtAMemberIsHeldOrLeftOutWithAReason) {
  std::set<std::string> known;
  for (const auto& part : own_data::parts()) known.insert(part.holds.begin(), part.holds.end());
  for (const auto& left : own_data::left_out()) {
    EXPECT_FALSE(left.reason.empty()) << left.column;
    EXPECT_TRUE(known.emplace(left.column).second) << left.column << " is both held and left out";
  }
  std::set<std::string> found;
  for (auto column : owner().all(references_to_members)) {
    if (column.starts_with("coopol.")) column.erase(0, 7);
    found.insert(column);
    EXPECT_TRUE(known.contains(column))
        << column << " is neither in the archive (own_data/parts*.cpp) nor left out with a reason";
  }
  EXPECT_THAT(known, testing::IsSubsetOf(found)) << "a column that is no longer there";
}

TEST(Archive, A12_EachPartHasAFileOfItsOwnAndStandsOnAPage) {
  std::set<std::string_view> pages, files;
  for (const auto& page : own_data::pages()) pages.insert(page.name);
  for (const auto& part : own_data::parts()) {
    EXPECT_TRUE(pages.contains(part.page)) << part.page;
    EXPECT_TRUE(files.insert(part.file).second) << part.file;
  }
}

const Settings& settings() {
  static const Settings one = [] {
    Settings s;
    s.database_url = app_url();
    s.secret = std::string(32, 's');
    return s;
  }();
  return one;
}

const pg::Statement<bool()> ask{"test.own_data.ask", "select ask_archive()"};
const pg::Statement<bool()> is_ready{"test.own_data.ready",
                                     "select coalesce(bool_and(ready_at is not null), false) from archive"};
struct Portion {
  std::int64_t archive;
  std::int32_t position;
  pg::Bytes content;
};
const pg::Statement<Portion()> portions{"test.own_data.portions",
                                        "select archive_id, position, content from archive_chunk order by position"};
const pg::Statement<std::int64_t(MemberId)> mails_of_archive{
    "scene.own_data.mails", "select count(*) from mail where kind = 'own_data.archive' and member_id = $1"};
const pg::Statement<void(MemberId)> a_week_later{"scene.own_data.week",
                                                 "update archive set asked_at = asked_at - interval '8 days', ready_at "
                                                 "= ready_at - interval '8 days' where member_id = $1"};
const pg::Statement<void()> expire{"jobs.test.own_data.expire", "select expire_archives()"};

std::map<std::string, std::string> archive_of(MemberId member) {
  EXPECT_TRUE(as(member, ask).front());
  EXPECT_FALSE(as(member, ask).front()) << "one a day";
  ::jobs::Workers workers(settings(), own_data::jobs(), 1);
  for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
       !as(member, is_ready).front() && std::chrono::steady_clock::now() < end;)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  workers.stop();
  std::string made;
  for (const auto& portion : as(member, portions)) {
    EXPECT_THAT(portion.content.octets, Not(HasSubstr("index.html"))) << "sealed";
    made += crypto::unseal(settings().secret, own_data::portion_purpose(portion.archive, portion.position),
                           portion.content.octets)
                .value_or("");
  }
  return testing_zip::files_in_zip(made);
}

TEST(Archive, A12_ItHoldsWhatIsKeptOfAPersonAndNobodyElses) {
  const auto who = own_data::make_somebody("Apolline", "Tréguignec");
  const auto stranger = own_data::make_somebody("Ombeline", "Kerbrat");
  const auto found = archive_of(who.id);
  std::string json, html;
  for (const auto& [name, content] : found) {
    if (name.ends_with(".json")) {
      EXPECT_TRUE(boost::json::parse(content).is_array()) << name;
      json += content;
    } else if (name.ends_with(".html")) {
      html += content;
    }
  }
  ASSERT_TRUE(found.contains("index.html"));
  EXPECT_EQ(found.at("photo.webp"), "une photo de Apolline Tréguignec");
  for (const auto* word :
       {"Motville",     "motcomplement", "motprofession",  "motloisirs", "motsite",        "motmandat",
        "motappareil",  "motpasskey",    "motancienne",    "Motgroupe",  "motdescription", "motstatut",
        "motmurautre",  "motsurmonmur",  "motobjet",       "motmessage", "motreponse",     "motpourmoi",
        "Motpasse",     "motdescriptif", "motinvitation",  "motbilan",   "motrelance",     "motcommentaire",
        "Motbrouillon", "motnumero",     "motzone",        "motfichier", "motami",         "motpourami",
        "motrang",      "motequipe",     "motsignalement", "motcourriel"}) {
    EXPECT_THAT(json, HasSubstr(word));
    if (std::string_view(word) != "motcourriel" && std::string_view(word) != "motrang") {
      EXPECT_THAT(html, HasSubstr(word));
    }
  }
  for (const auto* word :
       {"motautrecommentaire", "motsecret", "motcle", "empreinte", "Ombeline", "Kerbrat", "motinvitee"}) {
    EXPECT_THAT(json, Not(HasSubstr(word)));
    EXPECT_THAT(html, Not(HasSubstr(word)));
  }
  EXPECT_THAT(html, Not(HasSubstr("1970-02-03"))) << "days too";
  EXPECT_THAT(html, Not(testing::ContainsRegex("[0-9]T[0-9][0-9]:"))) << "instants as French writes them";
  EXPECT_EQ(owner().one(mails_of_archive, who.id), 1);
  EXPECT_TRUE(as(who.other, portions).empty()) << "theirs alone";
  EXPECT_TRUE(as(stranger.id, portions).front().content.octets.starts_with("Ombeline")) << "which the other has too";
  owner().run(a_week_later, who.id);
  testing_db::jobs().run(expire);
  EXPECT_TRUE(as(who.id, portions).empty()) << "gone after a week";
}

}  // namespace
