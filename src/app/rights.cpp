#include "app/rights.hpp"

#include <algorithm>
#include <array>

#include "app/routes.hpp"

namespace app {
namespace {

struct Role {
  std::string_view name, how;
  std::string_view needs;  ///< words of gate/who.hpp, between bars; each role may what a member may
};
// The database decides (refusal() in db/policies/10_viewer.sql); tests/support/scene.ts says the same of one person of
// each kind, and tests/hostile/rights.test.ts tries every route with each.
constexpr std::array roles{
    Role{"visitor", "is not signed in", "|anyone|even leaving|"},
    Role{"member", "has an account", "|anyone|even leaving|member|"},
    Role{"insider", "belongs to the section (adhérent, sympathisant, bureau, trésorerie)", "|insider|"},
    Role{"zone manager", "was put in charge of a zone by the secretary", "|insider|list_user|"},
    Role{"delegate: members", "of the bureau; the secretary handed it to them (X03)",
         "|insider|office any|office members|list_user|"},
    Role{"delegate: invitations", "the same", "|insider|office any|office invitations|"},
    Role{"delegate: messages", "the same", "|insider|office any|office messages|list_user|"},
    Role{"delegate: events", "the same", "|insider|office any|office events|organiser|"},
    Role{"secretary", "invited by the referent of the federation",
         "|insider|secretary|office any|office members|office invitations|office messages|office events|office "
         "figures|organiser|list_user|"},
    Role{"maker of an event", "made it", "|organiser|"},
    Role{"referent", "of the federation, or of the one above the section", "|referent|"},
    Role{"coopilote", "runs the house", "|coopilote|"},
};

std::string who_may(std::string_view need) {
  if (need == "anyone" || need == "even leaving") return "anybody";
  if (need == "member") return "every member";
  std::string names;
  for (const auto& role : roles)
    if (role.needs.find('|' + std::string(need) + '|') != std::string_view::npos)
      (names += names.empty() ? "" : ", ") += role.name;
  return names.empty() ? std::string(need) : names;
}

}  // namespace

std::string rights() {
  std::string page =
      "# Roles, and what each may do\n\nWritten by `coopol routes --rights > docs/roles.md` from the route table; a "
      "test "
      "fails when it is stale. Whoever holds a role may what a member may, too. What a page then shows is decided by "
      "the "
      "policies (db/policies/).\n\n| role | who it is |\n|---|---|\n";
  for (const auto& role : roles) ((page += "| ") += role.name) += " | " + std::string(role.how) + " |\n";
  page += "\n| route | who may |\n|---|---|\n";
  auto all = routes();
  std::ranges::stable_sort(all, {}, &gate::Route::path);
  for (const auto& route : all) {
    if (route.path.starts_with("/dev/")) continue;
    ((page += "| `") += http::name(route.method)) += ' ';
    (page += route.path) += "` | " + who_may(route.who.need) + " |\n";
  }
  return page;
}

}  // namespace app
