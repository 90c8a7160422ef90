#include "core/http/static_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/crypto.hpp"
#include "core/http/compress.hpp"
#include "core/http/header_value.hpp"

namespace http {

namespace fs = std::filesystem;

namespace {

constexpr size_t etag_bytes = 12;
constexpr size_t digest_length = 8;

std::string_view type_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 15> types{
      {{".css", "text/css; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".map", "application/json"},
       {".json", "application/json"},
       {".webmanifest", "application/manifest+json"},
       {".svg", "image/svg+xml"},
       {".png", "image/png"},
       {".jpg", "image/jpeg"},
       {".webp", "image/webp"},
       {".avif", "image/avif"},
       {".ico", "image/x-icon"},
       {".woff2", "font/woff2"},
       {".txt", "text/plain; charset=utf-8"},
       {".pdf", "application/pdf"},
       {".pbf", "application/x-protobuf"}}};
  const auto* found =
      std::find_if(types.begin(), types.end(), [&](const auto& pair) { return name.ends_with(pair.first); });
  return found == types.end() ? std::string_view{} : found->second;
}

/// Is there a part between dashes or dots that a bundler made from the content: 8 or more of base32 in capitals, or of
/// hex with a digit?
bool holds_digest(std::string_view name) {
  for (size_t start = 0; start < name.size();) {
    const auto end = std::min(name.find_first_of("-.", start), name.size());
    const auto part = name.substr(start, end - start);
    start = end + 1;
    if (part.size() < digest_length) continue;
    const bool base32 = part.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string_view::npos;
    const bool hex = part.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
                     part.find_first_of("0123456789") != std::string_view::npos;
    if (base32 || hex) return true;
  }
  return false;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string content((std::istreambuf_iterator<char>(file)), {});
  if (!file) throw std::system_error(std::make_error_code(std::errc::io_error), "cannot read " + path.string());
  return content;
}

/// The packed form beside `path`, or nothing: one that is older than the file or no smaller would be wrong or useless.
std::string read_packed(const fs::path& path, const std::string& ending, const std::string& plain) {
  const fs::path packed = path.string() + ending;
  if (!fs::is_regular_file(fs::symlink_status(packed)) || fs::last_write_time(packed) < fs::last_write_time(path))
    return {};
  std::string content = read(packed);
  return content.size() < plain.size() ? content : std::string{};
}

bool matches(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || lists(if_none_match, etag) || lists(if_none_match, "W/" + std::string(etag));
}

}  // namespace

StaticFiles::StaticFiles(const std::string& folder) {
  if (folder.empty()) return;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || entry->is_symlink()) {
      entry.disable_recursion_pending();
      continue;
    }
    const std::string_view type = type_of(name);
    if (!entry->is_regular_file() || type.empty()) continue;
    File file;
    file.plain = read(entry->path());
    file.brotli = read_packed(entry->path(), ".br", file.plain);
    file.gzip = read_packed(entry->path(), ".gz", file.plain);
    file.etag = crypto::base64url(crypto::sha256(file.plain).substr(0, etag_bytes));
    file.type = type;
    file.immutable = holds_digest(name);
    files_.emplace(fs::relative(entry->path(), folder).generic_string(), std::move(file));
  }
}

std::optional<StaticFiles::Found> StaticFiles::find(const Request& request) const {
  const std::string_view path = request.path;
  if (!path.starts_with(prefix)) return std::nullopt;
  const auto found = files_.find(path.substr(prefix.size()));
  if (found == files_.end()) return std::nullopt;
  const File& file = found->second;

  Found answer;
  Fields& headers = answer.head.headers;
  if (request.method != Method::get && request.method != Method::head) {
    answer.head.status = 405;
    headers.add("allow", "GET, HEAD");
    return answer;
  }
  const Coding coding = choose_coding(request.headers.get("accept-encoding"), !file.gzip.empty(), !file.brotli.empty());
  // Each form has a tag of its own (RFC 9110 8.8.3.3).
  const std::string etag = '"' + file.etag + (coding == Coding::identity ? "" : "-" + std::string(name(coding))) + '"';
  headers.add("cache-control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  headers.add("etag", etag);
  if (!file.gzip.empty() || !file.brotli.empty()) headers.add("vary", "accept-encoding");
  if (const auto known = request.headers.find("if-none-match"); known && matches(*known, etag)) {
    answer.head.status = 304;
    return answer;
  }
  headers.add("content-type", std::string(file.type));
  if (coding != Coding::identity) headers.add("content-encoding", std::string(name(coding)));
  answer.body = coding == Coding::brotli ? file.brotli : coding == Coding::gzip ? file.gzip : file.plain;
  return answer;
}

}  // namespace http
