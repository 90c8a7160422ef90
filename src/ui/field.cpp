#include "ui/form.hpp"
#include "ui/form_parts.hpp"

namespace ui {

using html::Attribute;
using html::Flag;
using parts::given;
using parts::Ids;

namespace {
void input(html::Out& out, const Field& field, const Ids& ids, std::optional<std::string_view> data_action = {},
           std::optional<std::string_view> reveal_target = {}) {
  out(R"(<input id="{}" name="{}" type="{}" value="{}" {} {} {} {} {} {} {} {} {} {} {} {} {} {}>)", ids.control,
      field.name, field.type, field.value, Attribute("autocomplete", given(field.autocomplete)),
      Attribute("placeholder", given(field.placeholder)), Attribute("inputmode", given(field.inputmode)),
      Attribute("min", given(field.min)), Attribute("max", given(field.max)), Attribute("step", given(field.step)),
      Attribute("maxlength", given(field.max_length)), Attribute("aria-describedby", ids.described_by),
      Attribute("aria-invalid", field.error.empty() ? std::nullopt : std::optional("true")),
      Attribute("data-action", data_action), Attribute("data-reveal-target", reveal_target),
      Flag("required", field.required), Flag("readonly", field.readonly), Flag("autofocus", field.autofocus));
}
}  // namespace

void field(html::Out& out, const Field& field) {
  const Ids ids(field.id, field.name, field.hint, field.error);
  out(R"(<div class="{}">)", parts::field_class(field.error));
  parts::label(out, ids, field.label, field.required, field.hide_label);
  parts::hint(out, ids, field.hint);
  input(out, field, ids);
  parts::error(out, ids, field.error);
  out("</div>");
}

void password_field(html::Out& out, const Field& given_field, bool strength) {
  Field field = given_field;
  field.type = "password";
  field.value = {};  // a password never goes back to the page
  const Ids ids(field.id, field.name, field.hint, field.error);
  out(R"(<div class="{}" {} {}>)", parts::field_class(field.error),
      Attribute("data-controller", strength ? std::optional("strength") : std::nullopt),
      Attribute("data-strength-url-value", strength ? std::optional("/mot-de-passe/force") : std::nullopt));
  parts::label(out, ids, field.label, field.required, field.hide_label);
  parts::hint(out, ids, field.hint);
  out(R"(<div class="reveal" data-controller="reveal">)");
  input(out, field, ids, strength ? std::optional("input->strength#ask") : std::nullopt, "input");
  out(R"(<button type="button" class="icon-btn" hidden aria-pressed="false" aria-label="Montrer le mot de passe" data-reveal-target="button"
      data-action="reveal#toggle">{}</button></div>)",
      icon("eye"));
  if (strength) {
    out(R"(<div class="strength" data-strength-target="meter" hidden><span class="steps" aria-hidden="true"><i></i><i></i><i></i><i></i></span>)"
        R"(<p aria-live="polite" data-strength-target="words"></p></div>)");
  }
  parts::error(out, ids, field.error);
  out("</div>");
}

void textarea(html::Out& out, const TextArea& area) {
  const Ids ids(area.id, area.name, area.hint, area.error);
  out(R"(<div class="{}">)", parts::field_class(area.error));
  parts::label(out, ids, area.label, area.required, area.hide_label);
  parts::hint(out, ids, area.hint);
  // The newline after the tag is dropped by browsers, so a text that begins with one keeps it.
  out("<textarea id=\"{}\" name=\"{}\" rows=\"{}\" {} {} {} {} {} data-controller=\"autosize\" "
      "data-action=\"autosize#fit\">\n{}</textarea>",
      ids.control, area.name, area.rows, Attribute("placeholder", given(area.placeholder)),
      Attribute("maxlength", given(area.max_length)), Attribute("aria-describedby", ids.described_by),
      Attribute("aria-invalid", area.error.empty() ? std::nullopt : std::optional("true")),
      Flag("required", area.required), area.value);
  parts::error(out, ids, area.error);
  out("</div>");
}

