#include "agenda/feed.hpp"

#include <algorithm>

#include "agenda/feed_address.hpp"
#include "core/crypto.hpp"
#include "core/http/date.hpp"
#include "events/calendar_file.hpp"
#include "events/card.hpp"

namespace agenda {
namespace {

struct Reader {
  MemberId member;
  std::string first_name;
  std::optional<pg::Bytes> digest;
  std::optional<pg::Time> changed_at;
};
const pg::Statement<Reader(pg::Bytes)> enter_feed{
    "agenda.enter_feed", "select member_id, first_name, digest, changed_at from calendar_feed_enter($1)"};
const pg::Statement<pg::Time(pg::Bytes, pg::Bytes)> feed_said{"agenda.feed_said", "select calendar_feed_said($1, $2)"};

const pg::Statement<events::Entry()> feed_entries{
    "agenda.feed_entries", "select " EVENT_ENTRY R"( from event e where e.id = any(array(select calendar_feed_events()))
   order by e.starts_at, e.id)"};

constexpr size_t tag_bytes = 12;

// What only the title of an event can tell in most programs.
calendar::Event told(const events::Entry& entry, const Settings& settings) {
  auto event = events::calendar_event(entry, settings);
  if (event.status == calendar::Status::cancelled) {
    event.summary = "Annulé : " + event.summary;
    return event;
  }
  if (!entry.answer || *entry.answer == "yes") return event;
  event.status = calendar::Status::tentative;
  event.summary += entry.answer == "maybe"     ? " (peut-être)"
                   : entry.answer == "waiting" ? " (en attente)"
                                               : " (tu viens ?)";
  return event;
}

std::string whole_feed(const Reader& reader, const std::vector<events::Entry>& entries, const Settings& settings) {
  std::vector<calendar::Event> all;
  all.reserve(entries.size());
  for (const auto& entry : entries) all.push_back(told(entry, settings));
  return calendar::write(
      calendar::Feed{settings.site_name + " · " + reader.first_name,
                     "Ce à quoi tu participes, et ce qui attend ta réponse. L’adresse de cet agenda est à toi seul·e.",
                     {}},
      all);
}

// RFC 9110 13.2.2: a tag that was sent is compared, and the date only where there is none.
bool known(const http::Request& request, std::string_view tag, std::chrono::sys_seconds changed) {
  if (const auto tags = request.headers.find("if-none-match"))
    return *tags == "*" || tags->find(tag) != std::string_view::npos;
  const auto since = http::parse_date(request.headers.get("if-modified-since"));
  return since && changed <= *since;
}

}  // namespace

http::Response feed(gate::Visit& v) {
  v.no_frame();
  const auto token = read_feed_name(v.text("token"));
  if (!token) throw http::Error(404);
  const pg::Bytes hash{feed_hash(*token)};
  const auto reader = v.maybe(enter_feed, hash);
  const auto entries = v.all(feed_entries);
  v.ask();
  if (!*reader) throw http::Error(404);

  http::Response response;
  response.body = whole_feed(**reader, *entries, v.services.settings);
  const pg::Bytes digest{crypto::sha256(response.body)};
  auto changed = (*reader)->changed_at;
  if ((*reader)->digest != digest || !changed) {
    const auto said = v.one(feed_said, hash, digest);
    v.ask();
    changed = *said;
  }
  const auto since = events::instant(*changed);
  const auto tag = "\"" + crypto::base64url(digest.octets.substr(0, tag_bytes)) + '"';
  response.headers.set("content-type", "text/calendar; charset=utf-8");
  response.headers.set("cache-control", "private, no-cache");
  response.headers.set("etag", "W/" + tag);  // weak: the same octets may be compressed or not
  response.headers.set("last-modified", http::date(since));
  if (!known(v.request, tag, since)) return response;
  response.status = 304;
  response.body.clear();
  return response;
}

}  // namespace agenda
