#pragma once
// The frame of the secretary's office: the section's name, and its rooms as tabs.

#include <string>
#include <vector>

#include "core/pg/statement.hpp"
#include "gate/visit.hpp"
#include "ui/navigation.hpp"

namespace sections {

struct SectionName {
  SpaceId id;
  std::string name;
  bool active;                           ///< its secretary has configured it
  std::int64_t requests = 0;             ///< that wait for an answer (S04), where the viewer is who answers
  std::vector<std::string> powers = {};  ///< of the viewer here (X03): «secretary», or what was handed to them

  [[nodiscard]] bool secretary() const { return may("secretary"); }
  /// The secretary may whatever can be handed on.
  [[nodiscard]] bool may(std::string_view power) const;
};
extern const pg::Statement<SectionName(SpaceId)> section_name;

/// "/sections/12" and what follows.
std::string section_path(SpaceId section, std::string_view rest = "");
html::Url section_url(SpaceId section, std::string_view rest = "");

enum class Desk { requests, members, invitations, letters, contacts, figures, welcome, configuration, delegations };

/// Where the viewer begins in the office: the first room that is theirs.
std::string first_room(const SectionName& section);

void open_office(html::Out& out, const SectionName& section, Desk desk);

template <class Body>
void office(html::Out& out, const SectionName& section, Desk desk, Body&& body) {
  open_office(out, section, desk);
  body();
  out("</div>");
}

/// «Section Besançon-Nord», whether or not the name says so itself; "section …" inside a sentence.
std::string section_words(std::string_view name);
std::string section_words_inside(std::string_view name);

/// When the form was shown, to the microsecond: what was sent since then must not be sent again by a second click.
void shown_at_field(html::Out& out);
pg::Time shown_at(const gate::Visit& v);

/// Lists go on after the person of this id: "?apres=12"; 0 at the start.
std::int64_t page_after(const gate::Visit& v);

/// The one id that a form sends under that name; 404 without.
std::int64_t field_number(const gate::Visit& v, std::string_view name);
template <class T>
T field_id(const gate::Visit& v, std::string_view name) {
  return T(field_number(v, name));
}

/// "Membres · Besançon-Nord", for the window's title.
std::string office_title(std::string_view what, const SectionName& section);

}  // namespace sections
