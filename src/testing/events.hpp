#pragma once
// As many events as a large party has, for what must look at few of them.

#include "core/pg/statement.hpp"

namespace testing_db {

/// Two years of events of those sections, most of them past, so many: by that member, a tenth of them public; around
/// Besançon and as far as 300 km. Never to be committed: other tests need none.
extern const pg::Statement<void(MemberId, std::vector<SpaceId>, std::int32_t)> many_events;
extern const pg::Statement<void()> analyze_events;
extern const pg::Statement<std::int64_t()> file_events;      ///< into the indexes of words, as a vacuum would
extern const pg::Statement<std::int64_t()> pages_of_events;  ///< of the table

}  // namespace testing_db
