#pragma once
// Several spaces organise one event: whoever organises it asks another section or federation, which accepts, refuses,
// and withdraws when it likes (db/policies/64_event_hosts.sql).

#include <string>
#include <vector>

#include "core/mail/composer.hpp"
#include "core/text/when.hpp"
#include "gate/visit.hpp"

namespace events {

http::Response hosts(gate::Visit& v);           ///< GET /evenements/:event/co-organisateurs
http::Response ask_host(gate::Visit& v);        ///< POST
http::Response withdraw_host(gate::Visit& v);   ///< POST /evenements/:event/co-organisateurs/:space/retrait
http::Response host_request(gate::Visit& v);    ///< GET /co-organisation/:event/:space
http::Response answer_request(gate::Visit& v);  ///< POST

/// What somebody asks of a space for which the viewer decides.
struct HostRequest {
  EventId event;
  SpaceId space;
  std::string space_words, title, kind;
  pg::Time starts_at, ends_at;
  std::string time_zone;
  bool all_day;
  std::string city, description, author;
};
extern const pg::Statement<HostRequest()> host_requests;  ///< all that wait for an answer
void write_host_requests(html::Out& out, const std::vector<HostRequest>& requests);

std::vector<mail::Kind> host_mails();

}  // namespace events
