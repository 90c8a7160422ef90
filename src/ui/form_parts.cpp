#include "ui/form_parts.hpp"

#include "ui/icon.hpp"

namespace ui::parts {

Ids::Ids(std::string_view id, std::string_view name, std::string_view hint_text, std::string_view error_text)
    : control(id.empty() ? "f-" + std::string(name) : std::string(id)),
      hint(control + "-hint"),
      error(control + "-error") {
  if (hint_text.empty() && error_text.empty()) return;
  described_by.emplace();
  if (!error_text.empty()) *described_by += error;
  if (!error_text.empty() && !hint_text.empty()) *described_by += ' ';
  if (!hint_text.empty()) *described_by += hint;
}

std::string_view field_class(std::string_view error) {
  return error.empty() ? "field" : "field wrong";
}

void label(html::Out& out, const Ids& ids, std::string_view text, bool required, bool hidden) {
  out(R"(<label for="{}" {}>{})", ids.control, html::Attribute("class", hidden ? std::optional("sr") : std::nullopt),
      text);
  if (required && !hidden) out(R"(<span class="required" aria-hidden="true"> *</span>)");
  out("</label>");
}

void hint(html::Out& out, const Ids& ids, std::string_view text) {
  if (!text.empty()) out(R"(<p class="hint" id="{}">{}</p>)", ids.hint, text);
}

void error(html::Out& out, const Ids& ids, std::string_view text) {
  if (!text.empty()) out(R"(<p class="error" id="{}">{}{}</p>)", ids.error, ui::icon("circle-alert"), text);
}

}  // namespace ui::parts
