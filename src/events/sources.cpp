#include "events/sources.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace events {

const pg::Statement<std::optional<std::int32_t>(EventId, std::vector<std::string>, bool)> invite_sources{
    "events.invite_sources", "select event_invite_sources($1, $2, $3)"};
const pg::Statement<Arrivals(EventId)> arrivals_of{"events.arrivals", R"(
  select a.id, event_arrivals_where(a.space_id, a.list_id) from event_arrivals a where a.event_id = $1 order by a.id limit 50)"};

namespace {

constexpr size_t most_sources = 50;

struct Size {
  std::int64_t fresh, already;
};
const pg::Statement<Size(EventId, std::vector<std::string>)> size_of{
    "events.sources_size", "select fresh, already from event_sources_size($1, $2)"};
const pg::Statement<void(EventId, std::int64_t)> stop{"events.arrivals_stop", "select event_arrivals_stop($1, $2)"};

std::string size_words(const Size& size) {
  auto words = size.fresh == 0
                   ? std::string("Personne de plus à inviter.")
                   : french::count(size.fresh, "personne à inviter", "personnes à inviter") + ", sans doublon.";
  if (size.already > 0) words += ' ' + french::count(size.already, "l’est déjà.", "le sont déjà.");
  return words;
}

std::string label(const Source& source) {
  const bool named = source.name.starts_with("Section") || source.name.starts_with("Groupe");  // people write so
  const std::string_view before = named                      ? ""
                                  : source.kind == "section" ? "La section "
                                  : source.kind == "group"   ? "Le groupe "
                                  : source.kind == "list"    ? "La liste "
                                  : source.kind == "zone"    ? "La zone "
                                                             : "";
  return std::string(before) + source.name + " (" + french::number(source.people) + ")";
}

void write_arrivals(html::Out& out, const GuestsPage& page) {
  if (page.arrivals.empty()) return;
  out(R"(<ul class="plain">)");
  for (const auto& one : page.arrivals) {
    out("<li><p>Qui rejoint {} est invité·e à son arrivée.</p>", one.where);
    ui::form(out, {.action = html::Url::local(path(page.event, "invites/arret")), .csrf = page.csrf, .css = ""}, [&] {
      ui::hidden(out, "arrivals", std::to_string(one.id));
      ui::submit(out, {.label = "Ne plus inviter à l’arrivée", .look = ui::Look::quiet});
    });
    out("</li>");
  }
  out("</ul>");
}

}  // namespace

std::vector<std::string> read_sources(const std::vector<std::string_view>& typed) {
  std::vector<std::string> words;
  for (const auto word : typed)
    if (words.size() < most_sources && word.size() <= 40) words.emplace_back(word);
  return words;
}

void write_together(html::Out& out, const GuestsPage& page) {
  if (std::ranges::none_of(page.sources, [](const Source& s) { return s.people > 0; })) return;
  ui::panel(out, "Inviter d’un coup", [&] {
    ui::form(out, {.action = html::Url::local(path(page.event, "invites")), .csrf = page.csrf}, [&] {
      out(R"(<div class="stack" data-controller="audience" data-audience-url-value="{}" data-action="change->audience#count"><div class="boxes">)",
          html::Url::local(path(page.event, "invites/compte")));
      bool joined = false;
      for (const auto& source : page.sources) {
        if (source.people == 0) continue;
        joined = joined || source.kind != "coopains";
        ui::checkbox(out, {.name = "a", .label = label(source), .value = source.code(), .id = "a-" + source.code()});
      }
      out("</div>");
      if (joined)
        ui::checkbox(out,
                     {.name = "later",
                      .label = "Inviter aussi celles et ceux qui les rejoindront d’ici là",
                      .hint = "Qui entre dans la section, le groupe, la liste ou la zone reçoit alors l’invitation, "
                              "jusqu’à la fin de l’événement."});
      out(R"(<p class="lead" role="status" data-audience-target="size">Coche une liste ou plusieurs&nbsp;: personne ne reçoit l’invitation deux fois.</p></div>)");
      ui::submit(out, {.label = page.draft ? "Publier et envoyer l’invitation" : "Envoyer l’invitation",
                       .icon = "send",
                       .sending = "Les invitations partent…"});
    });
    write_arrivals(out, page);
  });
  out("<h2>Ou choisir une personne après l’autre</h2>");
}

http::Response count_sources(gate::Visit& v) {
  v.no_frame();
  const auto size = v.one(size_of, v.id<EventId>("event"), read_sources(v.request.query.all("a")));
  v.ask();
  return http::Response::text(size_words(*size));
}

http::Response stop_arrivals(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  for (const auto one : v.field_ids("arrivals")) v.run(stop, event, one);
  v.ask();
  return v.redirect(path(event, "invites"), "C’est noté\u00a0: on n’invite plus à l’arrivée.");
}

}  // namespace events
