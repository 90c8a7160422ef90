#include "dashboard/dashboard.hpp"

namespace dashboard {

http::Response show(gate::Visit& v) {
  v.ask();
  return v.page({.title = "Accueil", .here = ui::Key::home},
                [&](html::Out& out) { out("<h1>Bonjour {}</h1>", v.viewer().first_name); });
}

}  // namespace dashboard
