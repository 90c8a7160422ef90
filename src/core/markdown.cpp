#include "core/markdown.hpp"

#include <cmark-gfm-core-extensions.h>

#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <new>
#include <string>

namespace markdown {

namespace {

using Parser = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

html::Safe rendered(cmark_node* document, int options, cmark_llist* extensions) {
  const std::unique_ptr<char, decltype(&std::free)> made(cmark_render_html(document, options, extensions), &std::free);
  if (!made) throw std::bad_alloc();
  return {made.get()};
}

void pictures_as_links(cmark_node* document) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(document), &cmark_iter_free);
  while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
    auto* node = cmark_iter_get_node(walk.get());
    if (cmark_node_get_type(node) != CMARK_NODE_IMAGE) continue;
    const std::string address = cmark_node_get_url(node);  // forgotten with the type
    cmark_node_set_type(node, CMARK_NODE_LINK);
    cmark_node_set_url(node, address.c_str());
  }
}

template <class Prepare>
html::Safe render_with(std::string_view text, int options, std::initializer_list<const char*> extensions,
                       Prepare prepare) {
  cmark_gfm_core_extensions_ensure_registered();
  const Parser parser(cmark_parser_new(options), &cmark_parser_free);
  for (const auto* name : extensions)
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const Node document(cmark_parser_finish(parser.get()), &cmark_node_free);
  prepare(document.get());
  return rendered(document.get(), options, cmark_parser_get_syntax_extensions(parser.get()));
}

// Safe unless CMARK_OPT_UNSAFE is given.
constexpr int usual = CMARK_OPT_VALIDATE_UTF8;

}  // namespace

html::Safe render(std::string_view text) {
  return render_with(text, usual, {"table"}, [](cmark_node*) {});
}

html::Safe render_mail(std::string_view text) {
  return render_with(text, usual | CMARK_OPT_HARDBREAKS, {"autolink"}, pictures_as_links);
}

}  // namespace markdown
