#include "events/routes.hpp"

#include "events/again.hpp"
#include "events/answer.hpp"
#include "events/calendar_file.hpp"
#include "events/cancel.hpp"
#include "events/check_in.hpp"
#include "events/conversation.hpp"
#include "events/describe.hpp"
#include "events/directory/directory.hpp"
#include "events/discard.hpp"
#include "events/guests.hpp"
#include "events/hosts.hpp"
#include "events/invitation.hpp"
#include "events/page.hpp"
#include "events/reminder.hpp"
#include "events/reply.hpp"
#include "events/series/answers.hpp"
#include "events/share.hpp"
#include "events/sources.hpp"

namespace events {

std::vector<gate::Route> routes() {
  using gate::get, gate::noted, gate::post;
  constexpr Rate tiles{1200, std::chrono::minutes(1)};  // of one who looks all over the country
  constexpr auto member = gate::who::member(), organiser = gate::who::organiser("event");
  return {
      get("/evenements", member, directory),
      get("/evenements/carte/:z/:x/:y", member, directory_tile, tiles),
      get("/evenements/nouveau", member, new_event),
      post("/evenements/nouveau", member, create),
      get("/evenements/:event", member, show),
      post("/evenements/:event/reponse", member, answer),
      post("/evenements/:event/reponse/toutes", member, answer_all),
      post("/evenements/:event/serie/depart", member, leave_series),
      get("/evenements/:event/agenda.ics", member, download),
      post("/evenements/:event/commentaires", member, comment),
      post("/evenements/:event/conversation", member, converse),
      get("/evenements/:event/partage", member, share_with),
      post("/evenements/:event/partage", member, share, gate::few),
      get("/presence", member, check_in_form),
      post("/presence", member, check_in, gate::few),
      get("/evenements/:event/presence", organiser, check_in_code),
      get("/evenements/:event/feuille", organiser, sheet),
      post("/evenements/:event/commentaires/:comment/suppression", member, delete_comment),
      get("/evenements/:event/description", organiser, description),
      noted("a décrit un événement", post("/evenements/:event/description", organiser, describe)),
      get("/evenements/:event/invitation", organiser, invitation),
      noted("a écrit l’invitation d’un événement",
            post("/evenements/:event/invitation", organiser, compose_invitation)),
      noted("a repris un événement pour une nouvelle date",
            post("/evenements/:event/nouvelle-date", organiser, do_again)),
      get("/evenements/:event/co-organisateurs", organiser, hosts),
      noted("a proposé de co-organiser un événement", post("/evenements/:event/co-organisateurs", organiser, ask_host)),
      noted("a retiré un co-organisateur d’un événement",
            post("/evenements/:event/co-organisateurs/:space/retrait", organiser, withdraw_host)),
      get("/co-organisation/:event/:space", member, host_request),
      post("/co-organisation/:event/:space", member, answer_request),
      get("/evenements/:event/invites", organiser, guests),
      noted("a invité à un événement", post("/evenements/:event/invites", organiser, invite)),
      get("/evenements/:event/invites/compte", organiser, count_sources),
      noted("n’invite plus à l’arrivée à un événement",
            post("/evenements/:event/invites/arret", organiser, stop_arrivals)),
      get("/evenements/:event/relance", organiser, reminder),
      noted("a relancé les invités d’un événement", post("/evenements/:event/relance", organiser, remind)),
      get("/evenements/:event/annulation", organiser, confirm_cancel),
      noted("a annulé un événement", post("/evenements/:event/annulation", organiser, cancel)),
      noted("a abandonné un événement", post("/evenements/:event/abandon", organiser, discard)),
      get("/reponse/:token", gate::who::anyone(), reply),
      gate::signed_post("/reponse/:token", gate::who::anyone(), record_reply),
      get("/reponse/:token/agenda.ics", gate::who::anyone(), reply_calendar),
  };
}

}  // namespace events
