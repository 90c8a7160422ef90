#include "ui/search_line.hpp"

#include "ui/form.hpp"

namespace ui {
namespace {

constexpr int longest = 80;  // characters

}  // namespace

void search_line(html::Out& out, const SearchLine& line) {
  out(R"(<div class="search-line">)");
  field(out, {.name = line.name,
              .label = line.label,
              .value = line.words,
              .type = "search",
              .placeholder = line.placeholder.empty() ? line.label : line.placeholder,
              .max_length = longest,
              .autofocus = line.autofocus,
              .hide_label = true});
  submit(out, {.label = "Chercher", .look = Look::plain, .icon = "search"});
  out("</div>");
}

}  // namespace ui
