#pragma once
// «Se répète» (E03): how often, on which days, until when; as it is typed, as a rule, and in words.

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/recurrence.hpp"
#include "core/calendar/rule.hpp"
#include "ui/form.hpp"

namespace events {

struct TypedRepeat {
  std::string every;              ///< "" never; week, two_weeks, month_day, month_weekday, month_last, year
  std::vector<std::string> days;  ///< of weeks: MO to SU; none: the day of the start
  std::string until, times;       ///< a day, or how many; neither: for ever

  bool operator==(const TypedRepeat&) const = default;
};

/// The rule of an event that begins then, by the clocks of its zone. Nothing when it does not repeat, or when something
/// is wrong: `errors` then says what.
std::optional<calendar::Rule> read_repeat(const TypedRepeat& typed, calendar::Local start, const std::string& zone,
                                          ui::Errors& errors);
/// The form again. `start` is the first of the rule.
TypedRepeat typed_repeat(const calendar::Recurrence& recurrence);

/// «Chaque mardi à 18 h 30, jusqu’au 30 juin»; empty for a rule that is none of ours.
std::string rhythm(const calendar::Recurrence& recurrence, bool all_day = false);

void write_repeat(html::Out& out, const TypedRepeat& typed, const ui::Errors& errors, bool may_be_single);

/// The same rule, with its last start before that one: a series that ends there.
std::string ended_before(const calendar::Recurrence& recurrence, calendar::Local start);

}  // namespace events
