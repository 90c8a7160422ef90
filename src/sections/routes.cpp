#include "sections/routes.hpp"

#include "sections/configuration.hpp"
#include "sections/federation.hpp"
#include "sections/federation_office.hpp"
#include "sections/public_page.hpp"
#include "sections/secretary_invitation.hpp"

namespace sections {

using gate::get;
using gate::post;
using gate::who::insider;
using gate::who::member;
using gate::who::referent;
using gate::who::secretary;

std::vector<gate::Route> routes() {
  return {
      get("/parti", member(), show_party),
      get("/federations/:federation", member(), show_federation),
      get("/federations/:federation/gestion", referent("federation"), show_federation_office),
      post("/federations/:federation/sections", referent("federation"), open_section),
      get("/sections/:section/secretaire", referent("section"), new_secretary),
      post("/sections/:section/secretaire", referent("section"), invite_secretary),
      post("/sections/:section/secretaire/renvoi", referent("section"), invite_secretary_again),
      post("/sections/:section/secretaire/retrait", referent("section"), withdraw_secretary),
      get("/sections/:section", member(), show_section),
      get("/sections/:section/membres", insider("section"), show_section_members),
      get("/sections/:section/gestion/configuration", secretary("section"), show_configuration),
      post("/sections/:section/gestion/configuration", secretary("section"), save_configuration),
  };
}

}  // namespace sections
