#pragma once
// Style sheets, scripts, fonts and pictures of the site itself: few, so they are read once at start and answered from
// memory. Not what members send (src/files). Served as /static/<path below the folder>:
// - regular files of known types only; no name with a leading dot, no symbolic link;
// - a name that holds its digest (app-K3JX2QAB.js) never changes and is kept for a year, any other is asked for again
// each time (ETag);
// - name.br and name.gz beside a file are its packed forms, made when the site is built.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/http/message.hpp"

namespace http {

class StaticFiles {
 public:
  static constexpr std::string_view prefix = "/static/";

  /// An empty folder name means none. Throws std::system_error when the folder cannot be read.
  explicit StaticFiles(const std::string& folder);

  struct Found {
    Response head;          ///< status and headers
    std::string_view body;  ///< stays valid as long as this object
  };
  /// Nothing when there is no such file.
  [[nodiscard]] std::optional<Found> find(const Request& request) const;
  [[nodiscard]] size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string plain, gzip, brotli;
    std::string etag;  ///< without quotes
    std::string_view type;
    bool immutable = false;
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace http
