#include "testing/zip_files.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

namespace testing_zip {

std::map<std::string, std::string> files_in_zip(const std::string& made) {
  std::map<std::string, std::string> found;
  auto* reader = archive_read_new();
  archive_read_support_format_zip(reader);
  EXPECT_EQ(archive_read_open_memory(reader, made.data(), made.size()), ARCHIVE_OK);
  for (archive_entry* entry = nullptr; archive_read_next_header(reader, &entry) == ARCHIVE_OK;) {
    auto& content = found[archive_entry_pathname(entry)];
    char part[4096];
    for (la_ssize_t read = 0; (read = archive_read_data(reader, part, sizeof part)) > 0;)
      content.append(part, static_cast<size_t>(read));
  }
  archive_read_free(reader);
  return found;
}

}  // namespace testing_zip
