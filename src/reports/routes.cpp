#include "reports/routes.hpp"

#include "reports/part.hpp"
#include "reports/participants_file.hpp"
#include "reports/report.hpp"

namespace reports {

std::vector<gate::Route> routes() {
  using gate::get, gate::noted, gate::post;
  constexpr auto member = gate::who::member(), organiser = gate::who::organiser("event");
  return {
      get("/evenements/:event/ma-part", member, part),
      post("/evenements/:event/ma-part", member, note_part),
      post("/evenements/:event/ma-part/retrait", member, withdraw_part),
      get("/evenements/:event/bilan", organiser, report),
      noted("a fait le bilan d’un événement", post("/evenements/:event/bilan", organiser, file)),
      noted("a complété le bilan d’un événement", post("/evenements/:event/bilan/parts/:part", organiser, take)),
      get("/evenements/:event/bilan/merci", organiser, thanks),
      get("/evenements/:event/participants.csv", organiser, participants_file),
  };
}

}  // namespace reports
