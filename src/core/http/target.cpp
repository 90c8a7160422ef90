#include "core/http/target.hpp"

#include <algorithm>

#include "core/http/percent.hpp"

namespace http {

namespace {

constexpr size_t query_pairs = 200;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// Segments are cut before they are decoded, so that an encoded slash cannot make two of one.
std::optional<std::string> read_path(std::string_view encoded) {
  if (!encoded.starts_with('/')) return std::nullopt;
  std::string path;
  for (size_t start = 1; start <= encoded.size();) {
    const auto end = std::min(encoded.find('/', start), encoded.size());
    const auto segment = percent_decoded(encoded.substr(start, end - start), Stray::refuse, false);
    if (!segment || !is_text(*segment) || *segment == "." || *segment == "..") return std::nullopt;
    if (std::any_of(segment->begin(), segment->end(), [](char c) { return is_control(c) || c == '/' || c == '\\'; }))
      return std::nullopt;
    if (!segment->empty()) path.append("/").append(*segment);
    start = end + 1;
  }
  return path.empty() ? "/" : path;
}

}  // namespace

std::optional<Target> read_target(std::string_view target) {
  const auto mark = target.find('?');
  auto path = read_path(target.substr(0, mark));
  if (!path || target.find('#') != std::string_view::npos) return std::nullopt;
  Target made{std::move(*path), {}};
  if (mark != std::string_view::npos && !read_pairs(target.substr(mark + 1), query_pairs, made.query))
    return std::nullopt;
  return made;
}

bool read_pairs(std::string_view text, size_t limit, Fields& into) {
  for (size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('&', start), text.size());
    const auto pair = text.substr(start, end - start);
    start = end + 1;
    if (pair.empty()) continue;
    if (into.pairs().size() == limit) return false;
    const auto equals = pair.find('=');
    auto name = percent_decoded(pair.substr(0, equals), Stray::keep, true);
    auto value = percent_decoded(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1),
                                 Stray::keep, true);
    if (!is_text(*name) || !is_text(*value)) return false;
    into.add(std::move(*name), std::move(*value));
  }
  return true;
}

}  // namespace http
