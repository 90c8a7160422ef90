#include "sections/import_undo.hpp"

#include "sections/import.hpp"
#include "sections/import_view.hpp"
#include "sections/register_desk.hpp"
#include "sections/register_merge.hpp"

namespace sections {
namespace {

const pg::Statement<bool(SpaceId, ImportId)> undo{"sections.undo_import", "select register_undo_import($1, $2)"};

}  // namespace

http::Response undo_import(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto which = v.id<ImportId>("import");
  v.one(find_import, id, which);
  const auto undone = v.one(undo, id, which);
  v.run(settle_incomplete, id);
  v.ask();
  if (*undone)
    return v.redirect(section_path(id, place_path(Place::import)),
                      "L’import est annulé. Ta liste est redevenue comme avant.");
  return v.redirect(import_path(id, which), ui::Flash{ui::Flash::Tone::info, "Cet import ne peut plus être annulé."});
}

}  // namespace sections
