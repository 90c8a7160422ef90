#include "letters/way_out.hpp"

#include <cstring>

#include "core/crypto.hpp"
#include "core/mail/letter.hpp"
#include "core/signed_token.hpp"
#include "notifications/refusal.hpp"
#include "sections/office.hpp"
#include "ui/form.hpp"

namespace letters {
namespace {

constexpr std::string_view purpose = "letters way out";
constexpr auto lifetime = std::chrono::days(3650);  // an old mail must not be a trap
constexpr size_t hash_octets = 16;

const pg::Statement<bool(SpaceId, pg::Bytes)> is_out{"letters.is_out", "select letters_refused($1, $2)"};
const pg::Statement<void(SpaceId, pg::Bytes, std::int64_t, std::int64_t)> leave{
    "letters.leave", "select letters_refuse($1, $2, $3, $4)"};

std::optional<WayOut> read(const Settings& settings, std::string_view token) {
  const auto content = signed_token::read(settings.secret, purpose, token);
  if (!content || content->fields.size() != 5) return std::nullopt;
  const auto& f = content->fields;
  WayOut out{SpaceId(f[0]), f[1], f[2], std::string(hash_octets, '\0')};
  std::memcpy(out.hash.data(), &f[3], hash_octets);
  return out;
}

}  // namespace

std::string address_hash(const Settings& settings, std::string_view address) {
  return crypto::keyed_hash(settings.secret, purpose, address).substr(0, hash_octets);
}

std::string way_out_link(const Settings& settings, const WayOut& out) {
  std::vector<std::int64_t> fields{out.section.number(), out.contact, out.entry, 0, 0};
  std::memcpy(&fields[3], out.hash.data(), hash_octets);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return mail::link(settings,
                    "/courriels/sortie/" + signed_token::make(settings.secret, purpose, fields, now + lifetime));
}

http::Response show_way_out(gate::Visit& v) {
  const auto token = v.text("token");
  const auto link = read(v.services.settings, token);
  if (!link) return notifications::unknown_link(v);
  const auto out_already = v.one(is_out, link->section, pg::Bytes{link->hash});
  v.ask();
  return v.visitor_page({.title = "Courriers de la section"}, [&](html::Out& out) {
    if (*out_already) {
      out(R"(<div class="panel stack"><h1>C’est noté.</h1><p>Cette section ne t’écrira plus, et ton adresse est effacée. Rien d’autre à faire.</p></div>)");
      return;
    }
    out(R"(<div class="panel stack"><h1>Ne plus recevoir ces courriels ?</h1><p>La section ne t’écrira plus, et ton adresse est effacée de ses contacts.</p>)");
    ui::form(out, {.action = html::Url::local("/courriels/sortie/" + token), .css = ""},
             [&] { ui::submit(out, {.label = "Ne plus les recevoir"}); });
    out("</div>");
  });
}

http::Response take_way_out(gate::Visit& v) {
  const auto link = read(v.services.settings, v.text("token"));
  if (!link) return notifications::unknown_link(v);
  v.run(leave, link->section, pg::Bytes{link->hash}, link->contact, link->entry);
  v.ask();
  // Mail programs follow no redirection here (RFC 8058, 3.1).
  if (v.form().values.has("List-Unsubscribe")) return http::Response::text("C’est noté.\n");
  return v.redirect("/courriels/sortie/" + v.text("token"));
}

}  // namespace letters
