#include "core/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <utility>

namespace zip {

struct Writer::State {
  Sink sink;
  std::exception_ptr failure;
  archive* made = archive_write_new();
  archive_entry* entry = archive_entry_new();

  ~State() {
    archive_entry_free(entry);
    archive_write_free(made);
  }
  void check(la_ssize_t result) {
    if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
    if (result < ARCHIVE_OK) throw std::runtime_error("a ZIP file could not be written");
  }
  static la_ssize_t pass_on(archive* whose, void* state, const void* octets, size_t count) {
    auto& self = *static_cast<State*>(state);
    try {
      self.sink({static_cast<const char*>(octets), count});
      return static_cast<la_ssize_t>(count);
    } catch (...) {  // libarchive is C
      self.failure = std::current_exception();
      archive_set_error(whose, -1, "the sink failed");
      return -1;
    }
  }
};

Writer::Writer(Sink sink) : state_(std::make_unique<State>()) {
  auto& s = *state_;
  s.sink = std::move(sink);
  s.check(archive_write_set_format_zip(s.made));
  s.check(archive_write_set_format_option(s.made, "zip", "zip64", nullptr));  // which old programs do not know
  s.check(archive_write_set_bytes_in_last_block(s.made, 1));                  // no padding
  s.check(archive_write_open2(s.made, state_.get(), nullptr, State::pass_on, nullptr, nullptr));
}

Writer::~Writer() {
  state_->sink = [](std::string_view) {};  // what was not finished goes nowhere
}

void Writer::file(const std::string& name, std::chrono::sys_seconds modified) {
  auto& s = *state_;
  archive_entry_clear(s.entry);
  archive_entry_set_pathname(s.entry, name.c_str());
  archive_entry_set_filetype(s.entry, AE_IFREG);
  archive_entry_set_perm(s.entry, 0600);
  archive_entry_set_mtime(s.entry, modified.time_since_epoch().count(), 0);
  s.check(archive_write_header(s.made, s.entry));
}

void Writer::write(std::string_view octets) {
  state_->check(archive_write_data(state_->made, octets.data(), octets.size()));
}

void Writer::finish() {
  state_->check(archive_write_close(state_->made));
}

}  // namespace zip
