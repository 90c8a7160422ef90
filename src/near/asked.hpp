#pragma once
// What «Près de chez moi» was asked for, as its addresses say it.

#include <array>
#include <string>
#include <string_view>

#include "core/html.hpp"
#include "gate/visit.hpp"

namespace near {

inline constexpr std::string_view page_path = "/pres-de-chez-moi";
inline constexpr std::array<int, 4> distances{10, 25, 50, 100};  // km

enum class What { all, events, sections };
std::string_view code(What what);

struct Asked {
  std::string commune = {};  ///< INSEE code; "": the viewer's own
  int kilometres = 50;
  What what = What::all;
};
/// Anything else than what the page offers is what it shows first.
Asked asked(const gate::Visit& v);
html::Url url(const Asked& asked);

}  // namespace near
