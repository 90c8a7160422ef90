#include "core/text/difference.hpp"

#include <algorithm>
#include <cstdint>

namespace text {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines(std::string_view text) {
  Lines found;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    found.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

// How many lines the tails of both have in common, for each pair of places where they may begin.
class Common {
 public:
  Common(const Lines& a, const Lines& b) : width_(b.size() + 1), length_((a.size() + 1) * width_) {
    for (size_t i = a.size(); i-- > 0;)
      for (size_t j = b.size(); j-- > 0;)
        length_[i * width_ + j] =
            static_cast<std::uint16_t>(a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1)));
  }
  [[nodiscard]] int at(size_t i, size_t j) const { return length_[i * width_ + j]; }

 private:
  size_t width_;
  std::vector<std::uint16_t> length_;
};

}  // namespace

std::vector<Line> difference(std::string_view before, std::string_view after) {
  using enum Line::Kind;
  auto a = lines(before), b = lines(after);
  std::vector<Line> made;
  size_t same = 0;
  while (same < a.size() && same < b.size() && a[same] == b[same]) made.push_back({kept, b[same++]});
  Lines tail;
  while (a.size() > same && b.size() > same && a.back() == b.back()) {
    tail.push_back(b.back());
    a.pop_back();
    b.pop_back();
  }
  a.erase(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(same));
  b.erase(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(same));
  size_t i = 0, j = 0;
  if (a.size() <= most_lines_compared && b.size() <= most_lines_compared) {
    const Common common(a, b);
    while (i < a.size() && j < b.size()) {
      if (a[i] == b[j]) {
        made.push_back({kept, b[j++]});
        ++i;
      } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
        made.push_back({removed, a[i++]});
      } else {
        made.push_back({added, b[j++]});
      }
    }
  }
  while (i < a.size()) made.push_back({removed, a[i++]});
  while (j < b.size()) made.push_back({added, b[j++]});
  for (auto line = tail.rbegin(); line != tail.rend(); ++line) made.push_back({kept, *line});
  return made;
}

}  // namespace text
