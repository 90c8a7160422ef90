#include "federations/routes.hpp"

#include "federations/activation.hpp"
#include "federations/help.hpp"
#include "federations/office.hpp"
#include "federations/opening.hpp"
#include "federations/page.hpp"
#include "federations/party.hpp"
#include "federations/secretary.hpp"

namespace federations {

using gate::get;
using gate::post;
using gate::who::member;
using gate::who::referent;

namespace {

constexpr Rate helps{20, std::chrono::minutes(5)};  // at whose door several wait; the database counts by the hour

// An .xlsx takes a process of its own, and seconds.
gate::Route upload(std::string_view path, gate::Handler handler) {
  auto route = gate::slow_post(path, referent("federation"), handler, gate::few);
  route.body_bytes = opening_file_bytes + 65536;  // what the form adds to the file
  return route;
}
gate::Route many_lines(std::string_view path, gate::Handler handler) {
  auto route = post(path, referent("federation"), handler, gate::few);
  route.body_bytes = opening_file_bytes;
  return route;
}

}  // namespace

std::vector<gate::Route> routes() {
  return {
      get("/parti", member(), show_party),
      get("/parti/carte", member(), show_party_map),
      get("/federations/:federation", member(), show_federation),
      get("/federations/:federation/gestion", referent("federation"), show_office),
      post("/federations/:federation/sections", referent("federation"), open_section),
      get("/federations/:federation/gestion/fichier", referent("federation"), choose_opening_file),
      upload("/federations/:federation/gestion/fichier", preview_opening),
      get("/federations/:federation/gestion/fichier/modele.csv", referent("federation"), download_opening_model),
      many_lines("/federations/:federation/gestion/fichier/ouverture", open_sections),
      get("/federations/:federation/gestion/activation", referent("federation"), show_activation),
      get("/federations/:federation/gestion/activation.csv", referent("federation"), download_activation),
      get("/federations/:federation/gestion/aide", referent("federation"), show_help),
      post("/federations/:federation/gestion/aide", referent("federation"), look_for_help, helps),
      post("/federations/:federation/gestion/aide/envoi", referent("federation"), send_help, helps),
      get("/sections/:section/secretaire", referent("section"), new_secretary),
      post("/sections/:section/secretaire", referent("section"), invite_secretary),
      post("/sections/:section/secretaire/renvoi", referent("section"), invite_secretary_again),
      post("/sections/:section/secretaire/retrait", referent("section"), withdraw_secretary),
      post("/sections/:section/secretaire/fin", referent("section"), remove_secretary),
  };
}

}  // namespace federations
