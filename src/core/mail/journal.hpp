#pragma once
// What each worker of this process has in its hands, in a file that outlives the process: memory shared with the file
// survives signal 9, not the machine's death. SMTP cannot ask a relay whether it has taken a mail (RFC 1047), so how
// far we had come is all there is to know.
//
//   held       nothing that counts was sent: the mail is free again
//   handing    the octets that end the message are on their way to the kernel, a matter of microseconds: free again,
//   rather send twice than lose handed     the kernel has them, and delivers them though we are dead; a relay that had
//   said yes to sender and recipient then takes the message, but for
//              what it may say against its content: the mail counts as sent
//   accepted   the relay said yes: sent
//
// Should the machine itself die, the file says nothing (it bears the boot's id): what was in flight is sent again, with
// the same Message-ID.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mail {

enum class Stage : std::uint32_t { idle, held, handing, handed, accepted };

/// One worker's mail.
struct Slot {
  std::int64_t mail;
  std::atomic<Stage> stage;

  void hold(std::int64_t row);
  void let_go() { stage = Stage::idle; }
};

struct Left {
  std::int64_t mail;
  Stage stage;
};

class Journal {
 public:
  /// Makes a file of its own in `folder`, which is made if need be. Throws std::system_error.
  Journal(const std::filesystem::path& folder, size_t workers);
  ~Journal();  ///< the file goes too, unless a slot is still in use
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// No other process, whenever and wherever, has the same: rows leased by us bear it.
  [[nodiscard]] std::string name() const { return file_.stem(); }
  [[nodiscard]] Slot& slot(size_t worker) { return slots_[worker]; }

  /// A file whose process is dead. Claimed by us alone as long as this lives.
  class Orphan {
   public:
    Orphan(std::filesystem::path file, int descriptor) : file_(std::move(file)), descriptor_(descriptor) {}
    ~Orphan();
    Orphan(Orphan&& other) noexcept;
    Orphan& operator=(Orphan&&) = delete;
    [[nodiscard]] std::string name() const { return file_.stem(); }
    [[nodiscard]] std::vector<Left> read() const;  ///< nothing if the machine has been started since
    void remove();                                 ///< once what it says was written down

   private:
    std::filesystem::path file_;
    int descriptor_;
  };
  static std::vector<Orphan> orphans(const std::filesystem::path& folder);

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
  size_t size_ = 0, count_ = 0;
  void* memory_ = nullptr;
  Slot* slots_ = nullptr;
};

}  // namespace mail
