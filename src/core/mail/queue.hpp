#pragma once
// The statements of the mail queue.

#include <optional>
#include <string>
#include <vector>

#include "core/pg/batch.hpp"

namespace mail {

struct Taken {
  std::int64_t id;
  std::string kind, key;
  std::optional<MemberId> member;
  std::optional<std::string> address;  ///< none: the account is gone
  std::string first_name, last_name;
  std::optional<std::int64_t> subject_id;
  std::string detail;
  std::int32_t attempt;
};

/// The next one due of these kinds, leased for so many seconds by the journal of that name, with its recipient as they
/// are now.
inline const pg::Statement<Taken(std::vector<std::string>, std::int32_t, std::string)> take{"mail.take", R"(
  with next as (
    select id from mail where state = 'queued' and kind = any($1) and run_at <= now() and (leased_until is null or leased_until < now())
     order by run_at, id limit 1 for update skip locked),
  taken as (
    update mail m set attempts = attempts + 1, leased_until = now() + make_interval(secs => $2::int), leased_by = $3 from next where m.id = next.id returning m.*)
  select t.id, t.kind, t.key, t.member_id, coalesce(t.address, r.address), coalesce(r.first_name, ''), coalesce(r.last_name, ''), t.subject_id, t.detail, t.attempts
    from taken t left join lateral mail_recipient(t.member_id) r on true)"};

/// How a mail ended: sent (also when another holds it by now: it has left), dropped or failed.
inline const pg::Statement<void(std::int64_t, std::string, std::optional<std::string>)> finish{"mail.finish", R"(
  update mail set state = $2, finished_at = now(), leased_until = null, last_error = left($3, 2000) where id = $1 and state = 'queued')"};
inline const pg::Statement<void(std::int64_t, std::int32_t, std::string, std::int32_t)> retry{"mail.retry", R"(
  update mail set leased_until = null, leased_by = null, last_error = left($3, 2000), run_at = now() + make_interval(secs => $4::int / 1000.0)
   where id = $1 and attempts = $2 and state = 'queued')"};
inline const pg::Statement<void(std::int64_t, std::int32_t)> give_back{"mail.give_back", R"(
  update mail set leased_until = null, leased_by = null, attempts = attempts - 1 where id = $1 and attempts = $2 and state = 'queued')"};

/// What the journal of a dead process says: what had left, and that the rest of what it had leased is free.
inline const pg::Statement<void(std::string, std::int64_t)> had_left{"mail.had_left", R"(
  update mail set state = 'sent', finished_at = now(), leased_until = null where leased_by = $1 and id = $2 and state = 'queued')"};
inline const pg::Statement<void(std::string)> is_free{
    "mail.is_free", "update mail set leased_until = null, leased_by = null where leased_by = $1 and state = 'queued'"};

}  // namespace mail
