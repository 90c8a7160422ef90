#include "testing/plan.hpp"

#include <regex>

namespace testing_db {

std::optional<int> pages_touched(const std::vector<std::string>& plan) {
  static const std::regex buffers{R"(Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?)"};
  std::smatch found;
  for (const auto& line : plan)  // the first line of buffers is the whole statement's
    if (std::regex_search(line, found, buffers)) {
      const auto number = [&](size_t i) { return found[i].matched ? std::stoi(found[i]) : 0; };
      return number(1) + number(2);
    }
  return std::nullopt;
}

}  // namespace testing_db
