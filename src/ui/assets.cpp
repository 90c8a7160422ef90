#include "ui/assets.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include "ui/icon.hpp"

namespace ui {

namespace {
using Manifest = std::map<std::string, std::string, std::less<>>;

// Written by load_assets() before there is a second thread, only read afterwards.
Manifest& manifest() {
  static Manifest names;
  return names;
}

// The manifest is ours: one flat object of plain strings, no escapes.
Manifest parse(std::string_view json) {
  Manifest names;
  size_t at = 0;
  const auto next_string = [&]() -> std::string_view {
    const auto open = json.find('"', at);
    if (open == std::string_view::npos) return {};
    const auto close = json.find('"', open + 1);
    if (close == std::string_view::npos) return {};
    at = close + 1;
    return json.substr(open + 1, close - open - 1);
  };
  for (auto name = next_string(); !name.empty(); name = next_string()) names.emplace(name, next_string());
  return names;
}
}  // namespace

void load_assets(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string() + ": the front end is not built (npm run build)");
  manifest() = parse(std::string(std::istreambuf_iterator<char>(file), {}));
  prepare_icons();
}

std::string_view asset(std::string_view name) {
  const auto found = manifest().find(name);
  return found == manifest().end() ? name : std::string_view(found->second);
}

}  // namespace ui
