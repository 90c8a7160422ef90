#include "reports/parts.hpp"

#include <algorithm>

#include "core/text/french.hpp"

namespace reports {

const pg::Statement<Part(EventId)> find_parts{"reports.parts", R"(
  select p.id, array(select t.member_id from event_part_member t where t.part_id = p.id order by t.member_id is distinct from p.author_id, t.member_id),
         array(select m.first_name || ' ' || m.last_name from event_part_member t join member m on m.id = t.member_id
                where t.part_id = p.id order by t.member_id is distinct from p.author_id, t.member_id),
         p.minutes, p.doors_knocked, p.doors_opened, p.leaflets, p.calls, p.posters, p.words, p.state, (extract(epoch from p.filed_at) * 1000000)::bigint
    from event_part p where p.event_id = $1 order by p.state <> 'counted', p.filed_at, p.id limit 300)"};

std::string Part::who() const {
  auto all = names;
  const auto unseen = std::ssize(people) - std::ssize(names);
  if (all.empty()) return unseen > 1 ? "Une équipe de " + french::number(unseen) + " personnes" : "Quelqu’un";
  if (unseen > 0) all.push_back(french::count(unseen, "autre personne", "autres personnes"));
  return french::list(all);
}

std::string Part::did() const {
  auto told = events::figures_words(counted().figures);
  if (minutes == 0) return told.empty() ? "rien de chiffré" : told;
  if (!told.empty()) told += ", ";
  if (minutes >= 60) told += std::to_string(minutes / 60) + "\u00a0h";
  if (minutes >= 60 && minutes % 60 != 0) told += "\u00a0";
  if (minutes % 60 != 0) told += std::to_string(minutes % 60) + (minutes < 60 ? "\u00a0min" : "");
  return told;
}

std::vector<Counted> counted(const std::vector<Part>& parts) {
  std::vector<Counted> all;
  all.reserve(parts.size());
  for (const auto& part : parts) all.push_back(part.counted());
  return all;
}

std::vector<Counted> counted(const std::vector<Part>& parts, const std::vector<std::int64_t>& ids) {
  std::vector<Counted> chosen;
  for (const auto& part : parts)
    if (std::ranges::binary_search(ids, part.id.number())) chosen.push_back(part.counted());
  return chosen;
}

}  // namespace reports
