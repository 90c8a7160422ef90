#include "sections/routes.hpp"

#include "sections/configuration.hpp"
#include "sections/public_page.hpp"

namespace sections {

using gate::get;
using gate::post;
using gate::who::insider;
using gate::who::member;
using gate::who::secretary;

std::vector<gate::Route> routes() {
  return {
      get("/sections/:section", member(), show_section),
      get("/sections/:section/membres", insider("section"), show_section_members),
      get("/sections/:section/gestion/configuration", secretary("section"), show_configuration),
      post("/sections/:section/gestion/configuration", secretary("section"), save_configuration),
  };
}

}  // namespace sections
