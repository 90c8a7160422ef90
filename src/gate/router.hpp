#pragma once
// From method and path to a route. Literal segments win over parameters.

#include <optional>
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
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace gate
