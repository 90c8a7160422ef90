#include <gtest/gtest.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <string>

#include "core/confined.hpp"

namespace {

struct Outcome {
  confined::End end;
  std::string text;
};

constexpr confined::Allowance generous{.processor = std::chrono::seconds(10),
                                       .clock = std::chrono::seconds(30),
                                       .memory = size_t{256} << 20,
                                       .output = 1000};

confined::Allowance hasty(std::chrono::seconds processor, std::chrono::milliseconds clock) {
  auto allowance = generous;
  allowance.processor = processor;
  allowance.clock = clock;
  return allowance;
}

Outcome python(const std::string& program, const confined::Allowance& allowance = generous) {
  Outcome outcome;
  outcome.end =
      confined::run({"/usr/bin/python3", "-I", "-c", program}, "given", allowance, [&](std::string_view text) {
        outcome.text += text;
        return true;
      });
  return outcome;
}

TEST(Confined, S07_ReadsWhatItIsGivenAndNothingOfTheServersSurroundings) {
  setenv("COOPOL_SECRET", "x", 1);
  const auto outcome = python(
      "import os; print(open('/proc/self/fd/3').read(), sorted(os.environ), os.getcwd(), "
      "sorted(os.listdir('/proc/self/fd'))[:5])");
  EXPECT_EQ(outcome.end, confined::End::finished);
  EXPECT_EQ(outcome.text, "given ['LC_ALL'] / ['0', '1', '2', '3', '4']\n") << "4 is the listing itself";
}

TEST(Confined, S07_WritesNoFile) {
  EXPECT_EQ(python("open('/proc/self/fd/3', 'r+b', 0).write(b'x')").end, confined::End::failed);
}

TEST(Confined, S07_ReachesNoNetwork) {
  // NOLINTNEXTLINE(cert-env33-c)
  if (std::system("unshare --user --net true 2> /dev/null") != 0)
    GTEST_SKIP() << "user namespaces are not allowed here";
  const auto why =
      python("import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError as e: print(e.errno)");
  EXPECT_EQ(why.text, std::to_string(ENETUNREACH) + "\n") << "the loopback of the machine would refuse";
}

TEST(Confined, S07_EndsAtEachAllowance) {
  using std::chrono_literals::operator""s, std::chrono_literals::operator""ms;
  EXPECT_EQ(python("while True: pass", hasty(1s, 30s)).end, confined::End::exhausted);
  EXPECT_EQ(python("import time; time.sleep(60)", hasty(30s, 200ms)).end, confined::End::exhausted);
  EXPECT_EQ(python("x = bytearray(1 << 30)").end, confined::End::exhausted);
  EXPECT_EQ(python("print('x' * 2000)").end, confined::End::exhausted);
  EXPECT_EQ(python("import sys; sys.stderr.write('x' * 200000); sys.exit(3)").end, confined::End::failed);
}

}  // namespace
