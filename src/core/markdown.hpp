#pragma once
// Markdown (GitHub's dialect of CommonMark) as people and the charter write it, rendered so that no script can come
// out: raw HTML is left out, and so are links with dangerous schemes.

#include <string_view>

#include "core/html.hpp"

namespace markdown {

html::Safe render(std::string_view text);

/// For mails: line breaks stay, bare addresses become links, and pictures links, since a picture tells its owner who
/// has opened the mail.
html::Safe render_mail(std::string_view text);

}  // namespace markdown
