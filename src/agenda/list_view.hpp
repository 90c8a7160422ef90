#pragma once
#include "agenda/frame.hpp"
#include "events/hosts.hpp"
#include "ui/navigation.hpp"

namespace agenda {

struct ListPage {
  AgendaFrame frame;
  std::vector<events::Card> drafts, coming, past;
  ui::Pager pager;
  std::vector<events::HostRequest> asked = {};  ///< with the invitations: spaces that are asked to organise too
};
void write(html::Out& out, const ListPage& page);

}  // namespace agenda
