#include "core/pictures/fault.hpp"

namespace pictures {

std::string_view message(Fault fault) {
  switch (fault) {
    case Fault::too_heavy:
      return "Cette image pèse plus de 8 Mo. Choisis-en une plus légère, ou réduis-la d’abord.";
    case Fault::too_many_pixels:
      return "Cette image a plus de 64 millions de pixels. Choisis-en une plus petite, ou réduis-la d’abord.";
    case Fault::unreadable:
      return "Cette image n’a pas pu être lue. Choisis une photo au format JPEG, PNG, WebP ou HEIC.";
  }
  return {};
}

}  // namespace pictures
