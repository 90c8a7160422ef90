#include "core/markdown.hpp"

#include <cmark-gfm.h>

#include <cstdlib>
#include <memory>
#include <new>

namespace markdown {

html::Safe render(std::string_view text) {
  // Safe unless CMARK_OPT_UNSAFE is given.
  const std::unique_ptr<char, decltype(&std::free)> made(
      cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_VALIDATE_UTF8), &std::free);
  if (!made) throw std::bad_alloc();
  return {made.get()};
}

}  // namespace markdown
