#pragma once
// Icons of the sprite. A name that is not in the list does not compile; web/build.mjs reads the same list to make the
// sprite.
//
//   out(R"(<a href="/agenda">{} Agenda</a>)", ui::icon("calendar-days"));
//
// An icon is always beside a word or inside something that has a name: it is hidden from screen readers.

#include <iterator>
#include <string_view>

#include "core/html.hpp"

namespace ui {

// clang-format off
/// Names of lucide (https://lucide.dev/icons), in alphabetical order.
inline constexpr std::string_view icon_names[] = {
  "arrow-down", "arrow-left", "arrow-right", "arrow-up", "arrow-up-down", "at-sign", "bell", "bell-ring", "building-2", "calendar-check",
  "calendar-days", "calendar-plus", "calendar-x", "check", "chevron-down", "chevron-left", "chevron-right", "chevron-up", "circle-alert",
  "circle-check", "circle-question-mark", "circle-user-round", "circle-x", "clipboard-list", "clock", "copy", "door-open", "download",
  "ellipsis", "external-link", "eye", "eye-off", "file-spreadsheet", "file-text", "flag", "globe", "handshake", "heart", "house", "image",
  "info", "key-round", "landmark", "laptop", "life-buoy", "link", "list", "list-filter", "lock", "log-in", "log-out", "mail", "map",
  "map-pin", "megaphone", "menu", "messages-square", "minus", "network", "newspaper", "paint-roller", "paperclip", "pencil", "phone",
  "plus", "refresh-cw", "reply", "rotate-ccw", "search", "send", "settings", "shield-check", "smartphone", "sofa", "sparkles", "speech",
  "square-pen", "tag", "trash-2", "triangle-alert", "undo-2", "upload", "user-check", "user-plus", "user-round", "user-x", "users",
  "users-round", "x",
};
// clang-format on

/// An icon of the list, or none.
class Icon {
 public:
  constexpr Icon() = default;
  template <size_t N>
  consteval Icon(const char (&name)[N]) {  // NOLINT(google-explicit-constructor)
    for (size_t i = 0; i < std::size(icon_names); ++i)
      if (icon_names[i] == std::string_view(name, N - 1)) {
        index_ = i;
        return;
      }
    throw "not in the list of icons: add it to ui/icon.hpp";
  }
  [[nodiscard]] constexpr size_t index() const { return index_; }

 private:
  size_t index_ = std::size(icon_names);
};

/// The markup of an icon, made once; nothing for none.
const html::Safe& icon(Icon icon);

/// Makes the markup again for the names of the manifest; load_assets() calls it.
void prepare_icons();

}  // namespace ui
