#include "gate/router.hpp"

#include <algorithm>
#include <set>

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

bool matches(std::string_view pattern, std::string_view path, Parameters& parameters) {
  while (!pattern.empty() && !path.empty()) {
    const auto expected = next_segment(pattern), found = next_segment(path);
    if (expected.starts_with(':')) {
      if (found.empty()) return false;
      parameters.emplace_back(expected.substr(1), found);
    } else if (expected != found) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

// Parameters sort after every literal, so that the first match is the most precise.
std::string precedence(std::string_view pattern) {
  std::string key(pattern);
  std::replace(key.begin(), key.end(), ':', '\x7f');
  return key;
}

std::string shape(const Route& route) {
  std::string key = std::string(http::name(route.method)) + ' ';
  std::string_view rest = route.path;
  while (!rest.empty()) {
    const auto segment = next_segment(rest);
    key += segment.starts_with(':') ? std::string("/:") : '/' + std::string(segment);
  }
  return key;
}

}  // namespace

Router::Router(std::vector<Route> routes) : routes_(std::move(routes)) {
  std::set<std::string> shapes;
  for (const auto& route : routes_)
    if (!shapes.insert(shape(route)).second) throw std::logic_error("two routes take " + shape(route));
  std::stable_sort(routes_.begin(), routes_.end(),
                   [](const Route& a, const Route& b) { return precedence(a.path) < precedence(b.path); });
}

Router::Match Router::find(http::Method method, std::string_view path) const {
  Match match;
  if (method == http::Method::head) method = http::Method::get;
  for (const auto& route : routes_) {
    Parameters parameters;
    if (!matches(route.path, path, parameters)) continue;
    if (route.method != method) {
      match.other_method = true;
      continue;
    }
    match.route = &route;
    match.parameters = std::move(parameters);
    return match;
  }
  return match;
}

}  // namespace gate
