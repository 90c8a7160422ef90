#include "core/markdown.hpp"

#include <cmark-gfm-core-extensions.h>

#include <cstdlib>
#include <memory>
#include <new>

namespace markdown {

html::Safe render(std::string_view text) {
  constexpr int options = CMARK_OPT_VALIDATE_UTF8;  // safe unless CMARK_OPT_UNSAFE is given
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(options),
                                                                           &cmark_parser_free);
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(cmark_parser_finish(parser.get()),
                                                                         &cmark_node_free);
  const std::unique_ptr<char, decltype(&std::free)> made(
      cmark_render_html(document.get(), options, cmark_parser_get_syntax_extensions(parser.get())), &std::free);
  if (!made) throw std::bad_alloc();
  return {made.get()};
}

}  // namespace markdown
