#include "core/text/when.hpp"
#include "near/found.hpp"
#include "ui/kind.hpp"
#include "ui/map.hpp"

namespace near {

void write_line(html::Out& out, const Event& event, std::string_view away) {
  const auto when = french::when(event);
  ui::open_spot(out, {.id = "event-" + std::to_string(event.id.number()),
                      .icon = ui::words(ui::kind_of(event.kind).value_or(ui::Kind::meeting)).icon,
                      .latitude = event.latitude,
                      .longitude = event.longitude});
  out(R"(<div><a href="/evenements/{}">{}</a><p class="soft"><time datetime="{}">{}</time> · {}</p></div>)", event.id,
      event.title, french::machine(when), french::moment(when), event.city);
  if (!away.empty()) out(R"(<span class="away">{}</span>)", away);
  out("</li>");
}

}  // namespace near
