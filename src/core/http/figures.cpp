#include "core/http/figures.hpp"

#include <algorithm>

namespace http {

void Figures::count(const std::string& route, int status, double seconds) {
  const auto above = std::lower_bound(RouteFigures::bounds.begin(), RouteFigures::bounds.end(), seconds);
  const std::lock_guard lock(mutex_);
  RouteFigures& figures = routes_[route];
  ++figures.by_class.at(static_cast<size_t>(std::clamp(status / 100, 0, 5)));
  ++figures.by_time.at(static_cast<size_t>(above - RouteFigures::bounds.begin()));
  figures.seconds += seconds;
}

std::vector<RouteFigures> Figures::read() const {
  std::vector<RouteFigures> all;
  const std::lock_guard lock(mutex_);
  for (const auto& [route, figures] : routes_) all.emplace_back(figures).route = route;
  return all;
}

}  // namespace http
