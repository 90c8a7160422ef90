#pragma once
// The part of a form in which one picture is given, replaced or taken away.

#include <optional>
#include <string>
#include <string_view>

#include "core/pictures/shrink.hpp"
#include "images/picture.hpp"

namespace images {

/// Enough for the largest photo that is read, and for one that is too heavy to come back with its error. For
/// gate::Route::body_bytes, on a route that is slow.
inline constexpr size_t form_bytes = 4 * pictures::max_photo_bytes;
/// Reading a photo takes up to a second or so.
inline constexpr Rate forms{30, std::chrono::minutes(5)};

struct Field {
  std::string_view name, label;
  std::optional<PictureId> present = {};
  std::string_view description = {};  ///< of the present picture, for who does not see it
  std::string_view removal = {};      ///< «Enlever l’image»
  bool removed = false;               ///< that box is ticked
  bool face = false;                  ///< shown round
  std::string_view hint = {}, error = {};
};
/// Its form needs .upload = true.
void field(html::Out& out, const Field& field);

/// What came of it. A picture given wins over the box ticked.
struct Choice {
  std::optional<pictures::Picture> picture;
  bool removed = false;
  std::string error;
};
/// Was a file sent?
bool given(const gate::Visit& v, std::string_view name);
bool removed(const gate::Visit& v, std::string_view name);
/// Reads the photo: only after ask() has let the visitor in.
Choice choice(const gate::Visit& v, std::string_view name);

/// For a form that comes back with other errors.
inline constexpr std::string_view choose_again = "Choisis ton image une nouvelle fois : elle n’a pas été enregistrée.";

}  // namespace images
