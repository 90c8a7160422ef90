#include "events/steps.hpp"

#include <array>

#include "events/card.hpp"
#include "ui/navigation.hpp"

namespace events {

void step_head(html::Out& out, std::optional<EventId> event, bool draft, Step step, std::string_view title) {
  if (!draft) {
    static constexpr std::array<std::string_view, 3> changes{"Modifier l’événement", "Modifier l’invitation",
                                                             "Ajouter des invités"};
    ui::back_link(out, html::Url::local(path(*event)), title);
    out("<h1>{}</h1>", changes[static_cast<size_t>(step) - 1]);
    return;
  }
  // A step can be gone to once there is a draft to come back to.
  const auto to = [&](std::string_view page) {
    return event ? std::optional(html::Url::local(path(*event, page))) : std::nullopt;
  };
  out("<h1>Créer un événement</h1>");
  ui::stepper(out,
              std::array{ui::Step{"L’événement", to("description")}, ui::Step{"L’invitation", to("invitation")},
                         ui::Step{"Les invités", to("invites")}},
              static_cast<int>(step));
}

}  // namespace events
