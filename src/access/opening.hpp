#pragma once
// Who may come in where (A02): coopilotes set the phase of the country and of each federation, and see how many wait.

#include <span>

#include "core/jobs/job.hpp"
#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace accounts {

http::Response show_openings(gate::Visit& v);  ///< GET /coopilote/ouverture
http::Response set_phase(gate::Visit& v);      ///< POST /coopilote/ouverture

/// As a choice, widest last.
std::span<const ui::Option> phase_options();

/// Tells those who wait where it has opened.
void tell_open(jobs::Job& job);

struct Opening {
  SpaceId id;
  std::string name;
  std::optional<std::string> department, phase;
  std::optional<pg::Time> set_at;
  std::int64_t waiting, told;
};
struct Mailing {
  std::int64_t total, finished, failed;
};
struct OpeningsPage {
  std::vector<Opening> spaces;  ///< the country first
  Mailing mailing;
  std::string_view csrf;
};
void openings_page(html::Out& out, const OpeningsPage& page);

}  // namespace accounts
