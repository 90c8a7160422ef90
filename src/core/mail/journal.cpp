#include "core/mail/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <new>
#include <system_error>
#include <utility>

#include "core/crypto.hpp"

namespace mail {
namespace {

constexpr std::string_view extension = ".journal";
constexpr size_t most_workers = 64;

struct Header {
  std::array<char, 40> boot;  // of the kernel that keeps the file's memory
  std::uint32_t slots;
};
constexpr size_t slots_start = 64;
static_assert(sizeof(Header) <= slots_start && std::atomic<Stage>::is_always_lock_free);

std::array<char, 40> boot() {
  std::array<char, 40> id{};
  std::ifstream("/proc/sys/kernel/random/boot_id").read(id.data(), 36);
  return id;
}

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw std::system_error(errno, std::generic_category(), "the mail journal " + file.string());
}

bool is_still_there(const std::filesystem::path& file, int descriptor) {
  struct stat by_name {
  }, by_descriptor{};
  return stat(file.c_str(), &by_name) == 0 && fstat(descriptor, &by_descriptor) == 0 &&
         by_name.st_ino == by_descriptor.st_ino;
}

}  // namespace

void Slot::hold(std::int64_t row) {
  mail = row;
  stage = Stage::held;
}

Journal::Journal(const std::filesystem::path& folder, size_t workers) : count_(workers) {
  std::filesystem::create_directories(folder);
  file_ = folder / (crypto::hex(crypto::random_bytes(8)) + std::string(extension));
  // Made under another name, so that nobody takes it for an orphan before it is locked.
  const auto unlocked = folder / (file_.filename().string() + ".new");
  descriptor_ = open(unlocked.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  size_ = slots_start + count_ * sizeof(Slot);
  if (descriptor_ < 0 || flock(descriptor_, LOCK_EX | LOCK_NB) != 0 ||
      ftruncate(descriptor_, static_cast<off_t>(size_)) != 0)
    fail(unlocked);
  memory_ = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0);
  if (memory_ == MAP_FAILED) fail(unlocked);
  new (memory_) Header{boot(), static_cast<std::uint32_t>(count_)};
  slots_ = new (static_cast<char*>(memory_) + slots_start) Slot[count_]{};
  std::filesystem::rename(unlocked, file_);
}

Journal::~Journal() {
  const bool done = std::all_of(slots_, slots_ + count_, [](const Slot& slot) { return slot.stage == Stage::idle; });
  munmap(memory_, size_);
  if (done) unlink(file_.c_str());
  close(descriptor_);
}

std::vector<Journal::Orphan> Journal::orphans(const std::filesystem::path& folder) {
  std::vector<Orphan> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != extension) continue;
    const int descriptor = open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) continue;
    // The lock of a process ends with it. Between opening and locking another may have dealt with the file.
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0 && is_still_there(entry.path(), descriptor))
      found.emplace_back(entry.path(), descriptor);
    else
      close(descriptor);
  }
  return found;
}

Journal::Orphan::~Orphan() {
  if (descriptor_ >= 0) close(descriptor_);
}

Journal::Orphan::Orphan(Orphan&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

std::vector<Left> Journal::Orphan::read() const {
  std::array<char, slots_start> start{};
  if (pread(descriptor_, start.data(), start.size(), 0) != static_cast<ssize_t>(start.size())) return {};
  Header header{};
  std::memcpy(&header, start.data(), sizeof header);
  if (header.boot != boot()) return {};
  std::vector<Left> left;
  for (size_t i = 0; i < std::min<size_t>(header.slots, most_workers); ++i) {
    std::array<char, sizeof(Slot)> octets{};
    if (pread(descriptor_, octets.data(), octets.size(), static_cast<off_t>(slots_start + i * sizeof(Slot))) !=
        static_cast<ssize_t>(octets.size()))
      break;
    Left one{};
    std::memcpy(&one.mail, octets.data() + offsetof(Slot, mail), sizeof one.mail);
    std::memcpy(&one.stage, octets.data() + offsetof(Slot, stage), sizeof one.stage);
    if (one.stage != Stage::idle) left.push_back(one);
  }
  return left;
}

void Journal::Orphan::remove() {
  unlink(file_.c_str());
}

}  // namespace mail
