#pragma once
// A ZIP file written as it goes (APPNOTE 6.3), whatever its size: what is made leaves at once.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace zip {

class Writer {
 public:
  using Sink = std::function<void(std::string_view)>;

  /// What `sink` throws comes out of the call that made it write.
  explicit Writer(Sink sink);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Begins a file, and ends the one before. Names are plain ASCII.
  void file(const std::string& name, std::chrono::sys_seconds modified);
  void write(std::string_view octets);
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace zip
