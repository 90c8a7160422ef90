#include "letters/routes.hpp"

#include "letters/compose.hpp"
#include "letters/delivery.hpp"
#include "letters/outsider.hpp"
#include "letters/outsiders_file.hpp"
#include "letters/outsiders_import.hpp"
#include "letters/saved.hpp"
#include "letters/way_out.hpp"

namespace letters {

using gate::get;
using gate::noted;
using gate::post;
using gate::who::anyone;
using gate::who::list_user;
using gate::who::secretary;

namespace {

// With workers of its own: an .xlsx is read by another program, for which no page waits.
gate::Route upload(std::string_view path, gate::Who who, gate::Handler handler) {
  auto route = gate::slow_post(path, who, handler, gate::few);
  route.body_bytes = contacts_file_bytes + (size_t{64} << 10);
  return route;
}

}  // namespace

std::vector<gate::Route> routes() {
  constexpr auto messages = gate::who::office(gate::Power::messages, "section");
  return {
      get("/sections/:section/gestion/courriers", messages, show_letters),
      get("/sections/:section/gestion/courriers/nouveau", messages, new_letter),
      noted("a commencé un courrier", post("/sections/:section/gestion/courriers/nouveau", messages, create_letter)),
      noted("a commencé un courrier", post("/sections/:section/gestion/courriers/coches", messages, write_to_ticked)),
      get("/sections/:section/gestion/courriers/compte", messages, count_audience),
      get("/sections/:section/gestion/courriers/destinataires/:audience", messages, show_audience),
      noted("a changé des destinataires gardés",
            post("/sections/:section/gestion/courriers/destinataires/:audience", messages, save_audience)),
      noted(
          "a supprimé des destinataires gardés",
          post("/sections/:section/gestion/courriers/destinataires/:audience/suppression", messages, delete_audience)),
      get("/sections/:section/gestion/courriers/:letter", messages, show_letter),
      noted("a écrit un courrier", post("/sections/:section/gestion/courriers/:letter", messages, save_letter)),
      noted("a supprimé un courrier",
            post("/sections/:section/gestion/courriers/:letter/suppression", messages, delete_letter)),
      get("/sections/:section/gestion/courriers/:letter/envoi", messages, show_sending),
      noted("a envoyé un courrier", post("/sections/:section/gestion/courriers/:letter/envoi", messages, send_letter)),
      noted("s’est envoyé un courrier à l’essai",
            post("/sections/:section/gestion/courriers/:letter/essai", messages, try_letter, gate::few)),
      noted("a retenu un courrier qui partait",
            post("/sections/:section/gestion/courriers/:letter/annulation", messages, call_back)),
      get("/zones/:list/courrier", list_user("list"), new_letter),
      post("/zones/:list/courrier", list_user("list"), create_letter),
      get("/zones/:list/courrier/:letter", list_user("list"), show_letter),
      post("/zones/:list/courrier/:letter", list_user("list"), save_letter),
      post("/zones/:list/courrier/:letter/suppression", list_user("list"), delete_letter),
      get("/zones/:list/courrier/:letter/envoi", list_user("list"), show_sending),
      post("/zones/:list/courrier/:letter/envoi", list_user("list"), send_letter),
      post("/zones/:list/courrier/:letter/essai", list_user("list"), try_letter, gate::few),
      post("/zones/:list/courrier/:letter/annulation", list_user("list"), call_back),
      get("/sections/:section/gestion/contacts", secretary("section"), show_contacts),
      get("/sections/:section/gestion/contacts/ajout", secretary("section"), new_contact),
      post("/sections/:section/gestion/contacts/ajout", secretary("section"), create_contact),
      post("/sections/:section/gestion/contacts/courrier", secretary("section"), write_to_contacts),
      post("/sections/:section/gestion/contacts/retrait", secretary("section"), remove_contacts),
      post("/sections/:section/gestion/contacts/retour", secretary("section"), restore_contacts),
      get("/sections/:section/gestion/contacts/importer", secretary("section"), choose_contacts_file),
      upload("/sections/:section/gestion/contacts/importer", secretary("section"), import_contacts),
      post("/sections/:section/gestion/contacts/importer/annulation", secretary("section"), undo_import),
      get("/sections/:section/gestion/contacts/:contact", secretary("section"), edit_contact),
      post("/sections/:section/gestion/contacts/:contact", secretary("section"), save_contact),
      get("/courriels/sortie/:token", anyone(), show_way_out),
      gate::signed_post("/courriels/sortie/:token", anyone(), take_way_out),
  };
}

}  // namespace letters
