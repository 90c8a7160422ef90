#include "sections/members_acts.hpp"

#include "core/text/french.hpp"
#include "sections/member_filter.hpp"
#include "sections/office.hpp"

namespace sections {
namespace {

using Ids = std::vector<std::int64_t>;

/// How many changed, and the number under which it can be undone.
struct Act {
  std::optional<std::int64_t> id;
  std::int64_t changed;
};
const pg::Statement<Act(SpaceId, Ids, std::string)> rank{"sections.set_rank",
                                                         "select act, changed from section_act_rank($1, $2, $3)"};
const pg::Statement<std::int64_t(SpaceId, Ids)> remove{"sections.remove_members", "select section_remove($1, $2)"};
const pg::Statement<Act(SpaceId, ListId, Ids)> put{"sections.put_in_list",
                                                   "select act, changed from section_act_list($1, $2, $3, true)"};
const pg::Statement<Act(SpaceId, ListId, Ids)> take{"sections.take_from_list",
                                                    "select act, changed from section_act_list($1, $2, $3, false)"};
const pg::Statement<std::optional<std::int64_t>(SpaceId, std::int64_t)> undo{"sections.undo_act",
                                                                             "select section_undo_act($1, $2)"};

// Of the lists in a menu beside the button.
std::optional<ListId> chosen_list(const gate::Visit& v, std::string_view field) {
  const auto ids = v.field_ids(field);
  return ids.size() == 1 ? std::optional(ListId(ids.front())) : std::nullopt;
}

http::Response no_list(gate::Visit& v, SpaceId section) {
  return v.redirect(filter_path(section, filter_of_form(v)),
                    ui::Flash{ui::Flash::Tone::info, "Rien n’a changé. Choisis d’abord une liste ou une zone."});
}

http::Response told(gate::Visit& v, SpaceId section, const Act& act, const char* one, const char* several) {
  auto back = filter_path(section, filter_of_form(v));
  if (act.changed == 0)
    return v.redirect(back, ui::Flash{ui::Flash::Tone::info, "Rien n’a changé. Coche d’abord les personnes."});
  if (act.id) back += (back.find('?') == std::string::npos ? "?fait=" : "&fait=") + std::to_string(*act.id);
  return v.redirect(back, french::count(act.changed, one, several));
}

}  // namespace

http::Response set_rank(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto changed = v.one(rank, id, chosen_members(v, id), v.field("rank"));
  v.ask();
  return told(v, id, *changed, "personne a changé de rôle.", "personnes ont changé de rôle.");
}

http::Response put_in_list(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto list = chosen_list(v, "to");
  if (!list) return no_list(v, id);
  const auto added = v.one(put, id, *list, chosen_members(v, id));
  v.ask();
  return told(v, id, *added, "personne ajoutée.", "personnes ajoutées.");
}

http::Response take_from_list(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto list = chosen_list(v, "from");
  if (!list) return no_list(v, id);
  const auto taken = v.one(take, id, *list, chosen_members(v, id));
  v.ask();
  return told(v, id, *taken, "personne enlevée.", "personnes enlevées.");
}

http::Response remove_members(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto gone = v.one(remove, id, chosen_members(v, id));
  v.ask();
  return told(v, id, {{}, *gone}, "personne ne fait plus partie de la section.",
              "personnes ne font plus partie de la section.");
}

http::Response undo_act(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto acts = v.field_ids("act");
  const auto changed = v.one(undo, id, acts.size() == 1 ? acts.front() : 0);
  v.ask();
  const auto back = filter_path(id, filter_of_form(v));
  if (*changed) return v.redirect(back, "C’est annulé. Tout est comme avant.");
  return v.redirect(back, ui::Flash{ui::Flash::Tone::info, "C’était déjà annulé, ou il y a trop longtemps."});
}

}  // namespace sections
