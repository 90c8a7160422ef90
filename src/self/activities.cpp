#include "self/activities.hpp"

#include "core/text/fold.hpp"
#include "members/interests.hpp"
#include "self/data.hpp"

namespace self {
namespace {

using Texts = std::vector<std::string>;

constexpr size_t longest_detail = 200;  // characters

const pg::Statement<void(Texts)> forget{
    "self.forget_activities", "delete from member_activity where member_id = (select viewer_id()) and kind = any($1)"};
const pg::Statement<void(Texts, Texts, Texts)> keep{"self.keep_activities", R"(
  insert into member_activity (member_id, kind, position, what, detail)
  select viewer_id(), a.kind, row_number() over (partition by a.kind order by a.n), a.what, a.detail
    from unnest($1::text[], $2::text[], $3::text[]) with ordinality as a (kind, what, detail, n))"};

http::Response replace(gate::Visit& v, Block block, const Texts& kinds, const std::vector<Activity>& activities) {
  Texts kind, what, detail;
  for (const auto& activity : activities) {
    kind.emplace_back(activity.kind);
    what.emplace_back(activity.what);
    detail.emplace_back(activity.detail);
  }
  v.run(forget, kinds);
  v.run(keep, kind, what, detail);
  v.ask();
  return saved(v, block);
}

}  // namespace

http::Response save_commitments(gate::Visit& v) {
  std::vector<Activity> typed;
  ui::Errors errors;
  for (int i = 1; i <= lines_of_each; ++i) {
    const auto number = std::to_string(i);
    Activity line{"commitment", v.field("commitment_" + number), text::tidy(v.field("commitment_detail_" + number))};
    if (!holds(commitments, line.what)) line.what.clear();
    if (line.what.empty() && line.detail.empty()) continue;
    // Lines move up when one is left empty.
    const auto place = std::to_string(typed.size() + 1);
    if (line.what.empty()) errors.add("commitment_" + place, "Choisis de quelle sorte d’engagement il s’agit.");
    if (text::length(line.detail) > longest_detail)
      errors.add("commitment_detail_" + place, "Raccourcis cette ligne : 200 caractères au plus.");
    typed.push_back(std::move(line));
  }
  if (errors.empty()) return replace(v, Block::commitment, {"commitment"}, typed);
  return data_again(v, Block::commitment, errors, [&](Data& data) {
    std::erase_if(data.activities, [](const Activity& a) { return a.kind == "commitment"; });
    data.activities.insert(data.activities.end(), typed.begin(), typed.end());
  });
}

http::Response save_politics(gate::Visit& v) {
  std::vector<Activity> chosen;
  for (int i = 1; i <= lines_of_each; ++i) {
    const auto number = std::to_string(i);
    if (const auto mandate = v.field("mandate_" + number); holds(mandates, mandate)) {
      const auto domain = v.field("mandate_domain_" + number);
      chosen.push_back({"mandate", mandate, holds(members::interests, domain) ? domain : ""});
    }
    if (const auto duty = v.field("duty_" + number); holds(duties, duty)) chosen.push_back({"duty", duty, ""});
  }
  if (!v.field("mjs").empty()) chosen.push_back({"mjs", "membre", ""});
  return replace(v, Block::politics, {"mandate", "duty", "mjs"}, chosen);
}

}  // namespace self