void date_time(html::Out& out, const DateTime& when) {
  const std::string name(when.name);
  const Ids ids("f-" + name, name, when.hint, when.error);
  const Attribute described("aria-describedby", ids.described_by);
  const Attribute invalid("aria-invalid", when.error.empty() ? std::nullopt : std::optional("true"));
  out(R"(<fieldset class="{}"><legend>{})", parts::field_class(when.error), when.label);
  if (when.required) out(R"(<span class="required" aria-hidden="true"> *</span>)");
  out("</legend>");
  parts::hint(out, ids, when.hint);
  out(R"(<div class="pair"><input id="f-{}" name="{}_date" type="date" value="{}" aria-label="{} : date" {} {} {}>)",
      name, name, when.date, when.label, described, invalid, Flag("required", when.required));
  out(R"(<input id="f-{}_time" name="{}_time" type="time" value="{}" aria-label="{} : heure" {} {} {}></div>)", name,
      name, when.time, when.label, described, invalid, Flag("required", when.required));
  parts::error(out, ids, when.error);
  out("</fieldset>");
}

void postcode_city(html::Out& out, const Place& place) {
  const std::string prefix = place.name.empty() ? "" : std::string(place.name) + "_";
  const Ids code("f-" + prefix + "postcode", "", "", place.postcode_error);
  const Ids city("f-" + prefix + "city", "", "", place.city_error);
  out(R"(<div class="postcode" data-controller="postcode" data-postcode-url-value="/communes"><div class="{}">)",
      parts::field_class(place.postcode_error));
  parts::label(out, code, "Code postal", place.required, false);
  out(R"(<input id="{}" name="{}postcode" value="{}" inputmode="numeric" maxlength="5" autocomplete="postal-code" {} {} {} )"
      R"(data-postcode-target="code" data-action="input->postcode#look">)",
      code.control, prefix, place.postcode, Attribute("aria-describedby", code.described_by),
      Attribute("aria-invalid", place.postcode_error.empty() ? std::nullopt : std::optional("true")),
      Flag("required", place.required));
  parts::error(out, code, place.postcode_error);
  out(R"(</div><div class="{}">)", parts::field_class(place.city_error));
  parts::label(out, city, "Ville", place.required, false);
  out(R"(<input id="{}" name="{}city" value="{}" autocomplete="address-level2" {} {} {} data-postcode-target="city">)",
      city.control, prefix, place.city, Attribute("aria-describedby", city.described_by),
      Attribute("aria-invalid", place.city_error.empty() ? std::nullopt : std::optional("true")),
      Flag("required", place.required));
  parts::error(out, city, place.city_error);
  out(R"(</div><div class="proposals" role="group" aria-label="Communes de ce code postal" hidden data-postcode-target="proposals"></div></div>)");
}

void file_field(html::Out& out, const File& file) {
  const Ids ids("", file.name, file.hint, file.error);
  out(R"(<div class="{}">)", parts::field_class(file.error));
  parts::label(out, ids, file.label, file.required, false);
  parts::hint(out, ids, file.hint);
  out(R"(<div class="drop" data-controller="file-drop" {} data-action="dragover->file-drop#over dragleave->file-drop#leave drop->file-drop#drop">)",
      Attribute("data-file-drop-most-value",
                file.most_megabytes ? std::optional(std::to_string(file.most_megabytes)) : std::nullopt));
  out(R"({}<input id="{}" name="{}" type="file" {} {} {} {} data-file-drop-target="input" data-action="file-drop#show">)",
      icon("upload"), ids.control, file.name, Attribute("accept", given(file.accept)),
      Attribute("aria-describedby", ids.described_by),
      Attribute("aria-invalid", file.error.empty() ? std::nullopt : std::optional("true")),
      Flag("required", file.required));
  out(R"(<p class="hint" data-file-drop-target="words" hidden>ou dépose-le ici</p>)");
  if (file.most_megabytes)
    out(R"(<p class="error" role="alert" data-file-drop-target="problem" hidden>{}{}</p>)", icon("circle-alert"),
        file.too_heavy);
  out("</div>");
  parts::error(out, ids, file.error);
  out("</div>");
}

}  // namespace ui
