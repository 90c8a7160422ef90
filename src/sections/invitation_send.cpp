#include "sections/invitation_send.hpp"

#include "core/crypto.hpp"
#include "core/text/french.hpp"
#include "sections/ids.hpp"
#include "sections/register_desk.hpp"
#include "sections/waiting.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace sections {
namespace {

constexpr size_t batch_bytes = 9;  // of the random part of a batch's name
constexpr auto worth_telling = std::chrono::minutes(2);

// Somebody invited is invited no second time: by another click, or by another secretary at the same moment.
const pg::Statement<std::int64_t(SpaceId, bool, std::vector<std::int64_t>, std::string)> invite_entries{
    "sections.invite_entries", R"(
  with made as (
    insert into invitation (space_id, register_entry_id, kind, first_name, last_name, email, invited_by)
    select e.section_id, e.id, e.kind, e.first_name, e.last_name, e.email, viewer_id()
      from register_entry e
     where e.section_id = $1 and ($2 or e.id = any($3)) and e.member_id is null and e.incomplete is null and e.email is not null
       and not exists (select from invitation i where i.register_entry_id = e.id)
     order by e.last_name, e.first_name, e.id
    on conflict (register_entry_id) do nothing
    returning id, email)
  select count(*) from made, lateral send_invitation(made.id, made.email, 1, $4))"};
const pg::Statement<std::int64_t(SpaceId, bool, std::vector<std::int64_t>, pg::Time, std::string)> invite_again{
    "sections.invite_again", R"(
  with raised as (
    update invitation set sends = sends + 1, last_sent_at = now(), invited_by = viewer_id()
     where space_id = $1 and ($2 or id = any($3)) and role = 'member' and accepted_at is null and refused is null and last_sent_at < $4
    returning id, email, sends)
  select count(*) from raised, lateral send_invitation(raised.id, raised.email, raised.sends, $5))"};

struct Progress {
  std::int64_t total, finished, failed;
  std::optional<pg::Time> until;  ///< when the last of them will leave
};
const pg::Statement<Progress(std::string)> progress_of{"sections.sending",
                                                       "select p.*, mail_leaves_until($1) from mail_progress($1) p"};

// Nobody guesses the name of another section's batch.
std::string batch_name(SpaceId section, std::string_view random) {
  return "section." + std::to_string(section.number()) + '.' + std::string(random);
}

http::Response sent(gate::Visit& v, SpaceId section, std::int64_t count, const std::string& random, Place back,
                    const char* nobody) {
  if (count == 0) return v.redirect(section_path(section, place_path(back)), ui::Flash{ui::Flash::Tone::info, nobody});
  return v.redirect(section_path(section, "/gestion/invitations/envoi/" + random));
}

std::string refused(std::int64_t count) {
  if (count == 0) return {};
  return french::count(count, "adresse refusée, à corriger dans « Profils incomplets »",
                       "adresses refusées, à corriger dans « Profils incomplets »");
}

}  // namespace

http::Response send_invitations(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto random = crypto::base64url(crypto::random_bytes(batch_bytes));
  const auto count = v.one(invite_entries, id, v.field("all") == "1", v.field_ids("entry"), batch_name(id, random));
  v.ask();
  return sent(v, id, *count, random, Place::ready,
              "Rien n’est parti : coche d’abord les personnes à inviter. Celles qui l’ont déjà été ne le sont pas deux "
              "fois.");
}

http::Response send_invitations_again(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto random = crypto::base64url(crypto::random_bytes(batch_bytes));
  const auto count =
      v.one(invite_again, id, v.field("all") == "1", v.field_ids("invitation"), shown_at(v), batch_name(id, random));
  v.ask();
  return sent(v, id, *count, random, Place::sent,
              "Rien n’est reparti : coche d’abord les personnes à relancer. Celles qui viennent de l’être ne le sont "
              "pas deux fois.");
}

http::Response show_sending(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto desk = v.one(find_desk, id);
  const auto batch = v.one(progress_of, batch_name(id, v.text("batch")));
  v.ask();
  if (batch->total == 0) throw http::Error(404);
  const bool over = batch->finished >= batch->total;
  auto response = v.page(
      {.title = office_title("Envoi", {desk->id, desk->name, desk->active}), .here = ui::Key::section},
      [&](html::Out& out) {
        register_desk(out, {*desk, Place::sent}, "Envoi des invitations", [&] {
          waiting(out, over, [&] {
            const auto label = over ? french::count(batch->total, "invitation partie", "invitations parties")
                                    : std::string("Les invitations partent…");
            ui::progress(out, {.id = "envoi",
                               .label = label,
                               .done = batch->finished,
                               .total = batch->total,
                               .detail = refused(batch->failed),
                               .finished = over});
          });
          if (!over) out(R"(<p class="soft">Tu peux fermer cette page : l’envoi continue.</p>)");
          if (!over && batch->until && *batch->until > std::chrono::system_clock::now() + worth_telling)
            out(R"(<p class="soft">Elles partent peu à peu, pour que personne ne prenne nos courriels pour des indésirables. Les dernières partiront {}.</p>)",
                french::moment(std::chrono::floor<std::chrono::seconds>(*batch->until)));
          ui::buttons(out, [&] {
            ui::link_button(out, section_url(id, place_path(Place::sent)), {.label = "Voir les invitations envoyées"});
          });
        });
      });
  if (!over) come_back_soon(response);
  return response;
}

}  // namespace sections
