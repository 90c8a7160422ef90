#include "gate/router.hpp"

#include <algorithm>
#include <stdexcept>

namespace gate {
namespace {

/// Cuts the next segment off the path; both begin with '/'.
std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto slash = std::min(path.find('/'), path.size());
  const auto segment = path.substr(0, slash);
  path.remove_prefix(slash);
  return segment;
}

bool is_parameter(std::string_view segment) {
  return segment.starts_with(':');
}

Parameters named(std::string_view pattern, const std::vector<std::string_view>& values) {
  Parameters parameters;
  for (auto value = values.begin(); !pattern.empty();)
    if (const auto segment = next_segment(pattern); is_parameter(segment))
      parameters.emplace_back(segment.substr(1), *value++);
  return parameters;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  for (const auto& route : routes_) {
    auto* node = &root_;
    for (auto rest = route.path; !rest.empty();) {
      const auto segment = next_segment(rest);
      auto& next = is_parameter(segment) ? node->parameter : node->literals[segment];
      if (!next) next = std::make_unique<Node>();
      node = next.get();
    }
    auto& end = node->routes[static_cast<size_t>(route.method)];
    if (end) throw std::logic_error("two routes take " + std::string(end->path) + " and " + std::string(route.path));
    end = &route;
    node->ends = true;
  }
}

Router::Match Router::find(http::Method method, std::string_view path) const {
  Match match;
  std::vector<std::string_view> values;
  if (path.starts_with('/') &&
      descend(root_, method == http::Method::head ? http::Method::get : method, path, match, values))
    match.parameters = named(match.route->path, values);
  return match;
}

bool Router::descend(const Node& node, http::Method method, std::string_view path, Match& match,
                     std::vector<std::string_view>& values) {
  if (path.empty()) {
    match.route = node.routes[static_cast<size_t>(method)];
    match.other_method |= !match.route && node.ends;
    return match.route != nullptr;
  }
  const auto segment = next_segment(path);
  if (const auto literal = node.literals.find(segment); literal != node.literals.end())
    if (descend(*literal->second, method, path, match, values)) return true;
  if (!node.parameter || segment.empty()) return false;
  values.push_back(segment);
  if (descend(*node.parameter, method, path, match, values)) return true;
  values.pop_back();
  return false;
}

}  // namespace gate
