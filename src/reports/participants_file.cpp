#include "reports/participants_file.hpp"

#include "core/tables/write.hpp"
#include "events/card.hpp"

namespace reports {
namespace {

struct Line {
  std::string last_name, first_name, section, answer;
  bool came;
  std::int32_t doors;
};
const pg::Statement<bool(EventId)> may_export{"reports.export_open", "select event_export_open($1)"};
const pg::Statement<Line(EventId)> export_lines{"reports.export", "select * from event_export($1)"};

std::string words(const std::string& answer) {
  if (answer == "yes") return "participe";
  if (answer == "maybe") return "peut-être";
  return answer == "waiting" ? "en attente" : "";
}

}  // namespace

http::Response participants_file(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  v.no_frame();
  const auto may = v.one(may_export, event);
  const auto lines = v.all(export_lines, event);
  v.ask();
  if (!*may)
    return v.redirect(events::path(event),
                      ui::Flash{ui::Flash::Tone::warning,
                                "La liste se télécharge par qui a créé l’événement, ou par la ou le secrétaire."});
  std::vector<std::vector<std::string>> rows{{"Nom", "Prénom", "Section", "Réponse", "Est venu·e", "Portes frappées"}};
  for (const auto& line : *lines)
    rows.push_back({line.last_name.empty() ? "Nom non visible" : line.last_name, line.first_name, line.section,
                    words(line.answer), line.came ? "oui" : "", line.doors > 0 ? std::to_string(line.doors) : ""});
  auto response = http::Response::text(tables::write_csv(rows));
  response.headers.set("content-type", "text/csv; charset=utf-8");
  response.headers.set("content-disposition", "attachment; filename=\"participants.csv\"");
  return response;
}

}  // namespace reports
