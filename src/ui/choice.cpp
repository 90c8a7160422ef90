#include "ui/form.hpp"
#include "ui/form_parts.hpp"

namespace ui {

using html::Attribute;
using html::Flag;
using parts::Ids;

void select(html::Out& out, const Choice& choice) {
  const Ids ids(choice.id, choice.name, choice.hint, choice.error);
  out(R"(<div class="{}">)", parts::field_class(choice.error));
  parts::label(out, ids, choice.label, choice.required, choice.hide_label);
  parts::hint(out, ids, choice.hint);
  out(R"(<select id="{}" name="{}" {} {} {}>)", ids.control, choice.name,
      Attribute("aria-describedby", ids.described_by),
      Attribute("aria-invalid", choice.error.empty() ? std::nullopt : std::optional("true")),
      Flag("required", choice.required));
  if (!choice.empty.empty()) out(R"(<option value="">{}</option>)", choice.empty);
  std::string_view group;
  for (const auto& option : choice.options) {
    if (option.group != group) {
      if (!group.empty()) out("</optgroup>");
      group = option.group;
      if (!group.empty()) out(R"(<optgroup label="{}">)", group);
    }
    out(R"(<option value="{}" {}>{}</option>)", option.value, Flag("selected", option.value == choice.selected),
        option.label);
  }
  if (!group.empty()) out("</optgroup>");
  out("</select>");
  parts::error(out, ids, choice.error);
  out("</div>");
}

namespace {
void radios(html::Out& out, const Choice& choice, std::string_view css) {
  const Ids ids(choice.id, choice.name, choice.hint, choice.error);
  out(R"(<fieldset class="{}" {}><legend {}>{})", parts::field_class(choice.error),
      Attribute("aria-describedby", ids.described_by),
      Attribute("class", choice.hide_label ? std::optional("sr") : std::nullopt), choice.label);
  if (choice.required) out(R"(<span class="required" aria-hidden="true"> *</span>)");
  out("</legend>");
  parts::hint(out, ids, choice.hint);
  out(R"(<div class="{}">)", css);
  bool first = true;
  for (const auto& option : choice.options) {
    // The first one carries the field's id, so that the error summary can lead to it.
    const auto id = first ? ids.control : ids.control + "-" + std::string(option.value);
    first = false;
    out(R"(<label for="{}"><input type="radio" id="{}" name="{}" value="{}" {} {}>)", id, id, choice.name, option.value,
        Flag("checked", option.value == choice.selected), Flag("required", choice.required));
    out("{}<span>{}", icon(option.icon), option.label);
    if (!option.hint.empty()) out("<small>{}</small>", option.hint);
    out("</span></label>");
  }
  out("</div>");
  parts::error(out, ids, choice.error);
  out("</fieldset>");
}
}  // namespace

void radio_group(html::Out& out, const Choice& choice) {
  radios(out, choice, "radios");
}
void tile_group(html::Out& out, const Choice& choice) {
  radios(out, choice, "tiles");
}
void segment_group(html::Out& out, const Choice& choice) {
  radios(out, choice, "segments");
}

void checkbox(html::Out& out, const CheckBox& box) {
  const Ids ids(box.id, box.name, box.hint, box.error);
  out(R"(<div class="{} check"><label for="{}"><input type="checkbox" id="{}" name="{}" value="{}" {} {} {}><span>{}</span></label>)",
      parts::field_class(box.error), ids.control, ids.control, box.name, box.value,
      Attribute("aria-describedby", ids.described_by), Flag("checked", box.checked), Flag("required", box.required),
      box.label);
  parts::hint(out, ids, box.hint);
  parts::error(out, ids, box.error);
  out("</div>");
}

}  // namespace ui
