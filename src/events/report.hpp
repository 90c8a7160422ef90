#pragma once
// The report of an event that has begun: who came, what was done (E10).

#include "events/figures.hpp"
#include "gate/visit.hpp"

namespace events {

struct Report {
  std::int32_t minutes;
  std::int32_t doors_knocked, doors_opened, leaflets, calls, posters;
  std::string words;
  std::int64_t came;

  [[nodiscard]] Figures figures() const { return {doors_knocked, doors_opened, leaflets, calls, posters}; }
};
extern const pg::Statement<Report(EventId)> find_report;

http::Response report(gate::Visit& v);  ///< GET /evenements/:event/bilan
http::Response file(gate::Visit& v);    ///< POST
http::Response thanks(gate::Visit& v);  ///< GET /evenements/:event/bilan/merci

}  // namespace events
