#pragma once
// «Supprimer mon compte» (A12): what goes and what stays, told before; password and second factor asked again. Then
// some weeks during which the person is hidden and may change their mind, and the erasure.

#include "core/jobs/job.hpp"
#include "core/mail/composer.hpp"
#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace own_data {

http::Response show_departure(gate::Visit& v);       ///< GET /compte/supprimer
http::Response departure_challenge(gate::Visit& v);  ///< POST /compte/supprimer/defi, for a passkey
http::Response leave(gate::Visit& v);                ///< POST /compte/supprimer

inline constexpr std::string_view leaving_path = "/compte/depart";
http::Response show_leaving(gate::Visit& v);    ///< GET /compte/depart: all that somebody who leaves finds
http::Response keep(gate::Visit& v);            ///< POST /compte/depart/garder
http::Response show_keep_link(gate::Visit& v);  ///< GET /garder-mon-compte/:token, from the mail
http::Response keep_by_link(gate::Visit& v);    ///< POST /garder-mon-compte/:token

/// Erases those whose time has come.
void erase_departed(jobs::Job& job);
std::vector<mail::Kind> departure_mails();

/// What the page needs to know of the person.
struct Leaver {
  std::string email;
  std::optional<pg::Time> leaves_at;
  std::optional<pg::Bytes> secret;  ///< of their app, sealed
  std::int64_t last_step;
  bool codes;
  std::vector<std::string> passkeys;  ///< in hexadecimal
  bool last_coopilote;
  std::vector<std::string> lonely_sections;  ///< that lose their only secretary
  std::int64_t events;                       ///< to come, of theirs
  bool in_register;
};
struct DeparturePage {
  Leaver leaver;
  size_t days;
  std::string_view csrf;
  ui::Errors errors = {};
};
void departure_page(html::Out& out, const DeparturePage& page);

/// A link that keeps the account; it serves the departure of that instant alone.
std::string keep_link(const Settings& settings, MemberId member, pg::Time leaves_at);

}  // namespace own_data
