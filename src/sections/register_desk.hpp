#pragma once
// The five places of «Gestion des invitations», and how many people wait in each (S05).

#include <string>

#include "sections/office.hpp"

namespace sections {

enum class Place { ready, creation, sent, incomplete, import };

struct RegisterCounts {
  std::int64_t ready, sent, incomplete;
  std::int64_t came;  ///< of those invited
};
struct DeskRow {
  SpaceId id;
  std::string name;
  bool active;
  std::int64_t ready, sent, incomplete, requests, came;
  std::vector<std::string> powers;
};
extern const pg::Statement<DeskRow(SpaceId)> find_desk;

struct RegisterDesk {
  RegisterDesk(const DeskRow& row, Place place);
  SectionName section;
  RegisterCounts counts;
  Place here;
};

std::string_view place_path(Place place);  ///< "/gestion/invitations/envoyees"

void side(html::Out& out, const RegisterDesk& desk);

/// The whole page: office, side list, then the work under its title.
template <class Body>
void register_desk(html::Out& out, const RegisterDesk& desk, std::string_view title, Body&& body) {
  office(out, desk.section, Desk::invitations, [&] {
    ui::office(
        out, [&] { side(out, desk); },
        [&] {
          out(R"(<div class="stack"><h2>{}</h2>)", title);
          body();
          out("</div>");
        });
  });
}

}  // namespace sections
