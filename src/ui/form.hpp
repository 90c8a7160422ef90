#pragma once
// Forms. A field is its label, its hint, its error and its control, tied together for screen readers.
//
//   ui::form(out, {.action = html::Url::local("/connexion"), .csrf = frame.csrf}, [&] {
//     ui::field(out, {.name = "email", .label = "Courriel", .type = "email", .error = errors["email"], .autocomplete =
//     "username", .required = true}); ui::submit(out, {.label = "Se connecter"});
//   });

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/html.hpp"
#include "ui/icon.hpp"

namespace ui {

/// Name of the hidden field that carries the session's token.
inline constexpr std::string_view csrf_field = "csrf";

/// What was wrong, by field; in the order in which it was found.
class Errors {
 public:
  void add(std::string field, std::string message) { list_.emplace_back(std::move(field), std::move(message)); }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  /// The message of a field, or "".
  std::string_view operator[](std::string_view field) const {
    for (const auto& [name, message] : list_)
      if (name == field) return message;
    return {};
  }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& list() const { return list_; }

 private:
  std::vector<std::pair<std::string, std::string>> list_;
};

/// Above a form that came back: says so, and leads to each field. Nothing when there is no error.
void error_summary(html::Out& out, const Errors& errors);

struct Form {
  html::Url action = html::Url::local("");
  std::string_view csrf = {};  ///< required unless get
  bool get = false;            ///< a search or a filter
  bool upload = false;         ///< multipart/form-data
  bool whole_page = false;     ///< without Turbo: the pages it remembers are forgotten
  std::string_view id = {};
  std::string_view css = "form";  ///< "form" stacks its fields; "" leaves them alone
};
/// A form. Turbo sends it, and switches its button off meanwhile, so that two presses send it once.
template <class Body>
void form(html::Out& out, const Form& form, Body&& body);

struct Field {
  std::string_view name;
  std::string_view label;
  std::string_view value = {};
  std::string_view type = "text";  ///< text email tel url number search date time password
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view autocomplete = {};
  std::string_view placeholder = {};
  std::string_view inputmode = {};
  std::string_view min = {}, max = {}, step = {};
  int max_length = 0;  ///< 0: no limit
  bool required =
      false;  ///< marked; the server checks it, not the browser, so that errors look and read alike everywhere
  bool autofocus = false;
  bool readonly = false;
  bool hide_label = false;   ///< still read out
  std::string_view id = {};  ///< "f-" + name unless given
};
void field(html::Out& out, const Field& field);

/// With a button that shows what is typed. `strength` adds the live meter: it sends `password` and `csrf` to POST
/// /mot-de-passe/force, which answers
/// {"score": 0…4, "words": "Trop facile à deviner. Ajoute un mot."}.
void password_field(html::Out& out, const Field& field, bool strength = false);

struct TextArea {
  std::string_view name, label;
  std::string_view value = {};
  std::string_view hint = {}, error = {}, placeholder = {};
  int rows = 4;  ///< grows by itself
  int max_length = 0;
  bool required = false;
  bool hide_label = false;
  std::string_view id = {};
};
void textarea(html::Out& out, const TextArea& area);

struct Option {
  std::string_view value, label;
  std::string_view hint = {};   ///< radio groups
  Icon icon = {};               ///< radio groups
  std::string_view group = {};  ///< select: title of its group; options of one group stand together
};

struct Choice {
  std::string_view name, label;
  std::span<const Option> options;
  std::string_view selected = {};
  std::string_view hint = {}, error = {};
  std::string_view empty = {};  ///< select: the first line, with an empty value («Choisis…»)
  bool required = false;
  bool hide_label = false;
  std::string_view id = {};
};
void select(html::Out& out, const Choice& choice);
void radio_group(html::Out& out, const Choice& choice);
/// A radio group as tiles with pictograms.
void tile_group(html::Out& out, const Choice& choice);
/// A radio group of a few short words, side by side.
void segment_group(html::Out& out, const Choice& choice);

struct CheckBox {
  std::string_view name, label;
  std::string_view value = "1";
  bool checked = false;
  std::string_view hint = {}, error = {};
  bool required = false;
  std::string_view id = {};  ///< needed when several boxes share a name
};
void checkbox(html::Out& out, const CheckBox& box);

/// A titled group of fields.
template <class Body>
void fieldset(html::Out& out, std::string_view legend, Body&& body);

/// A date and a time side by side: fields NAME_date (AAAA-MM-JJ) and NAME_time (HH:MM).
struct DateTime {
  std::string_view name, label;
  std::string_view date = {}, time = {};
  std::string_view hint = {}, error = {};
  bool required = false;
};
void date_time(html::Out& out, const DateTime& when);

/// Postcode and city: fields NAME_postcode and NAME_city, or postcode and city when the name is empty. The postcode
/// proposes its communes (asks GET /communes?code_postal=25000, which answers [{"code":"25056","name":"Besançon"}]).
struct Place {
  std::string_view name = {};
  std::string_view postcode = {}, city = {};
  std::string_view postcode_error = {}, city_error = {};
  bool required = false;
};
void postcode_city(html::Out& out, const Place& place);

/// A file, chosen or dropped. Its form needs .upload = true.
struct File {
  std::string_view name, label;
  std::string_view accept = {};  ///< ".csv,.xlsx"
  std::string_view hint = {}, error = {};
  bool required = false;
  int most_megabytes = 0;           ///< 0: no limit. More is told before it is sent, since a server can only hang up
  std::string_view too_heavy = {};  ///< what is told
};
void file_field(html::Out& out, const File& file);

void hidden(html::Out& out, std::string_view name, std::string_view value);

enum class Look { main, plain, quiet, danger };

struct Button {
  std::string_view label;
  Look look = Look::main;
  Icon icon = {};
  std::string_view name = {}, value = {};  ///< sent with the form
  std::string_view confirm = {};           ///< asked first, in a dialog
  bool wide = false;                       ///< as wide as its place
  std::optional<html::Url> action = {};    ///< sends the form elsewhere
  std::string_view sending = {};           ///< label while sending
};
void submit(html::Out& out, const Button& button);
/// A link that looks like a button. Only label, look, icon and wide matter.
void link_button(html::Out& out, const html::Url& href, const Button& button);
/// A form of one button.
void post_button(html::Out& out, const html::Url& action, std::string_view csrf, const Button& button);

/// The row of buttons at a form's end.
template <class Body>
void buttons(html::Out& out, Body&& body);

// —

void open_form(html::Out& out, const Form& form);

template <class Body>
void form(html::Out& out, const Form& form, Body&& body) {
  open_form(out, form);
  body();
  out("</form>");
}

template <class Body>
void fieldset(html::Out& out, std::string_view legend, Body&& body) {
  out(R"(<fieldset class="fieldset"><legend>{}</legend>)", legend);
  body();
  out("</fieldset>");
}

template <class Body>
void buttons(html::Out& out, Body&& body) {
  out(R"(<div class="buttons">)");
  body();
  out("</div>");
}

}  // namespace ui
