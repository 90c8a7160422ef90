#include "events/hosts.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace events {
namespace {

constexpr std::int32_t candidates = 30;

struct Head {
  std::string title;
  bool open;
};
const pg::Statement<Head(EventId)> find_head{
    "events.hosts_head", "select title, state = 'published' and ends_at > now() from event where id = $1"};
struct Host {
  SpaceId id;
  std::string words;
  std::optional<std::string> answer;
};
const pg::Statement<Host(EventId)> hosts_of{"events.hosts", R"(
  select s.id, space_words(s.kind, s.name), h.answer from event_host h join space s on s.id = h.space_id where h.event_id = $1 order by h.asked_at, s.id)"};
struct Candidate {
  SpaceId id;
  std::string words, above;
};
const pg::Statement<Candidate(EventId, std::string, std::int32_t)> spaces_to_ask{"events.spaces_to_ask", R"(
  select s.id, space_words(s.kind, s.name), coalesce(p.name, '')
    from search_spaces($2, array['section', 'federation'], $3) as found (id) join space s on s.id = found.id left join space p on p.id = s.parent_id and s.kind = 'section'
   where not exists (select from event_host h where h.event_id = $1 and h.space_id = s.id) and not exists (select from event e where e.id = $1 and s.id = any(e.space_ids))
   order by s.kind <> 'section', s.name)"};
const pg::Statement<std::string(EventId, SpaceId)> ask_space{"events.host_ask", "select event_host_ask($1, $2)"};
const pg::Statement<bool(EventId)> still_organises{"events.still_organises",
                                                   "select refusal(viewer_id(), 'organiser', $1) is null"};
const pg::Statement<bool(EventId, SpaceId)> withdraw{"events.host_withdraw", "select event_host_withdraw($1, $2)"};

std::string capital(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string state_words(const Host& host) {
  if (!host.answer) return "n’a pas encore répondu";
  return *host.answer == "accepted" ? "organise avec toi" : "ne peut pas";
}

struct View {
  EventId event;
  Head head;
  std::vector<Host> hosts;
  std::vector<Candidate> found;
  std::string words, csrf;
};

void write_hosts(html::Out& out, const View& view) {
  if (view.hosts.empty()) return;
  out(R"(<ul class="lines">)");
  for (const auto& host : view.hosts) {
    out(R"(<li><span><b>{}</b> <span class="soft">{}</span></span>)", capital(host.words), state_words(host));
    if (host.answer != "refused")
      ui::post_button(
          out, html::Url::local(path(view.event, "co-organisateurs/" + std::to_string(host.id.number()) + "/retrait")),
          view.csrf,
          {.label = "Retirer",
           .look = ui::Look::quiet,
           .confirm = host.answer
                          ? "Retirer la " + host.words +
                                " ? Ses membres ne verront plus l’événement que s’il est public ou si on les a invités."
                          : ""});
    out("</li>");
  }
  out("</ul>");
}

void write_search(html::Out& out, const View& view) {
  ui::form(out, {.action = html::Url::local(path(view.event, "co-organisateurs")), .get = true, .css = "search-line"},
           [&] {
             ui::field(out, {.name = "q",
                             .label = "Une section, une fédération",
                             .value = view.words,
                             .type = "search",
                             .placeholder = "Une section, une fédération",
                             .max_length = 80,
                             .hide_label = true});
             ui::submit(out, {.label = "Chercher", .look = ui::Look::plain, .icon = "search"});
           });
  if (view.words.empty()) return;
  if (view.found.empty()) {
    out(R"(<p class="soft">Aucune autre section ni fédération de ce nom.</p>)");
    return;
  }
  ui::form(out, {.action = html::Url::local(path(view.event, "co-organisateurs")), .csrf = view.csrf}, [&] {
    out(R"(<ul class="lines">)");
    for (const auto& one : view.found) {
      out(R"(<li><span><b>{}</b> <span class="soft">{}</span></span>)", capital(one.words), one.above);
      ui::submit(
          out,
          {.label = "Proposer", .look = ui::Look::plain, .name = "space", .value = std::to_string(one.id.number())});
      out("</li>");
    }
    out("</ul>");
  });
}

void write(html::Out& out, const View& view) {
  out(R"(<div class="stack">)");
  ui::back_link(out, html::Url::local(path(view.event)), view.head.title);
  out("<h1>Organiser à plusieurs</h1>");
  out("<p>Propose à une autre section, ou à une fédération, d’organiser avec toi. Quand elle accepte, son nom s’ajoute "
      "au tien, ses membres voient "
      "l’événement, et les responsables de ses événements peuvent le préparer avec toi. Chacun peut se retirer quand "
      "il veut.</p>");
  write_hosts(out, view);
  if (view.head.open) write_search(out, view);
  out("</div>");
}

ui::Flash told(const std::string& result) {
  using Tone = ui::Flash::Tone;
  if (result == "done") return {Tone::good, "C’est proposé. On te dit sa réponse par courriel."};
  if (result == "asked") return {Tone::info, "C’était déjà proposé."};
  if (result == "nobody")
    return {Tone::info,
            "Personne ne peut encore répondre là-bas : il n’y a ni secrétaire, ni référent·e sur la coopol."};
  if (result == "many") return {Tone::info, "Dix espaces au plus organisent ensemble."};
  return {Tone::info, "Rien n’a changé : cet événement n’est plus à venir."};
}

}  // namespace

http::Response hosts(gate::Visit& v) {
  View view{
      .event = v.id<EventId>("event"), .head = {}, .hosts = {}, .found = {}, .words = v.query("q"), .csrf = v.csrf()};
  const auto head = v.one(find_head, view.event);
  auto rows = v.all(hosts_of, view.event);
  auto found = v.all(spaces_to_ask, view.event, view.words, candidates);
  v.ask();
  view.head = *head;
  view.hosts = rows.take();
  view.found = found.take();
  return v.page({.title = "Organiser à plusieurs", .here = ui::Key::agenda}, [&](html::Out& out) { write(out, view); });
}

http::Response ask_host(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto spaces = v.field_ids("space");
  const auto page = path(event, "co-organisateurs");
  if (spaces.empty())
    return v.redirect(page, ui::Flash{ui::Flash::Tone::info, "Choisis d’abord une section ou une fédération."});
  const auto result = v.one(ask_space, event, SpaceId(spaces.front()));
  v.ask();
  return v.redirect(page, told(*result));
}

http::Response withdraw_host(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto done = v.one(withdraw, event, v.id<SpaceId>("space"));
  const auto still = v.one(still_organises, event);
  v.ask();
  return v.redirect(
      *still ? path(event, "co-organisateurs") : path(Place::agenda),
      *done ? ui::Flash{ui::Flash::Tone::good, "C’est retiré."} : ui::Flash{ui::Flash::Tone::info, "Rien n’a changé."});
}

}  // namespace events
