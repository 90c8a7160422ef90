#pragma once
// Counts and times of answers by route, for /metrics.

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/http/server.hpp"

namespace http {

class Figures {
 public:
  void count(const std::string& route, int status, double seconds);
  [[nodiscard]] std::vector<RouteFigures> read() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, RouteFigures, std::less<>> routes_;
};

}  // namespace http
