#include "sections/requests_office.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "sections/requests_office_view.hpp"

namespace sections {
namespace {

// Those who have waited longest first; the others come when these are answered. The policies show who asks to whoever
// answers.
const pg::Statement<RequestRow(SpaceId)> requests_of{"sections.requests_of", R"(
  select r.id, m.id, m.first_name || ' ' || m.last_name, coalesce(m.city, ''), coalesce(s.name, ''), r.words, r.asked_at, section_former($1, m.id), m.picture_id
    from section_request r join member m on m.id = r.member_id left join space s on s.id = m.section_id
   where r.section_id = $1 and r.answered_at is null order by r.asked_at, r.id limit 100)"};
const pg::Statement<std::int64_t(SpaceId, std::vector<std::int64_t>, std::string, std::string)> settle{
    "sections.settle", "select section_settle($1, $2, $3, $4)"};

http::Response show(gate::Visit& v, const std::string& reply, const std::string& error) {
  const auto id = v.id<SpaceId>("section");
  const auto section = v.one(section_name, id);
  auto rows = v.all(requests_of, id);
  v.ask();
  const RequestsOffice page{*section, rows.take(), v.field_ids("request"), reply, error};
  return v.page(
      {.title = office_title("Demandes", *section), .here = ui::Key::section},
      [&](html::Out& out) { requests_office(out, page, v.csrf()); }, error.empty() ? 200 : 422);
}

ui::Flash told(const std::string& answer, std::int64_t settled, std::int64_t chosen) {
  using Tone = ui::Flash::Tone;
  if (chosen == 0) return {Tone::info, "Rien n’a changé. Coche d’abord les personnes."};
  constexpr std::string_view gone =
      "retirées entre-temps, ont déjà une réponse, ou la personne a pris un rôle dans sa section.";
  if (settled == 0) return {Tone::info, "Rien n’a changé : ces demandes ont été " + std::string(gone)};
  std::string words = answer == "refused"
                          ? french::count(settled, "demande refusée", "demandes refusées")
                          : french::count(settled, "personne rejoint la section", "personnes rejoignent la section");
  words += settled == 1 ? " : on le lui dit." : " : on le leur dit.";
  if (settled < chosen) words += " Les autres demandes ont été " + std::string(gone);
  return {Tone::good, words};
}

}  // namespace

http::Response show_requests(gate::Visit& v) {
  return show(v, "", "");
}

http::Response settle_requests(gate::Visit& v) {
  const auto answer = v.field("answer");
  auto reply = v.field("reply");
  std::erase(reply, '\r');  // forms end lines with two characters
  if (answer == "refused" && utf8::length(reply) > longest_reply)
    return show(v, reply, "Raccourcis ton message : 500 caractères au plus.");
  const auto id = v.id<SpaceId>("section");
  const auto chosen = v.field_ids("request");
  const auto settled = v.one(settle, id, chosen, answer, reply);
  v.ask();
  return v.redirect(section_path(id, "/gestion/demandes"), told(answer, *settled, std::ssize(chosen)));
}

}  // namespace sections
