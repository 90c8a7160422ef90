#include "access/opening.hpp"

#include <algorithm>

#include "core/text/french.hpp"

namespace accounts {
namespace {

constexpr std::int32_t at_a_time = 500;
const std::string mailing_name = "access.open";  // of tell_open()
constexpr std::string_view path = "/coopilote/ouverture";

const pg::Statement<Opening()> openings{"access.openings", "select * from openings()"};
const pg::Statement<Mailing(std::string)> mailing{"access.openings_told", "select * from mail_progress($1)"};
const pg::Statement<std::int64_t(std::vector<std::int64_t>, std::optional<std::string>)> put_phase{
    "access.set_phase", "select set_phase($1, $2)"};
const pg::Statement<std::int64_t(std::int32_t)> tell_some{"jobs.access.tell_open", "select tell_open($1)"};

constexpr ui::Option options[] = {
    {"closed", "Fermée", "Seules les invitations des sections et des fédérations font entrer."},
    {"preregistration", "Pré-inscription", "On laisse son adresse, et on est prévenu."},
    {"members", "Adhérents", "Les sections invitent leurs adhérents ; les autres se pré-inscrivent."},
    {"limited", "Sympathisants invités", "Chaque membre peut inviter quelques amis ; les autres se pré-inscrivent."},
    {"open", "Ouverte à tous", "On s’inscrit librement. Celles et ceux qui attendaient sont prévenus."},
};

}  // namespace

std::span<const ui::Option> phase_options() {
  return options;
}

http::Response show_openings(gate::Visit& v) {
  auto spaces = v.all(openings);
  const auto sent = v.one(mailing, mailing_name);
  v.ask();
  const OpeningsPage page{spaces.take(), *sent, v.csrf()};
  return v.page({.title = "Ouverture"}, [&](html::Out& out) { openings_page(out, page); });
}

http::Response set_phase(gate::Visit& v) {
  const auto typed = v.field("phase");
  const bool known =
      std::any_of(std::begin(options), std::end(options), [&](const auto& o) { return o.value == typed; });
  const auto spaces = v.field_ids("space");
  if (spaces.empty() || (!known && typed != "national"))
    return v.redirect(
        path, ui::Flash{ui::Flash::Tone::warning, "Rien n’a changé : coche des fédérations et choisis une phase."});
  const auto changed = v.one(put_phase, spaces, known ? std::optional(typed) : std::nullopt);
  v.ask();
  return v.redirect(path, *changed == 0
                              ? std::string("C’était déjà ainsi.")
                              : french::count(*changed, "espace a changé de phase.", "espaces ont changé de phase."));
}

void tell_open(jobs::Job& job) {
  for (;;) {
    if (job.stopping()) throw jobs::Stopped{};
    pg::Batch batch;
    job.renew(batch);
    const auto told = batch.one(tell_some, at_a_time);
    job.database.send(batch);
    if (*told < at_a_time) return;
  }
}

}  // namespace accounts
