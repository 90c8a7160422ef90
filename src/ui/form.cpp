#include "ui/form.hpp"

#include "ui/form_parts.hpp"

namespace ui {

using html::Attribute;
using parts::given;

void error_summary(html::Out& out, const Errors& errors) {
  if (errors.empty()) return;
  const bool one = errors.list().size() == 1;
  out(R"(<div class="summary" role="alert" tabindex="-1" data-controller="focus"><p class="title">{}{}</p><ul>)",
      icon("circle-alert"), one ? "Il reste une chose à corriger" : "Il reste quelques choses à corriger");
  for (const auto& [field, message] : errors.list()) {
    if (field.empty())
      out("<li>{}</li>", message);
    else
      out(R"(<li><a href="#f-{}">{}</a></li>)", field, message);
  }
  out("</ul></div>");
}

void open_form(html::Out& out, const Form& form) {
  const Attribute id("id", given(form.id));
  const Attribute css("class", given(form.css));
  if (form.get) {
    out(R"(<form method="get" action="{}" {} {} novalidate>)", form.action, id, css);
    return;
  }
  out(R"(<form method="post" action="{}" {} {} {} {} novalidate>)", form.action, id, css,
      Attribute("enctype", form.upload ? std::optional("multipart/form-data") : std::nullopt),
      Attribute("data-turbo", form.whole_page ? std::optional("false") : std::nullopt));
  hidden(out, csrf_field, form.csrf);
}

void hidden(html::Out& out, std::string_view name, std::string_view value) {
  out(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

namespace {
std::string button_class(const Button& button) {
  std::string css = "btn";
  switch (button.look) {
    case Look::main:
      css += " main";
      break;
    case Look::plain:
      break;
    case Look::quiet:
      css += " quiet";
      break;
    case Look::danger:
      css += " danger";
      break;
  }
  if (button.wide) css += " wide";
  return css;
}

void button_content(html::Out& out, const Button& button) {
  // An arrow onward stands after the word.
  if (button.icon.index() == Icon("arrow-right").index())
    out("{}{}", button.label, icon(button.icon));
  else
    out("{}{}", icon(button.icon), button.label);
}
}  // namespace

void submit(html::Out& out, const Button& button) {
  const auto css = button_class(button);
  const Attribute name("name", given(button.name));
  const Attribute value("value", given(button.value));
  const Attribute confirm("data-turbo-confirm", given(button.confirm));
  const Attribute sending("data-turbo-submits-with", given(button.sending));
  if (button.action)
    out(R"(<button type="submit" class="{}" formaction="{}" {} {} {} {}>)", css, *button.action, name, value, confirm,
        sending);
  else
    out(R"(<button type="submit" class="{}" {} {} {} {}>)", css, name, value, confirm, sending);
  button_content(out, button);
  out("</button>");
}

void link_button(html::Out& out, const html::Url& href, const Button& button) {
  out(R"(<a class="{}" href="{}">)", button_class(button), href);
  button_content(out, button);
  out("</a>");
}

void post_button(html::Out& out, const html::Url& action, std::string_view csrf, const Button& button) {
  form(out, {.action = action, .csrf = csrf, .css = ""}, [&] { submit(out, button); });
}

}  // namespace ui
