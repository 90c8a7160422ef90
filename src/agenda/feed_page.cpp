#include "agenda/feed_page.hpp"

#include "agenda/feed_address.hpp"
#include "agenda/feed_view.hpp"
#include "core/crypto.hpp"
#include "events/card.hpp"

namespace agenda {
namespace {

constexpr std::string_view here = "/agenda/telephone";

struct Kept {
  pg::Bytes salt, hash;
  pg::Time created_at;
  std::optional<pg::Time> read_at;
};
const pg::Statement<Kept()> find_feed{
    "agenda.find_feed",
    "select salt, token_hash, created_at, read_at from calendar_feed where member_id = (select viewer_id())"};
const pg::Statement<void(pg::Bytes, pg::Bytes)> put_feed{"agenda.put_feed", R"(
  insert into calendar_feed (member_id, salt, token_hash) values (viewer_id(), $1, $2)
    on conflict (member_id) do update set salt = excluded.salt, token_hash = excluded.token_hash, created_at = now(), read_at = null, digest = null)"};
const pg::Statement<void()> drop_feed{"agenda.drop_feed",
                                      "delete from calendar_feed where member_id = (select viewer_id())"};

}  // namespace

http::Response feed_page(gate::Visit& v) {
  const auto kept = v.maybe(find_feed);
  v.ask();
  FeedPage page{.csrf = v.csrf(), .now = events::now()};
  if (*kept) {
    const auto token = feed_token(v.services.settings, v.viewer().id, (*kept)->salt.octets);
    // Where the server's secret was replaced since, the address that programs know still opens, and can be told no
    // more.
    if (feed_hash(token) == (*kept)->hash.octets) page.address = v.services.settings.base_url + feed_path(token);
    page.since = events::instant((*kept)->created_at);
    if ((*kept)->read_at) page.read = events::instant(*(*kept)->read_at);
  }
  return v.page({.title = "Mon agenda dans mon téléphone", .here = ui::Key::agenda},
                [&](html::Out& out) { write(out, page); });
}

http::Response renew_feed(gate::Visit& v) {
  v.together();
  const auto kept = v.maybe(find_feed);
  v.ask();
  const auto salt = crypto::random_bytes(feed_salt_bytes);
  v.run(put_feed, pg::Bytes{salt}, pg::Bytes{feed_hash(feed_token(v.services.settings, v.viewer().id, salt))});
  v.ask();
  v.commit();
  return v.redirect(
      here, *kept ? "Voilà ta nouvelle adresse. L’ancienne ne donne plus rien : remplace-la là où tu l’avais mise."
                  : "Ton adresse est prête. Il reste à la donner à ton calendrier.");
}

http::Response stop_feed(gate::Visit& v) {
  v.run(drop_feed);
  v.ask();
  return v.redirect(here, "C’est arrêté : plus aucun calendrier ne lit ton agenda.");
}

}  // namespace agenda
