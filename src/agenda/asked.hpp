#pragma once
// What of the agenda is looked at, and how (E08): said whole by the address, so that a view can be kept and shared
// between one's devices.

#include <chrono>
#include <string>

#include "events/card.hpp"
#include "gate/visit.hpp"

namespace agenda {

enum class View { list, week, month };

struct Asked {
  events::Place tab;   ///< agenda, invitations or mine
  std::string circle;  ///< the filter: "", or a code of events::circle_options()
  std::string within;  ///< the same as viewer_spaces() takes it
  View view = View::list;
  std::chrono::year_month_day day;  ///< chosen; the month or week is the one it lies in
  std::chrono::year_month_day today;
  bool past = false;       ///< the list goes back in time
  std::int64_t after = 0;  ///< the last event of the former page of the list

  /// What follows the path: "?vue=mois&jour=2026-11-22"; "" for the list from now on.
  [[nodiscard]] std::string query() const;
  [[nodiscard]] html::Url link() const;
  [[nodiscard]] std::string way_back() const;  ///< the query, as one part of another
  [[nodiscard]] Asked in(View other) const;
  [[nodiscard]] Asked on(std::chrono::year_month_day other) const;
  [[nodiscard]] Asked from(events::Place other) const;
  [[nodiscard]] Asked of(std::string_view other_circle) const;
};
Asked asked(const gate::Visit& v, events::Place tab);

/// The days that a month's or a week's grid shows: whole weeks from Monday on.
struct Span {
  std::chrono::sys_days first;
  int weeks;
  [[nodiscard]] std::chrono::sys_days end() const { return first + std::chrono::days(7 * weeks); }
};
Span span(const Asked& asked);

/// The same view, so many months or weeks further.
Asked further(const Asked& asked, int periods);

}  // namespace agenda
