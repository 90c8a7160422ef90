#pragma once
// The archive as pages that are read without a server, on a telephone too: one file a page, and another after some
// hundred rows.

#include <chrono>
#include <string>
#include <vector>

#include "core/html.hpp"
#include "core/zip.hpp"
#include "own_data/parts.hpp"

namespace boost::json {
class value;
}

namespace own_data {

/// A value of a row as it is read: dates as French writes them, codes as the site words them. "" for nothing.
std::string shown(std::string_view key, const boost::json::value& value);

class Book {
 public:
  Book(zip::Writer& zip, std::chrono::sys_seconds now) : zip_(zip), now_(now) {}

  void open(const Page& page);
  void part(const Part& part);
  void row(const std::string& json);  ///< one JSON object
  void close();
  /// index.html and what all pages look like. `rows`: of each part.
  void cover(const std::string& name, const std::vector<std::int64_t>& rows);

 private:
  void head(std::string_view title);
  void leave(const std::string& file);
  void next_leaf();

  zip::Writer& zip_;
  const std::chrono::sys_seconds now_;
  html::Out out_;
  const Page* page_ = nullptr;
  const Part* part_ = nullptr;
  int leaf_ = 1, rows_on_leaf_ = 0;
  std::string group_;
};

}  // namespace own_data
