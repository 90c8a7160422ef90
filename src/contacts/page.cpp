#include "contacts/page.hpp"

#include <algorithm>
#include <unordered_set>

#include "access/friend_invitations.hpp"
#include "contacts/book.hpp"
#include "contacts/view.hpp"
#include "coopains/bond.hpp"
#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "core/text/french.hpp"

namespace contacts {
namespace {

using Text = std::string;
constexpr std::string_view path = "/carnet-d-adresses";

const pg::Statement<bool(std::int32_t)> count_contacts{"contacts.count", "select count_contacts($1)"};
const pg::Statement<Found(std::vector<Text>)> contacts_found{"contacts.found", R"(
  select f.place, m.id, m.first_name || ' ' || m.last_name, s.name, m.picture_id,
         exists (select from bond b where b.member_id = viewer_id() and b.coopain_id = m.id),
         exists (select from bond_request r where r.from_id = viewer_id() and r.to_id = m.id)
    from contacts_found($1) f join member m on m.id = f.id left join space s on s.id = m.section_id
   order by m.last_name, m.first_name, m.id)"};

http::Response again(gate::Visit& v, const Text& error) {
  v.ask();
  return v.page(
      {.title = "Retrouver mes contacts", .here = ui::Key::coopains},
      [&](html::Out& out) { choose_page(out, v.csrf(), error); }, error.empty() ? 200 : 422);
}

// A contact who is found by one address is not among the others by another; somebody in two contacts is found once.
Result sort_out(Book book, std::vector<Found> found, const std::vector<accounts::InvitedAddress>& invited) {
  std::unordered_set<Text> before;
  for (const auto& one : invited) before.insert(one.email);
  std::unordered_set<std::int64_t> places, ids;
  for (const auto& one : found) places.insert(one.place);
  std::erase_if(found, [&](const Found& one) { return !ids.insert(one.id.number()).second; });
  Result result{.found = std::move(found), .without_address = book.without_address};
  std::int64_t place = 0;
  for (auto& contact : book.contacts) {
    bool here = false, asked = false;
    for (const auto& address : contact.addresses) {
      here |= places.contains(++place);
      asked |= before.contains(address);
    }
    if (!here) result.others.push_back({std::move(contact.name), std::move(contact.addresses.front()), asked});
  }
  return result;
}

void sort_by_name(std::vector<Other>& others) {
  std::vector<std::pair<Text, size_t>> keys;
  for (size_t i = 0; i < others.size(); ++i)
    keys.emplace_back(text::fold(others[i].name.empty() ? others[i].address : others[i].name), i);
  std::ranges::sort(keys);
  std::vector<Other> sorted;
  for (const auto& [key, at] : keys) sorted.push_back(std::move(others[at]));
  others = std::move(sorted);
}

std::vector<Text> chosen_addresses(const gate::Visit& v) {
  std::vector<Text> addresses;
  for (const auto typed : v.form().values.all("invite"))
    if (auto read = email::read(typed); read.fault == email::Fault::none) addresses.push_back(std::move(read.address));
  return addresses;
}

ui::Flash tell(size_t asked, size_t sent, size_t chosen) {
  Text words;
  if (asked > 0)
    words = asked == 1 ? "Ta demande de coopain est partie. "
                       : french::count(static_cast<long long>(asked), "demande de coopain est partie",
                                       "demandes de coopain sont parties") +
                             ". ";
  if (sent > 0)
    words +=
        sent == 1
            ? "Ton invitation est partie. "
            : french::count(static_cast<long long>(sent), "invitation est partie", "invitations sont parties") + ". ";
  const bool all = sent == chosen;
  if (!all)
    words += "Les autres ne sont pas parties : tu les avais déjà invités, ou trop d’invitations attendent une réponse.";
  if (words.empty()) words = "Tes demandes étaient déjà parties.";
  while (words.ends_with(' ')) words.pop_back();
  return {all ? ui::Flash::Tone::good : ui::Flash::Tone::info, words};
}

}  // namespace

http::Response show(gate::Visit& v) {
  return again(v, {});
}

http::Response search(gate::Visit& v) {
  const auto& uploads = v.form().uploads;
  const auto upload = std::ranges::find(uploads, "file", &http::Upload::field);
  if (upload == uploads.end()) return again(v, "Choisis d’abord un fichier sur ton appareil.");
  auto book = read_book(upload->content);
  if (!book.problem.empty()) return again(v, book.problem);
  std::vector<Text> addresses;
  for (const auto& contact : book.contacts)
    addresses.insert(addresses.end(), contact.addresses.begin(), contact.addresses.end());
  const auto counted = v.one(count_contacts, static_cast<std::int32_t>(addresses.size()));
  auto found = v.all(contacts_found, addresses);
  const auto allowed = v.one(accounts::may_invite_friends);
  const auto invited = v.all(accounts::invited_addresses);
  v.ask();
  if (!*counted)
    return again(v, "Tu as cherché beaucoup d’adresses ces derniers temps. Pour protéger les membres, attends demain.");
  auto result = sort_out(std::move(book), found.take(), *invited);
  sort_by_name(result.others);
  const auto waiting = static_cast<size_t>(std::ranges::count_if(*invited, &accounts::InvitedAddress::waits));
  result.may_invite = *allowed;
  result.invitations_left =
      v.services.settings.friend_invitations - std::min(waiting, v.services.settings.friend_invitations);
  return v.page({.title = "Mes contacts", .here = ui::Key::coopains},
                [&](html::Out& out) { result_page(out, result, v.csrf()); });
}

http::Response follow(gate::Visit& v) {
  const auto people = v.field_ids("member");
  const auto addresses = chosen_addresses(v);
  if (people.empty() && addresses.empty())
    return v.redirect(path, ui::Flash{ui::Flash::Tone::warning, "Coche d’abord des personnes, puis envoie."});
  const auto asked = v.all(coopains::ask_several, people);
  const auto invited = accounts::invite_friends(v, addresses);
  v.ask();
  const auto asks =
      std::ranges::count_if(*asked, [](const Text& outcome) { return outcome == "asked" || outcome == "bound"; });
  const auto sent = std::ranges::count(*invited, "sent");
  return v.redirect(people.empty() ? "/inviter" : "/coopains/demandes",
                    tell(static_cast<size_t>(asks), static_cast<size_t>(sent), addresses.size()));
}

}  // namespace contacts
