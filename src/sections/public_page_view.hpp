#pragma once

#include <vector>

#include "core/html.hpp"
#include "sections/ids.hpp"
#include "sections/office.hpp"
#include "sections/profile.hpp"
#include "ui/event_card.hpp"
#include "ui/navigation.hpp"

namespace sections {

/// What stands above the badge, for whoever looks.
struct SectionHead {
  SectionName section;
  SpaceId federation;
  std::string federation_name;
  bool insider;
  std::optional<images::PictureId> picture;
};

/// For whoever is not of the section: may they ask to join it, and what became of it (S04)?
struct Door {
  std::string state;  ///< as section_standing() says
  std::optional<pg::Time> since;
  std::string reply;
  std::optional<SpaceId> own;  ///< the section that they are in
  std::string own_name;
  std::string words;  ///< typed already, on a form that came back
  ui::Errors errors;
};

/// What the field work of a section amounts to.
struct Harvest {
  std::int64_t doors;
  std::string votes;  ///< «environ 3 voix», or nothing
};

struct Zone {
  ListId id;
  std::string name;
};

struct PublicPage {
  SectionHead head;
  Profile profile;
  std::vector<ui::Person> secretaries;
  std::int64_t members;
  Harvest harvest;
  std::vector<ui::EventCard> events;  // for insiders
  Door door;
  std::vector<Zone> zones;  // of which the viewer is in charge
};
void public_page(html::Out& out, const PublicPage& page, std::string_view csrf);

struct EventsPage {
  SectionHead head;
  bool first;  ///< else further back in what is past
  std::vector<ui::EventCard> coming, past;
  ui::Pager pager;
};
void events_page(html::Out& out, const EventsPage& page);

struct MembersPage {
  SectionHead head;
  std::vector<ui::Person> people;
  ui::Pager pager;
};
void members_page(html::Out& out, const MembersPage& page);

}  // namespace sections
