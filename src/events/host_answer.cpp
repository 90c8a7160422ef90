// The side of the space that is asked: its page, its answer, its mails.
#include "core/jobs/job.hpp"
#include "core/json.hpp"
#include "core/mail/letter.hpp"
#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/hosts.hpp"
#include "notifications/link.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/prose.hpp"

namespace events {

#define HOST_REQUEST                                                                                                  \
  "select r.event_id, r.space_id, r.space, r.title, r.kind, r.starts_at, r.ends_at, r.time_zone, r.all_day, r.city, " \
  "r.description, r.author from event_host_requests() r"
const pg::Statement<HostRequest()> host_requests{"events.host_requests", HOST_REQUEST};

namespace {

const pg::Statement<HostRequest(EventId, SpaceId)> one_request{
    "events.host_request", HOST_REQUEST " where r.event_id = $1 and r.space_id = $2"};
const pg::Statement<HostRequest(EventId, SpaceId)> request_to_mail{
    "mail.events.host_request", HOST_REQUEST " where r.event_id = $1 and r.space_id = $2"};
const pg::Statement<bool(EventId, SpaceId, bool)> give_answer{"events.host_answer",
                                                              "select event_host_answer($1, $2, $3)"};
struct Answered {
  std::string title, space;
  std::optional<std::string> answer;
};
const pg::Statement<Answered(EventId, SpaceId)> answer_to_mail{"mail.events.host_answer", R"(
  select e.title, space_words(s.kind, s.name), h.answer from event_host h join event e on e.id = h.event_id join space s on s.id = h.space_id
   where h.event_id = $1 and h.space_id = $2 and e.creator_id = viewer_id())"};

std::string request_path(EventId event, SpaceId space) {
  return "/co-organisation/" + std::to_string(event.number()) + "/" + std::to_string(space.number());
}

void write(html::Out& out, const HostRequest& r, std::string_view csrf) {
  out(R"(<div class="stack">)");
  ui::back_link(out, html::Url::local(path(Place::invitations)), "Mes invitations");
  out(R"(<h1>{}</h1><p>{} propose que la {} co-organise cet événement.</p>)", r.title, r.author, r.space_words);
  const ui::Definition facts[] = {
      {"Type", std::string(ui::words(ui::kind_of(r.kind).value_or(ui::Kind::meeting)).label)},
      {"Quand", french::span(french::when(r))},
      {"Où", r.city.empty() ? "en ligne" : r.city}};
  ui::definitions(out, facts);
  out(R"(<div class="prose">)");
  ui::prose(out, r.description);
  out(R"(</div><p>Si tu acceptes, l’événement paraît aussi chez vous, vos membres le voient, et tu peux le préparer avec qui l’a créé. Vous pourrez vous retirer quand vous voudrez.</p>)");
  ui::form(out, {.action = html::Url::local(request_path(r.event, r.space)), .csrf = csrf}, [&] {
    ui::buttons(out, [&] {
      ui::submit(out, {.label = "Accepter", .icon = "check", .name = "answer", .value = "oui"});
      ui::submit(out, {.label = "Refuser", .look = ui::Look::plain, .name = "answer", .value = "non"});
    });
  });
  out("</div>");
}

std::optional<mail::Message> compose_request(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const SpaceId space(json::Object(row.detail).number("space").value_or(0));
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto wanted = batch.one(notifications::wanted_now, std::string(code(notifications::Kind::invitation)));
  const auto found = batch.maybe(request_to_mail, EventId(row.subject_id.value_or(0)), space);
  database.send(batch);
  if (!*found || !*wanted) return std::nullopt;
  const auto& r = **found;
  return mail::letter(
      r.author + " propose à la " + r.space_words + " de co-organiser : " + r.title,
      {.title = r.title,
       .parts = {mail::Words{r.author + " propose que la " + r.space_words + " co-organise cet événement."},
                 mail::Facts{{{"Quand", french::span(french::when(r))}, {"Où", r.city.empty() ? "en ligne" : r.city}}},
                 mail::Buttons{{{"Voir et répondre", mail::link(settings, request_path(r.event, r.space))}}}},
       .why = "Tu reçois ce courriel parce que tu réponds des événements de la " + r.space_words + ".",
       .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::invitation)},
      settings);
}

std::optional<mail::Message> compose_answer(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const EventId event(row.subject_id.value_or(0));
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto found = batch.maybe(answer_to_mail, event, SpaceId(json::Object(row.detail).number("space").value_or(0)));
  database.send(batch);
  if (!*found || !(*found)->answer) return std::nullopt;
  const auto& a = **found;
  const bool accepted = a.answer == "accepted";
  return mail::letter(
      "La " + a.space + (accepted ? " organise avec toi : " : " n’organise pas avec toi : ") + a.title,
      {.title = a.title,
       .parts = {mail::Words{accepted ? "La " + a.space +
                                            " a accepté : son nom est sur la page, et ses membres voient l’événement."
                                      : "La " + a.space + " ne peut pas, cette fois."},
                 mail::Buttons{{{"Voir l’événement", mail::link(settings, path(event))}}}},
       .why = "Tu reçois ce courriel parce que tu organises cet événement.",
       .unsubscribe = {}},
      settings);
}

http::Response show_request(gate::Visit& v, int status) {
  const auto found = v.maybe(one_request, v.id<EventId>("event"), v.id<SpaceId>("space"));
  v.ask();
  if (!*found) throw http::Error(404);
  return v.page(
      {.title = "Co-organiser un événement", .here = ui::Key::agenda},
      [&](html::Out& out) { write(out, **found, v.csrf()); }, status);
}

}  // namespace

http::Response host_request(gate::Visit& v) {
  return show_request(v, 200);
}

http::Response answer_request(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto answer = v.field("answer");
  if (answer != "oui" && answer != "non") return show_request(v, 422);  // nothing was pressed: the question stands
  const bool accepts = answer == "oui";
  const auto taken = v.one(give_answer, event, v.id<SpaceId>("space"), accepts);
  v.ask();
  if (!*taken) throw http::Error(404);
  if (accepts) return v.redirect(path(event), "C’est accepté : vous organisez ensemble.");
  return v.redirect(path(Place::invitations), "C’est noté : on le dit à qui vous l’a proposé.");
}

void write_host_requests(html::Out& out, const std::vector<HostRequest>& requests) {
  if (requests.empty()) return;
  out(R"(<section class="stack">)");
  ui::head(out, {.title = "On te propose de co-organiser"});
  out(R"(<ul class="drafts">)");
  for (const auto& r : requests)
    out(R"(<li><a href="{}">{}</a> <span class="soft">{} · {}</span></li>)",
        html::Url::local(request_path(r.event, r.space)), r.title, french::moment(french::when(r)), r.space_words);
  out("</ul></section>");
}

std::vector<mail::Kind> host_mails() {
  return {{.name = "events.host", .compose = compose_request},
          {.name = "events.host_answer", .compose = compose_answer}};
}

}  // namespace events
