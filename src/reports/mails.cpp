#include "reports/mails.hpp"

#include "core/jobs/job.hpp"
#include "core/text/french.hpp"
#include "events/card.hpp"
#include "events/detail.hpp"
#include "events/guest_letter.hpp"

namespace reports {
namespace {

struct Own {
  std::int32_t doors;
  bool mission;
};
const pg::Statement<Own(EventId)> find_own{"mail.reports.own", R"(
  select a.doors, e.is_mission from event_attendance a join event e on e.id = a.event_id where a.event_id = $1 and a.member_id = viewer_id())"};

// Whoever is taken off the report before it leaves is not thanked for having come.
std::optional<mail::Message> compose(pg::Connection& database, const mail::Row& row, const Settings& settings) {
  const auto guest = events::look_up(database, row, notifications::Kind::reminder);
  if (!guest || !guest->wanted || guest->entry.state != "published") return std::nullopt;
  const EventId event(row.subject_id.value_or(0));
  pg::Batch batch;
  batch.run(jobs::act_as, row.member.value_or(MemberId()));
  const auto report = batch.maybe(events::find_report, event);
  const auto own = batch.maybe(find_own, event);
  database.send(batch);
  if (!*report || !*own) return std::nullopt;

  const auto& e = guest->entry;
  const auto figures = (*report)->figures();
  std::string words = "Merci d’être venu·e\u202f! ";
  if ((*report)->came > 1) words += "Vous étiez " + french::number((*report)->came) + ".";
  if ((*own)->doors > 0)
    words += " Ta part\u00a0: " + french::count((*own)->doors, "porte frappée", "portes frappées") + ".";
  mail::Letter letter{.title = e.title,
                      .parts = {mail::Words{words}},
                      .why = "Tu reçois ce courriel parce que tu y étais.",
                      .unsubscribe = notifications::refusal_link(settings, *row.member, notifications::Kind::reminder)};
  mail::Facts facts;
  for (const auto& stat : events::stats(figures)) {
    auto label = stat.label;
    label.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(label.front())));
    facts.lines.emplace_back(label, stat.value);
  }
  if (!facts.lines.empty()) letter.parts.emplace_back(facts);
  if (const auto votes = events::votes_words(events::votes(figures, settings)); !votes.empty())
    letter.parts.emplace_back(mail::Words{"D’après l’expérience du terrain, cela fait " + votes + " de plus."});
  if (!(*report)->words.empty())
    letter.parts.emplace_back(mail::Quote{(*report)->words, e.author.value_or("L’organisation")});
  letter.parts.emplace_back(mail::Buttons{{{"Voir le bilan", mail::link(settings, events::path(event) + "#bilan")}}});
  if (events::votes(figures, settings) > 0) letter.parts.emplace_back(mail::Small{events::votes_note(settings)});
  return mail::letter("Merci\u202f! " + e.title, letter, settings);
}

}  // namespace

std::vector<mail::Kind> mails() {
  return {{.name = "events.thanks", .compose = compose}};
}

}  // namespace reports
