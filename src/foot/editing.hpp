#pragma once
// Coopilotes write the charter and the legal notice (P05): with a preview, each version kept, a new charter that may
// ask everybody again.

#include <optional>
#include <string>
#include <vector>

#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace foot {

/// One of the two.
struct House {
  std::string_view code, title, public_path;
};
const House& house_text(const gate::Visit& v);  ///< of the path's `:text`; throws 404

struct Edition {
  std::int64_t id;
  std::string body, note;
  bool asks_again;
  pg::Time published_at;
  std::optional<std::string> author;
  std::int64_t agreed;  ///< members, of a charter
};
/// The latest first.
extern const pg::Statement<Edition(std::string)> editions;

struct Draft {
  std::int64_t former = 0;  ///< the version that it was made from
  std::string body, note;
  bool asks_again = false, preview = false;
  ui::Errors errors = {};
};

http::Response show_texts(gate::Visit& v);     ///< GET /coopilote/textes
http::Response edit_text(gate::Visit& v);      ///< GET /coopilote/textes/:text
http::Response publish_text(gate::Visit& v);   ///< POST; the preview too
http::Response show_editions(gate::Visit& v);  ///< GET /coopilote/textes/:text/versions

void edit_page(html::Out& out, const House& text, const Edition& current, const Draft& draft, const Settings& settings,
               std::string_view csrf);
void editions_page(html::Out& out, const House& text, const std::vector<Edition>& all);

}  // namespace foot
