#include "images/routes.hpp"

#include "images/picture.hpp"

namespace images {
namespace {

constexpr Rate pages_full{1200, std::chrono::minutes(1)};  // one page may show many

}  // namespace

std::vector<gate::Route> routes() {
  return {gate::get("/images/:picture", gate::who::member(), show_picture, pages_full)};
}

}  // namespace images
