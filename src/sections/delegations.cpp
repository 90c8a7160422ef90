#include "sections/delegations.hpp"

#include <algorithm>
#include <limits>

#include "core/jobs/job.hpp"
#include "core/mail/letter.hpp"
#include "sections/delegations_view.hpp"
#include "sections/powers.hpp"

namespace sections {
namespace {

constexpr std::int32_t acts_shown = 30;

const pg::Statement<Holder(SpaceId)> bureau_of{"sections.bureau", R"(
  select m.id, m.first_name || ' ' || m.last_name, b.role, m.picture_id,
         array(select d.power from delegation d where d.section_id = $1 and d.member_id = m.id and d.given_by is not null),
         array(select d.power from delegation d where d.section_id = $1 and d.member_id = m.id and d.given_by is null)
    from membership b join member m on m.id = b.member_id
   where b.space_id = $1 and b.role in ('treasurer', 'bureau') order by m.last_name, m.first_name, m.id)"};
const pg::Statement<Done(SpaceId, pg::Time, std::int32_t)> log_of{"sections.office_log",
                                                                  "select * from section_office_log($1, $2, $3)"};
const pg::Statement<bool(SpaceId, MemberId, std::vector<std::string>)> give{"sections.delegate",
                                                                            "select section_delegate($1, $2, $3)"};

struct Held {
  std::string section, givers;
  std::vector<std::string> powers;
};
const pg::Statement<Held(SpaceId)> held{"mail.sections.delegation", R"(
  select s.name, coalesce((select string_agg(distinct g.first_name || ' ' || g.last_name, ' et ') from delegation d join member g on g.id = d.given_by
                  where d.section_id = s.id and d.member_id = viewer_id()), ''), viewer_powers(s.id) from space s where s.id = $1)"};

// The page before ended at this moment; without, it begins now.
pg::Time asked_before(const gate::Visit& v) {
  const auto microseconds = v.query_id("avant");
  if (microseconds == 0)
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()) + std::chrono::minutes(1);
  return pg::Time(std::chrono::microseconds(microseconds));
}

std::vector<std::string> ticked(const gate::Visit& v) {
  const auto sent = v.form().values.all("power");
  std::vector<std::string> chosen;
  for (const auto& power : powers())
    if (std::ranges::find(sent, power.code) != sent.end()) chosen.emplace_back(power.code);
  return chosen;
}

http::Response give_exactly(gate::Visit& v, const std::vector<std::string>& chosen) {
  const auto id = v.id<SpaceId>("section");
  const auto back = section_path(id, "/gestion/delegations");
  const auto whom = v.field_ids("member");
  if (whom.size() != 1)
    return v.redirect(back, ui::Flash{ui::Flash::Tone::info, "Choisis d’abord quelqu’un du bureau."});
  const auto given = v.one(give, id, MemberId(whom.front()), chosen);
  v.ask();
  if (!*given)
    return v.redirect(back, ui::Flash{ui::Flash::Tone::info,
                                      "Rien n’a changé : cette personne n’est pas du bureau. Nomme-la d’abord par "
                                      "« Rôle », dans « Membres »."});
  return v.redirect(back, chosen.empty() ? "C’est repris : plus rien ne lui est confié. On le lui dit par courriel."
                                         : "C’est confié. On le lui dit par courriel.");
}

}  // namespace

http::Response show_delegations(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  auto bureau = v.all(bureau_of, id);
  auto log = v.all(log_of, id, asked_before(v), acts_shown + 1);
  v.ask();
  DelegationsPage page{*section, bureau.take(), {}, log.take(), {}};
  if (const auto chosen = v.query_id("membre")) page.chosen = MemberId(chosen);
  if (v.query_id("avant")) page.pager.previous = section_url(id, "/gestion/delegations");
  if (std::ssize(page.log) > acts_shown) {
    page.log.pop_back();
    page.pager.next =
        section_url(id, "/gestion/delegations?avant=" + std::to_string(page.log.back().at.time_since_epoch().count()));
  }
  return v.page({.title = office_title("Délégations", *section), .here = ui::Key::section},
                [&](html::Out& out) { delegations_page(out, page, v.csrf()); });
}

http::Response delegate(gate::Visit& v) {
  return give_exactly(v, ticked(v));
}

http::Response withdraw_delegation(gate::Visit& v) {
  return give_exactly(v, {});
}

// What they hold at the moment it leaves, whatever it was that changed.
std::optional<mail::Message> compose_delegation(pg::Connection& database, const mail::Row& row,
                                                const Settings& settings) {
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value());
  const auto found = batch.maybe(held, SpaceId(row.subject_id.value()));
  database.send(batch);
  if (!*found) return std::nullopt;
  const auto& [section, givers, holds] = **found;
  if (std::ranges::find(holds, "secretary") != holds.end()) return std::nullopt;  // all of it is theirs now
  const auto words = section_words_inside(section);
  const auto why = "Tu reçois ce courriel parce que ce qui t’est confié dans la " + words + " a changé.";
  if (holds.empty()) {
    const auto title = "Tes délégations dans la " + words + " ont pris fin";
    return mail::letter(title,
                        {.title = title,
                         .parts = {mail::Words{"Tu n’agis plus à la place du secrétariat : sa gestion ne t’est plus "
                                               "ouverte. Merci pour ce que tu as fait."}},
                         .why = why},
                        settings);
  }
  const auto title = "La " + words + " te confie une part de sa gestion";
  mail::Facts facts;
  for (const auto& power : powers())
    if (std::ranges::find(holds, power.code) != holds.end())
      facts.lines.emplace_back(std::string(power.label), std::string(power.what));
  return mail::letter(
      title,
      {.title = title,
       .parts = {mail::Words{givers + " te confie :"}, facts,
                 mail::Words{"Passe par « Ma section », puis « Gestion ». Tu agis à la place du secrétariat : ce que "
                             "tu fais est noté, et chaque personne lit qui a consulté ses données."},
                 mail::Buttons{{{"Ouvrir la gestion",
                                 mail::link(settings, section_path(SpaceId(*row.subject_id), "/gestion"))}}}},
       .why = why},
      settings);
}

}  // namespace sections
