#include "ui/icon.hpp"

#include <vector>

#include "ui/assets.hpp"

namespace ui {

namespace {
std::vector<html::Safe> draw_all() {
  std::vector<html::Safe> drawn;
  for (const auto name : icon_names) {
    html::Out out(128);
    out(R"(<svg class="icon" aria-hidden="true"><use href="/static/{}#{}"></use></svg>)", asset("icons.svg"), name);
    drawn.push_back(out.take());
  }
  drawn.emplace_back();  // none
  return drawn;
}

std::vector<html::Safe>& drawn_icons() {
  static std::vector<html::Safe> drawn = draw_all();
  return drawn;
}
}  // namespace

const html::Safe& icon(Icon icon) {
  return drawn_icons()[icon.index()];
}

void prepare_icons() {
  drawn_icons() = draw_all();
}

}  // namespace ui
