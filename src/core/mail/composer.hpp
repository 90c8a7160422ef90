#pragma once
// Mail is asked for in the transaction of the write that needs it, one row a recipient, by enqueue_mail(kind, key,
// member, address, subject, detail, batch) (db/policies/60_jobs.sql). The same key is one mail for ever: «invitation 12
// envoi 2». It is composed at the moment when it leaves, so that it says what is true then, or is dropped if nobody
// wants it any more.
//
// A room registers the kinds that it composes in a table:
//   std::vector<mail::Kind> mails() { return {{"event.invitation", compose_invitation}}; }
// and src/app/work.cpp puts the tables together.
//
// A mail is handed over once, but for one case that no sender can settle (RFC 1047): the connection breaks after the
// last octet and before the relay's answer. Then it is sent again with the same Message-ID, rather than lost. Should
// our process be killed in that moment, even by signal 9, the journal knows how far it had come
// (core/mail/journal.hpp).

#include <optional>
#include <string>
#include <string_view>

#include "core/mail/message.hpp"
#include "core/pg/connection.hpp"
#include "core/settings.hpp"

namespace mail {

/// A row of table mail, with its recipient as they are now.
struct Row {
  std::int64_t id;
  std::string kind, key;
  std::optional<MemberId> member;
  std::string address;                     ///< the member's of today, or the row's own
  std::string first_name, last_name;       ///< of the member; else empty
  std::optional<std::int64_t> subject_id;  ///< event, invitation…
  std::string detail;                      ///< JSON; core/json.hpp reads flat objects
  std::int32_t attempt;
};

struct Kind {
  std::string_view name;
  /// Reads what the mail says, as coopol_jobs: jobs::act_as(member) first in the same batch to see what its reader
  /// sees. Nothing: no longer wanted (answered, cancelled, muted), and the mail is dropped. What it throws is tried
  /// again later.
  std::optional<Message> (*compose)(pg::Connection&, const Row&, const Settings&);
  bool urgent = false;  ///< somebody waits for it before the screen: leaves before the others
};

}  // namespace mail
