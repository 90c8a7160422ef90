#pragma once
// The mode d'emploi (docs/mode-d-emploi.md, as web/build.mjs leaves it beside the pictures), cut into pages.

#include <string>
#include <string_view>
#include <vector>

namespace manual {

struct Part {
  std::string anchor;  ///< as GitHub derives it from the title, so that the text's own links hold there too
  std::string title, text;
};
struct Chapter {
  std::string name;  ///< in addresses: "acceder-a-la-coopol"
  std::string title, text;
  std::vector<Part> parts;
};
struct Book {
  std::string preface;
  std::vector<Chapter> chapters;
};

/// «## » opens a chapter, «### » a part of it; the table of contents is left out, since the pages make their own. Links
/// to anchors lead to their page.
Book read(std::string_view markdown);

}  // namespace manual
