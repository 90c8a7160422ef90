#pragma once
// What every list of events can be narrowed to: all, my section, the party, my groups (C01, E08).

#include <string>
#include <vector>

#include "core/html.hpp"
#include "gate/visit.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace events {

/// The word that viewer_spaces() takes (db/policies/50_events.sql), from ?cercle=section|parti|groupes; "all"
/// otherwise.
std::string circle_filter(const gate::Visit& v);
/// The other way; "" of "all".
std::string_view circle_code(std::string_view circle);

/// To choose from in a form, but for "all".
std::vector<ui::Option> circle_options();

/// The pills; `base` is the list's path.
void write_circle_filter(html::Out& out, const std::string& base, const std::string& current);

/// That list, narrowed so, from that event on (0: from its beginning).
std::string filtered(const std::string& base, const std::string& current, std::int64_t after);

/// The conditions on event_card e: parameter 1 is the circle, 2 the last event of the former page (0: none). Lists that
/// go back in time have their own.
#define EVENT_OF_CIRCLE "($1 = 'all' or e.space_ids && (select viewer_spaces($1)))"
#define EVENT_AFTER "($2::bigint = 0 or (e.starts_at, e.id) > (select x.starts_at, x.id from event x where x.id = $2))"

/// A page, and the row beyond it that tells whether there is another; written out, since a limit that is a parameter
/// spoils the plans.
inline constexpr std::int64_t page_size = 30;
#define EVENT_PAGE " order by e.starts_at, e.id limit 31"

/// The last event of the former page, from ?apres=.
std::int64_t page_start(const gate::Visit& v);

}  // namespace events
