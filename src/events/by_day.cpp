#include "events/by_day.hpp"

#include <algorithm>

#include "core/text/french.hpp"

namespace events {

void write_by_day(html::Out& out, const std::vector<Card>& cards, Place place, paris::Instant now,
                  std::string_view csrf) {
  const std::chrono::year_month_day before = std::chrono::sys_days(paris::day(now)) - std::chrono::days(1);
  std::optional<std::chrono::year_month_day> day;
  for (const auto& card : cards) {
    // What began before today goes on: all of that stands together.
    if (const auto listed = std::max(french::when(card).day(), before); listed != day) {
      if (day) out("</section>");
      day = listed;
      out(R"(<section class="day"><h2>{}</h2>)", listed == before ? "En ce moment" : french::long_day(listed));
    }
    ui::event_card(out, drawn(card, csrf, place, now));
  }
  if (day) out("</section>");
}

}  // namespace events
