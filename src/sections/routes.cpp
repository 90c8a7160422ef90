#include "sections/routes.hpp"

#include "images/field.hpp"
#include "sections/configuration.hpp"
#include "sections/coordinates.hpp"
#include "sections/delegations.hpp"
#include "sections/entry_form.hpp"
#include "sections/figures.hpp"
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
using gate::noted;
using gate::post;
using gate::Power;
using gate::who::insider;
using gate::who::list_user;
using gate::who::member;
using gate::who::office;
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
  constexpr auto members = office(Power::members, "section"), invitations = office(Power::invitations, "section"),
                 messages = office(Power::messages, "section"), any_power = office(Power::any, "section");
  return {
      get("/sections/:section", member(), show_section),
      post("/sections/:section/demande", member(), ask_to_join),
      post("/sections/:section/demande/retrait", member(), withdraw_request),
      get("/sections/:section/evenements", insider("section"), show_section_events),
      get("/sections/:section/membres", insider("section"), show_section_members),
      get("/sections/:section/semaine", insider("section"), show_week),
      get("/sections/:section/gestion/chiffres", office(Power::figures, "section"), show_figures),
      get("/sections/:section/gestion/chiffres.csv", secretary("section"), download_figures),
      get("/sections/:section/gestion/accueil", messages, show_welcome),
      noted("a écrit le message d’accueil", post("/sections/:section/gestion/accueil", messages, save_welcome)),
      get("/sections/:section/gestion/configuration", secretary("section"), show_configuration),
      with_picture("/sections/:section/gestion/configuration", secretary("section"), save_configuration),
      get("/sections/:section/gestion/delegations", secretary("section"), show_delegations),
      post("/sections/:section/gestion/delegations", secretary("section"), delegate),
      post("/sections/:section/gestion/delegations/retrait", secretary("section"), withdraw_delegation),
      get("/sections/:section/gestion", any_power, enter_office),
      get("/sections/:section/gestion/demandes", members, show_requests),
      noted("a répondu à des demandes", post("/sections/:section/gestion/demandes", members, settle_requests)),
      get("/sections/:section/gestion/membres", members, show_members),
      get("/sections/:section/gestion/membres/:person", members, show_coordinates),
      post("/sections/:section/gestion/membres/role", secretary("section"), set_rank),
      noted("a ajouté des membres à une liste", post("/sections/:section/gestion/membres/ajout", members, put_in_list)),
      noted("a enlevé des membres d’une liste",
            post("/sections/:section/gestion/membres/enlevement", members, take_from_list)),
      noted("a annulé ce qui venait d’être fait",
            post("/sections/:section/gestion/membres/annulation", members, undo_act)),
      noted("a retiré des membres de la section",
            post("/sections/:section/gestion/membres/retrait", members, remove_members)),
      get("/sections/:section/gestion/listes/creation", members, new_list),
      noted("a créé une liste", post("/sections/:section/gestion/listes/creation", members, create_list)),
      get("/sections/:section/gestion/listes/:list", members, edit_list),
      noted("a changé une liste", post("/sections/:section/gestion/listes/:list", members, save_list)),
      noted("a supprimé une liste", post("/sections/:section/gestion/listes/:list/suppression", members, delete_list)),
      noted("a remis des membres dans une zone",
            post("/sections/:section/gestion/listes/:list/retour", members, let_back_in_zone)),
      noted("a essayé une zone", post("/sections/:section/gestion/zones/apercu", members, try_zone, gate::usual_reads)),
      get("/sections/:section/gestion/zones/responsables", members, find_managers),
      get("/sections/:section/gestion/zones/domiciles", members, zone_map),
      get("/zones/:list", list_user("list"), show_zone),
      get("/sections/:section/gestion/importer", secretary("section"), choose_file),
      upload("/sections/:section/gestion/importer", secretary("section"), take_file),
      get("/sections/:section/gestion/importer/:import", secretary("section"), show_import),
      post("/sections/:section/gestion/importer/:import", secretary("section"), match_columns),
      get("/sections/:section/gestion/importer/:import/rapport.csv", secretary("section"), download_report),
      get("/sections/:section/gestion/importer/:import/a-corriger.csv", secretary("section"), download_refused),
      post("/sections/:section/gestion/importer/:import/annulation", secretary("section"), undo_import),
      get("/sections/:section/gestion/invitations", invitations, show_ready),
      get("/sections/:section/gestion/invitations/envoyees", invitations, show_sent),
      get("/sections/:section/gestion/invitations/incomplets", invitations, show_incomplete),
      noted("a envoyé des invitations",
            post("/sections/:section/gestion/invitations/envoi", invitations, send_invitations)),
      get("/sections/:section/gestion/invitations/envoi/:batch", invitations, show_sending),
      noted("a envoyé de nouveau des invitations",
            post("/sections/:section/gestion/invitations/renvoi", invitations, send_invitations_again)),
      get("/sections/:section/gestion/invitations/creation", invitations, new_entry),
      noted("a ajouté une personne à inviter",
            post("/sections/:section/gestion/invitations/creation", invitations, create_entry)),
      get("/sections/:section/gestion/invitations/:entry", invitations, edit_entry),
      noted("a corrigé la fiche d’une personne à inviter",
            post("/sections/:section/gestion/invitations/:entry", invitations, save_entry)),
      noted("a corrigé une adresse",
            post("/sections/:section/gestion/invitations/:entry/adresse", invitations, save_address)),
      noted("a supprimé une personne à inviter",
            post("/sections/:section/gestion/invitations/:entry/retrait", invitations, delete_entry)),
  };
}

}  // namespace sections
