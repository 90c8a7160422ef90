#pragma once
// What one types to look for something, and the button beside it; within a form of method GET.
//
//   ui::form(out, {.action = html::Url::local("/groupes"), .get = true, .css = ""}, [&] {
//     ui::search_line(out, {.label = "Le nom d’un groupe", .words = words});
//   });

#include <string_view>

#include "core/html.hpp"

namespace ui {

struct SearchLine {
  std::string_view label = {};        ///< read out
  std::string_view words = {};        ///< what is being looked for
  std::string_view placeholder = {};  ///< the label, unless given
  std::string_view name = "q";
  bool autofocus = false;
};
void search_line(html::Out& out, const SearchLine& line);

}  // namespace ui
