#include "letters/routes.hpp"

#include "letters/compose.hpp"
#include "letters/delivery.hpp"
#include "letters/saved.hpp"
#include "letters/way_out.hpp"

namespace letters {

using gate::get;
using gate::post;
using gate::who::anyone;
using gate::who::list_user;
using gate::who::secretary;

std::vector<gate::Route> routes() {
  return {
      get("/sections/:section/gestion/courriers", secretary("section"), show_letters),
      get("/sections/:section/gestion/courriers/nouveau", secretary("section"), new_letter),
      post("/sections/:section/gestion/courriers/nouveau", secretary("section"), create_letter),
      post("/sections/:section/gestion/courriers/coches", secretary("section"), write_to_ticked),
      get("/sections/:section/gestion/courriers/compte", secretary("section"), count_audience),
      get("/sections/:section/gestion/courriers/destinataires/:audience", secretary("section"), show_audience),
      post("/sections/:section/gestion/courriers/destinataires/:audience", secretary("section"), save_audience),
      post("/sections/:section/gestion/courriers/destinataires/:audience/suppression", secretary("section"),
           delete_audience),
      get("/sections/:section/gestion/courriers/:letter", secretary("section"), show_letter),
      post("/sections/:section/gestion/courriers/:letter", secretary("section"), save_letter),
      post("/sections/:section/gestion/courriers/:letter/suppression", secretary("section"), delete_letter),
      get("/sections/:section/gestion/courriers/:letter/envoi", secretary("section"), show_sending),
      post("/sections/:section/gestion/courriers/:letter/envoi", secretary("section"), send_letter),
      post("/sections/:section/gestion/courriers/:letter/essai", secretary("section"), try_letter, gate::few),
      post("/sections/:section/gestion/courriers/:letter/annulation", secretary("section"), call_back),
      get("/zones/:list/courrier", list_user("list"), new_letter),
      post("/zones/:list/courrier", list_user("list"), create_letter),
      get("/zones/:list/courrier/:letter", list_user("list"), show_letter),
      post("/zones/:list/courrier/:letter", list_user("list"), save_letter),
      post("/zones/:list/courrier/:letter/suppression", list_user("list"), delete_letter),
      get("/zones/:list/courrier/:letter/envoi", list_user("list"), show_sending),
      post("/zones/:list/courrier/:letter/envoi", list_user("list"), send_letter),
      post("/zones/:list/courrier/:letter/essai", list_user("list"), try_letter, gate::few),
      post("/zones/:list/courrier/:letter/annulation", list_user("list"), call_back),
      get("/courriels/sortie/:token", anyone(), show_way_out),
      gate::signed_post("/courriels/sortie/:token", anyone(), take_way_out),
  };
}

}  // namespace letters
