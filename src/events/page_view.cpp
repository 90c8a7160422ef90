#include "events/page_view.hpp"

#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/conversation.hpp"
#include "events/organiser_view.hpp"
#include "events/series/page_part.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"
#include "ui/prose.hpp"

namespace events {
namespace {

std::string number(EventId id) {
  return std::to_string(id.number());
}

std::string circle_words(const Detail& e) {
  if (e.is_public) return {};
  if (e.spaces.empty()) return "visible par les personnes invitées";
  return "visible par\u00a0: " + french::list(e.spaces);
}

void write_head(html::Out& out, const Detail& e) {
  auto author = person(e.author_id, e.author, e.author_picture);
  if (!e.author) author.name = "un membre de La Coopol";
  ui::event_head(out, {.kind = ui::kind_of(e.kind).value_or(ui::Kind::meeting),
                       .title = e.title,
                       .when = french::when(e),
                       .author = author,
                       .place = where_words(e.address, e.postcode, e.city, e.online_url.has_value()),
                       .space = e.author_section.value_or(""),
                       .hosts = french::list(e.hosts),
                       .circle = circle_words(e),
                       .cancelled = e.state == "cancelled"});
}

void write_state(html::Out& out, const EventPage& page) {
  const auto& e = page.event;
  if (e.state == "draft")
    ui::notice(out, ui::Flash::Tone::info, "C’est un brouillon : toi seul·e le vois.");
  else if (e.state == "cancelled")
    ui::notice(
        out, ui::Flash::Tone::warning,
        e.cancellation_text.empty() ? "Cet événement est annulé." : "Cet événement est annulé. " + e.cancellation_text);
  else if (!e.open(page.now))
    ui::notice(out, ui::Flash::Tone::info, "C’est passé. Merci à celles et ceux qui sont venus !");
}

void write_report(html::Out& out, const Report& report) {
  out(R"(<section class="stack" id="bilan">)");
  ui::head(out, {.title = "Bilan"});
  auto figures = stats(report.figures());
  figures.insert(figures.begin(), {french::number(report.came),
                                   std::string(french::plural(report.came, "personne venue", "personnes venues"))});
  ui::stats(out, figures);
  out(R"(<div class="prose">)");
  ui::prose(out, report.words);
  out("</div></section>");
}

// What the viewer did there (src/reports).
void write_part(html::Out& out, const Detail& e) {
  if (!e.part || *e.part == "counted") return;
  const bool noted = *e.part != "none";
  ui::link_button(out, html::Url::local(path(e.id, "ma-part")),
                  {.label = *e.part == "team" ? "Ta part est notée par ton équipe"
                            : noted           ? "Modifier ma part"
                                              : "Noter ce que j’ai fait",
                   .look = noted || e.organises ? ui::Look::plain : ui::Look::main,
                   .icon = "clipboard-list"});
}

void write_remarks(html::Out& out, const EventPage& page) {
  const auto base = path(page.event.id, "commentaires");
  out(R"(<section class="stack" id="commentaires">)");
  ui::head(out, {.title = "Commentaires"});
  if (page.earlier_remarks) {
    auto before = path(page.event.id) + "?avant=" + std::to_string(page.remarks.front().id) + "#commentaires";
    out(R"(<p><a href="{}">Commentaires précédents</a></p>)", html::Url::local(before));
  }
  for (const auto& remark : page.remarks) {
    const auto number = std::to_string(remark.id);
    auto removal = base;
    removal.append("/").append(number).append("/suppression");
    ui::comment(
        out,
        {"comment-" + number, person(remark.author_id, remark.author, remark.picture), instant(remark.at), remark.body},
        page.now, [&] {
          if (remark.own)
            ui::post_button(out, html::Url::local(removal), page.csrf,
                            {.label = "Supprimer", .look = ui::Look::quiet, .confirm = "Supprimer ce commentaire ?"});
        });
  }
  if (page.remarks.empty()) out(R"(<p class="soft">Personne n’a encore rien dit.</p>)");
  if (page.event.state == "published") {
    ui::form(out, {.action = html::Url::local(base), .csrf = page.csrf}, [&] {
      ui::textarea(out, {.name = "text",
                         .label = "Ton commentaire",
                         .value = page.remark_typed,
                         .error = page.remark_error,
                         .rows = 2,
                         .max_length = 4000});
      ui::submit(out, {.label = "Commenter", .look = ui::Look::plain, .icon = "send"});
    });
  }
  out("</section>");
}

void write_where(html::Out& out, const Detail& e, const std::vector<ui::Town>& towns) {
  if (!e.address.empty() && e.latitude && e.longitude)
    ui::locator(out, {.label = e.city + " et les villes voisines",
                      .latitude = *e.latitude,
                      .longitude = *e.longitude,
                      .towns = towns});
  if (!e.address.empty())
    ui::where(out, {.address = e.address,
                    .complement = e.complement,
                    .postcode = e.postcode,
                    .city = e.city,
                    .map_point = where_words(e.address, e.postcode, e.city, false)});
  if (!e.online_url) return;
  if (e.guest || e.organises)
    out(R"(<p><a href="{}" rel="noreferrer" target="_blank">{}Rejoindre en ligne</a></p>)",
        html::Url::external(*e.online_url), ui::icon("laptop"));
  else
    out(R"(<p class="soft">{}En ligne : le lien s’affiche quand tu participes.</p>)", ui::icon("laptop"));
}

}  // namespace

bool Detail::open(paris::Instant now) const {
  return state == "published" && instant(ends_at) > now;
}
bool Detail::gathers(paris::Instant now) const {
  constexpr auto around = std::chrono::hours(2);  // as in db/policies/61_check_in.sql
  return state == "published" && instant(starts_at) - around <= now && now <= instant(ends_at) + around;
}
bool Detail::begun(paris::Instant now) const {
  return state == "published" && instant(starts_at) <= now;
}

namespace {
ui::Gauge gauge_of(const Detail& e, std::string id) {
  const auto unit = ui::words(ui::kind_of(e.kind).value_or(ui::Kind::meeting)).unit;
  return {.id = std::move(id) + number(e.id),
          .unit = unit,
          .coming = e.coming,
          .maybe = e.maybe,
          .goal = e.goal,
          .capacity = e.capacity,
          .waiting = e.waiting};
}
}  // namespace

void write_gauge(html::Out& out, const Detail& e, bool for_organiser) {
  auto gauge = gauge_of(e, "gauge-large-");
  gauge.large = true;
  if (for_organiser) gauge.unanswered = e.unanswered();
  ui::gauge(out, gauge);
}

void write_card_gauge(html::Out& out, const Detail& e) {
  ui::gauge(out, gauge_of(e, "gauge-"));
}

void write(html::Out& out, const EventPage& page) {
  const auto& e = page.event;
  write_head(out, e);
  write_rhythm(out, e);
  ui::columns(
      out,
      [&] {
        write_state(out, page);
        if (e.state != "draft") write_gauge(out, e, e.organises);
        if (e.open(page.now)) write_answers(out, e, page.csrf);
        if (e.gathers(page.now) && !e.organises)
          ui::link_button(out, html::Url::local("/presence"),
                          {.label = "Je suis là", .look = ui::Look::plain, .icon = "user-check"});
        write_part(out, e);
        out(R"(<div class="prose">)");
        ui::prose(out, e.description);
        out("</div>");
        if (e.state != "draft") write_dates(out, page);
        if (page.report) write_report(out, *page.report);
        if (e.state != "draft") {
          write_participants(out, e, page.participants, page.now);
          write_conversation(out, page);
          write_remarks(out, page);
        }
      },
      [&] {
        write_where(out, e, page.towns);
        if (e.open(page.now))
          ui::link_button(
              out, html::Url::local(path(e.id, "agenda.ics")),
              {.label = "Ajouter à mon agenda", .look = ui::Look::plain, .icon = "calendar-plus", .wide = true});
        if (e.open(page.now) && !e.organises && (e.is_public || !e.spaces.empty()))
          ui::link_button(out, html::Url::local(path(e.id, "partage")),
                          {.label = "Partager", .look = ui::Look::plain, .icon = "send", .wide = true});
        if (e.organises) write_organiser(out, page);
      });
}

}  // namespace events
