#pragma once
// One panel of the front that says where things stand, and the way on.

#include "gate/visit.hpp"

namespace accounts {

struct Notice {
  std::string_view title;
  std::string text;
  std::string_view link = "Aller à l’accueil";
  html::Url href = html::Url::local("/");
};
http::Response notice_page(gate::Visit& v, const Notice& notice, int status = 200);

/// For whoever comes with a link that we did not make, or that no longer means anything: no hint which.
http::Response dead_link(gate::Visit& v);

}  // namespace accounts
