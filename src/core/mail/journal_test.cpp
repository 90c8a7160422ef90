#include "core/mail/journal.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "core/crypto.hpp"

namespace {

using mail::Journal;
using mail::Stage;

struct Journals : testing::Test {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("coopol-journal-" + crypto::hex(crypto::random_bytes(6)));
  ~Journals() override { std::filesystem::remove_all(folder); }

  /// A process that dies with two mails in its hands; the name of its journal.
  std::string die() {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
      Journal journal(folder, 3);
      journal.slot(0).hold(17);
      journal.slot(0).stage = Stage::handed;
      journal.slot(2).hold(18);
      const auto name = journal.name();
      if (write(ends[1], name.data(), name.size()) > 0) kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    char name[64];
    const auto length = read(ends[0], name, sizeof name);
    close(ends[0]);
    close(ends[1]);
    return {name, static_cast<size_t>(length)};
  }
};

TEST_F(Journals, of_the_living_are_left_alone) {
  Journal journal(folder, 1);
  journal.slot(0).hold(1);
  EXPECT_TRUE(Journal::orphans(folder).empty());
  journal.slot(0).let_go();
}

TEST_F(Journals, of_the_dead_say_how_far_they_came_once) {
  const auto name = die();
  {
    auto orphans = Journal::orphans(folder);
    ASSERT_EQ(orphans.size(), 1u);
    EXPECT_EQ(orphans[0].name(), name);
    const auto left = orphans[0].read();
    ASSERT_EQ(left.size(), 2u);
    EXPECT_TRUE(left[0].mail == 17 && left[0].stage == Stage::handed);
    EXPECT_TRUE(left[1].mail == 18 && left[1].stage == Stage::held);
    EXPECT_TRUE(Journal::orphans(folder).empty()) << "somebody else claimed it too";
  }
  auto again = Journal::orphans(folder);  // whoever claimed it died before writing it down
  ASSERT_EQ(again.size(), 1u);
  again[0].remove();
  again.clear();
  EXPECT_TRUE(Journal::orphans(folder).empty());
}

TEST_F(Journals, say_nothing_once_the_machine_was_started_again) {
  const auto file = folder / (die() + ".journal");
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).write("00000000-0000-0000-0000-000000000000", 36);
  const auto orphans = Journal::orphans(folder);
  ASSERT_EQ(orphans.size(), 1u);
  EXPECT_TRUE(orphans[0].read().empty());
}

TEST_F(Journals, go_with_a_process_that_ends_well) {
  { const Journal journal(folder, 2); }
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST_F(Journals, that_are_cut_or_foreign_do_no_harm) {
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "empty.journal").close();
  std::ofstream(folder / "cut.journal") << std::string(70, 'x');
  for (const auto& orphan : Journal::orphans(folder)) EXPECT_TRUE(orphan.read().empty());
}

}  // namespace
