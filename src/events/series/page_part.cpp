#include "events/series/page_part.hpp"

#include <algorithm>

#include "core/text/when.hpp"
#include "events/card.hpp"
#include "events/series/repeat.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace events {
namespace {

calendar::Recurrence recurrence(const Detail& e) {
  return {e.rule, calendar::Local(std::chrono::seconds(e.series_first)), e.series_zone};
}

void write_all_answers(html::Out& out, const EventPage& page) {
  const auto& e = page.event;
  ui::disclosure(out, "Répondre pour toutes les dates", false, [&] {
    out(R"(<p class="soft">Ta réponse vaut pour chaque date à venir, et pour celles qui s’ajouteront. Tu peux toujours répondre autrement pour l’une d’elles.</p>)");
    ui::answers(out, {"answers-all-" + std::to_string(e.id.number()), html::Url::local(path(e.id, "reponse/toutes")),
                      page.csrf});
    if (e.series_guest)
      ui::post_button(out, html::Url::local(path(e.id, "serie/depart")), page.csrf,
                      {.label = "Ne plus être invité·e à cette série",
                       .look = ui::Look::quiet,
                       .icon = "user-x",
                       .confirm = "Ne plus être invité·e à aucune de ces dates ?"});
  });
}

}  // namespace

void write_rhythm(html::Out& out, const Detail& e) {
  if (!e.series) return;
  out(R"(<p class="line">{}<span>{}</span></p>)", ui::icon("refresh-cw"), rhythm(recurrence(e), e.all_day));
}

void write_dates(html::Out& out, const EventPage& page) {
  const auto& e = page.event;
  if (!e.series || e.date_ids.empty()) return;
  out(R"(<section class="stack" id="dates">)");
  ui::head(out, {.title = "Prochaines dates"});
  out(R"(<ul class="lines dates">)");
  for (size_t i = 0; i < std::min(e.date_ids.size(), e.date_starts.size()); ++i) {
    const paris::Instant start{std::chrono::seconds(e.date_starts[i])};
    const french::When when{.start = start, .end = start, .zone = &zones::of(e.time_zone), .all_day = e.all_day};
    out(R"(<li><a href="{}"><time datetime="{}">{}</time></a></li>)", html::Url::local(path(e.date_ids[i])),
        french::machine(when), french::moment(when));
  }
  out("</ul>");
  write_all_answers(out, page);
  out("</section>");
}

}  // namespace events
