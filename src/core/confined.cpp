#include "core/confined.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <system_error>
#include <utility>

namespace confined {

namespace {

using Clock = std::chrono::steady_clock;

constexpr rlim_t open_files = 32;
constexpr int first_free = 10;  // descriptors of the child below this number are set by hand

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {
    if (number < 0) throw std::system_error(errno, std::generic_category(), "confined process");
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { shut(); }
  [[nodiscard]] int number() const { return number_; }
  void shut() {
    if (number_ >= 0) close(std::exchange(number_, -1));
  }

 private:
  int number_;
};

// Above the numbers that the child fills, so that dup2 there neither overwrites nor finds the number already right (and
// marked close-on-exec).
Descriptor lifted(int number) {
  const Descriptor low(number);
  return Descriptor(fcntl(low.number(), F_DUPFD_CLOEXEC, first_free));
}

Descriptor in_memory(std::string_view bytes) {
  auto file = lifted(memfd_create("input", MFD_CLOEXEC));
  while (!bytes.empty()) {
    const auto written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0) throw std::system_error(errno, std::generic_category(), "confined process");
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return file;
}

std::pair<Descriptor, Descriptor> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "confined process");
  return {lifted(ends[0]), lifted(ends[1])};
}

void limit(__rlimit_resource what, rlim_t to) {
  const rlimit both{to, to};
  if (setrlimit(what, &both) != 0) _exit(126);
}

// Between fork and exec in a process of many threads: system calls only.
[[noreturn]] void become(char* const* command, int input, int output, int complaints, int nothing,
                         const Allowance& allowance) {
  static char* const environment[] = {const_cast<char*>("LC_ALL=C.UTF-8"), nullptr};
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // Where a kernel or a container refuses user namespaces the limits below still hold.
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0) (void)unshare(CLONE_NEWNET);
  if (dup2(nothing, 0) < 0 || dup2(output, 1) < 0 || dup2(complaints, 2) < 0 || dup2(input, 3) < 0 || chdir("/") != 0)
    _exit(126);
  close_range(4, ~0U, 0);
  for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGXCPU}) std::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  limit(RLIMIT_NOFILE, open_files);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CPU, static_cast<rlim_t>(allowance.processor.count()));
  limit(RLIMIT_AS, allowance.memory);
  execve(command[0], command, environment);
  _exit(127);
}

// Ends with its owner, whatever throws.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill(-id_, SIGKILL);
    if (!reaped_) waitpid(id_, nullptr, 0);
  }

  /// It has nothing more to say, but may still be running. Returns its exit code, or none when it was killed or does
  /// not end.
  std::optional<int> wait(Clock::time_point deadline) {
    constexpr useconds_t pause = 2000;  // microseconds
    int status = 0;
    while (waitpid(id_, &status, WNOHANG) == 0) {
      if (Clock::now() > deadline) return {};
      usleep(pause);
    }
    reaped_ = true;
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
  }

 private:
  pid_t id_;
  bool reaped_ = false;
};

// Reads what is printed and the end of what is complained, until both are closed. Returns why it stopped earlier, if it
// did.
End drain(int output, int complaints, std::string& last_words, const Allowance& allowance, Clock::time_point deadline,
          const std::function<bool(std::string_view)>& sink) {
  std::array<pollfd, 2> from{
      {{.fd = output, .events = POLLIN, .revents = 0}, {.fd = complaints, .events = POLLIN, .revents = 0}}};
  std::array<char, 65536> buffer{};
  size_t total = 0;
  while (from[0].fd >= 0 || from[1].fd >= 0) {  // poll leaves out descriptors below 0
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0 || poll(from.data(), from.size(), static_cast<int>(left)) == 0) return End::exhausted;
    for (auto& source : from) {
      if (source.fd < 0 || source.revents == 0) continue;
      const auto got = ::read(source.fd, buffer.data(), buffer.size());
      const std::string_view text(buffer.data(), got > 0 ? static_cast<size_t>(got) : 0);
      if (text.empty()) {
        source.fd = -1;
      } else if (&source == &from[1]) {
        last_words = text.substr(text.size() - std::min(text.size(), size_t{200}));
      } else {
        total += text.size();
        if (total > allowance.output) return End::exhausted;
        if (!sink(text)) return End::stopped;
      }
    }
  }
  return End::finished;
}

}  // namespace

End run(const std::vector<std::string>& command, std::string_view input, const Allowance& allowance,
        const std::function<bool(std::string_view)>& sink) {
  const auto deadline = Clock::now() + allowance.clock;
  std::vector<char*> words;
  words.reserve(command.size() + 1);
  for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  const auto file = in_memory(input);
  auto [output, printing] = make_pipe();
  auto [complaints, complaining] = make_pipe();
  const auto nothing = lifted(open("/dev/null", O_RDWR | O_CLOEXEC));

  const pid_t id = fork();
  if (id < 0) throw std::system_error(errno, std::generic_category(), "confined process");
  if (id == 0)
    become(words.data(), file.number(), printing.number(), complaining.number(), nothing.number(), allowance);
  Child child(id);
  printing.shut();
  complaining.shut();

  std::string last_words;
  const End end = drain(output.number(), complaints.number(), last_words, allowance, deadline, sink);
  if (end != End::finished) return end;
  const auto code = child.wait(deadline);
  if (!code || last_words.find("MemoryError") != last_words.npos) return End::exhausted;
  return *code == 0 ? End::finished : End::failed;
}

}  // namespace confined
