#include "sections/routes.hpp"

#include "images/field.hpp"
#include "sections/configuration.hpp"
#include "sections/coordinates.hpp"
#include "sections/entry_form.hpp"
#include "sections/import_file.hpp"
#include "sections/import_page.hpp"
#include "sections/import_refused.hpp"
#include "sections/import_undo.hpp"
#include "sections/invitation_send.hpp"
#include "sections/join.hpp"
#include "sections/lists.hpp"
#include "sections/members_acts.hpp"
#include "sections/members_office.hpp"
#include "sections/public_page.hpp"
#include "sections/register_lists.hpp"
#include "sections/requests_office.hpp"
#include "sections/week.hpp"
#include "sections/welcome.hpp"
#include "sections/zones.hpp"

namespace sections {

using gate::get;
using gate::post;
using gate::who::insider;
using gate::who::list_user;
using gate::who::member;
using gate::who::secretary;

namespace {

gate::Route upload(std::string_view path, gate::Who who, gate::Handler handler) {
  auto route = post(path, who, handler, gate::few);
  route.body_bytes = upload_bytes;
  return route;
}

gate::Route with_picture(std::string_view path, gate::Who who, gate::Handler handler) {
  auto route = gate::slow_post(path, who, handler, images::forms);
  route.body_bytes = images::form_bytes;
  return route;
}

}  // namespace

std::vector<gate::Route> routes() {
  return {
      get("/sections/:section", member(), show_section),
      post("/sections/:section/demande", member(), ask_to_join),
      post("/sections/:section/demande/retrait", member(), withdraw_request),
      get("/sections/:section/evenements", insider("section"), show_section_events),
      get("/sections/:section/membres", insider("section"), show_section_members),
      get("/sections/:section/semaine", insider("section"), show_week),
      get("/sections/:section/gestion/accueil", secretary("section"), show_welcome),
      post("/sections/:section/gestion/accueil", secretary("section"), save_welcome),
      get("/sections/:section/gestion/configuration", secretary("section"), show_configuration),
      with_picture("/sections/:section/gestion/configuration", secretary("section"), save_configuration),
      get("/sections/:section/gestion", secretary("section"), enter_office),
      get("/sections/:section/gestion/demandes", secretary("section"), show_requests),
      post("/sections/:section/gestion/demandes", secretary("section"), settle_requests),
      get("/sections/:section/gestion/membres", secretary("section"), show_members),
      get("/sections/:section/gestion/membres/:person", secretary("section"), show_coordinates),
      post("/sections/:section/gestion/membres/role", secretary("section"), set_rank),
      post("/sections/:section/gestion/membres/ajout", secretary("section"), put_in_list),
      post("/sections/:section/gestion/membres/enlevement", secretary("section"), take_from_list),
      post("/sections/:section/gestion/membres/annulation", secretary("section"), undo_act),
      post("/sections/:section/gestion/membres/retrait", secretary("section"), remove_members),
      get("/sections/:section/gestion/listes/creation", secretary("section"), new_list),
      post("/sections/:section/gestion/listes/creation", secretary("section"), create_list),
      get("/sections/:section/gestion/listes/:list", secretary("section"), edit_list),
      post("/sections/:section/gestion/listes/:list", secretary("section"), save_list),
      post("/sections/:section/gestion/listes/:list/suppression", secretary("section"), delete_list),
      post("/sections/:section/gestion/listes/:list/retour", secretary("section"), let_back_in_zone),
      post("/sections/:section/gestion/zones/apercu", secretary("section"), try_zone, gate::usual_reads),
      get("/sections/:section/gestion/zones/responsables", secretary("section"), find_managers),
      get("/zones/:list", list_user("list"), show_zone),
      get("/sections/:section/gestion/importer", secretary("section"), choose_file),
      upload("/sections/:section/gestion/importer", secretary("section"), take_file),
      get("/sections/:section/gestion/importer/:import", secretary("section"), show_import),
      post("/sections/:section/gestion/importer/:import", secretary("section"), match_columns),
      get("/sections/:section/gestion/importer/:import/rapport.csv", secretary("section"), download_report),
      get("/sections/:section/gestion/importer/:import/a-corriger.csv", secretary("section"), download_refused),
      post("/sections/:section/gestion/importer/:import/annulation", secretary("section"), undo_import),
      get("/sections/:section/gestion/invitations", secretary("section"), show_ready),
      get("/sections/:section/gestion/invitations/envoyees", secretary("section"), show_sent),
      get("/sections/:section/gestion/invitations/incomplets", secretary("section"), show_incomplete),
      post("/sections/:section/gestion/invitations/envoi", secretary("section"), send_invitations),
      get("/sections/:section/gestion/invitations/envoi/:batch", secretary("section"), show_sending),
      post("/sections/:section/gestion/invitations/renvoi", secretary("section"), send_invitations_again),
      get("/sections/:section/gestion/invitations/creation", secretary("section"), new_entry),
      post("/sections/:section/gestion/invitations/creation", secretary("section"), create_entry),
      get("/sections/:section/gestion/invitations/:entry", secretary("section"), edit_entry),
      post("/sections/:section/gestion/invitations/:entry", secretary("section"), save_entry),
      post("/sections/:section/gestion/invitations/:entry/adresse", secretary("section"), save_address),
      post("/sections/:section/gestion/invitations/:entry/retrait", secretary("section"), delete_entry),
  };
}

}  // namespace sections
