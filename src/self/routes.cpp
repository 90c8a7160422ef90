#include "self/routes.hpp"

#include "images/field.hpp"
#include "self/data.hpp"
#include "self/photo.hpp"
#include "self/reaches.hpp"
#include "self/visibility.hpp"

namespace self {

using gate::get;
using gate::post;
using gate::who::member;

namespace {

gate::Route with_picture(std::string_view path, gate::Handler handler) {
  auto route = gate::slow_post(path, member(), handler, images::forms);
  route.body_bytes = images::form_bytes;
  return route;
}

}  // namespace

std::vector<gate::Route> routes() {
  return {
      get("/compte/donnees", member(), show_data),
      with_picture("/compte/photo", save_photo),
      post("/compte/donnees/identite", member(), save_identity),
      post("/compte/donnees/coordonnees", member(), save_coordinates),
      post("/compte/donnees/engagements", member(), save_commitments),
      post("/compte/donnees/politique", member(), save_politics),
      post("/compte/donnees/public", member(), save_public_words),
      get("/compte/consultations", member(), show_reaches),
      get("/compte/visibilite", member(), show_visibility),
      post("/compte/visibilite", member(), choose_visibility),
  };
}

}  // namespace self
