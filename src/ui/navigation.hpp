#pragma once
// Ways from here to there: tabs, pills, pages, side lists, steps.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/html.hpp"
#include "ui/icon.hpp"

namespace ui {

struct Tab {
  std::string label = {};
  html::Url href = html::Url::local("");
  bool current = false;
  int count = 0;  ///< shown when not zero
};

/// The parts of one thing; they scroll on phones, and fade at the edge that hides some.
void tabs(html::Out& out, std::string_view label, std::span<const Tab> tabs);
/// Filters of one list.
void pills(html::Out& out, std::string_view label, std::span<const Tab> pills);

/// Keyset paging: only before and after. `words` says what is shown: «1 à 50 sur 2 340».
struct Pager {
  std::optional<html::Url> previous = {}, next = {};
  std::string words = {};
};
void pager(html::Out& out, const Pager& pager);

/// Lists at the side of an office; on phones a row that scrolls. Titles stand before their group.
struct SideItem {
  std::string label = {};
  html::Url href = html::Url::local("");
  int count = -1;  ///< −1: none
  bool current = false;
  std::string title = {};  ///< begins a group
  bool create = false;     ///< «créer une liste»
};
void side_list(html::Out& out, std::string_view label, std::span<const SideItem> items);

/// The office: side list, then the work.
template <class Side, class Work>
void office(html::Out& out, Side&& side, Work&& work) {
  out(R"(<div class="office">)");
  side();
  out(R"(<div class="work">)");
  work();
  out("</div></div>");
}

/// Steps of a task; `current` counts from 1. Steps with an address can be gone back to.
struct Step {
  std::string label = {};
  std::optional<html::Url> href = {};
};
void stepper(html::Out& out, std::span<const Step> steps, int current);

/// «← Besançon-Nord»: one step up, above the title.
void back_link(html::Out& out, const html::Url& href, std::string_view label);

/// A section's title (h2) with an optional link at its right end.
struct Head {
  std::string_view title = {};
  std::optional<html::Url> href = {};
  std::string_view link = {};
  Icon icon = {};
};
void head(html::Out& out, const Head& head);

}  // namespace ui
