#pragma once
// From method and path to a route. Literal segments win over parameters, the leftmost first. A tree of segments, made
// at start: three look-ups a request (limits, workers, handler) cost next to nothing, however many routes there are.

#include <array>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "gate/route.hpp"
#include "gate/visit.hpp"

namespace gate {

class Router {
 public:
  /// Throws std::logic_error when two routes take the same requests.
  explicit Router(std::vector<Route> routes);

  struct Match {
    const Route* route = nullptr;
    Parameters parameters;
    bool other_method = false;  ///< the path exists, for another method: 405
  };
  [[nodiscard]] Match find(http::Method method, std::string_view path) const;

 private:
  /// What has the same segments so far.
  struct Node {
    std::map<std::string_view, std::unique_ptr<Node>> literals;
    std::unique_ptr<Node> parameter;
    std::array<const Route*, static_cast<size_t>(http::Method::other) + 1> routes{};  ///< that end here
    bool ends = false;                                                                ///< any of them
  };
  static bool descend(const Node& node, http::Method method, std::string_view path, Match& match,
                      std::vector<std::string_view>& values);

  std::vector<Route> routes_;
  Node root_;
};

}  // namespace gate
