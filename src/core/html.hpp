#pragma once
// A typed HTML writer. Markup comes from string literals only, parsed by the compiler; each {} is escaped for the place
// where it stands.
//
//   out(R"(<li><a href="/membres/{}">{}</a></li>)", member.id, member.name);
//
// What does not compile: a value in an event handler, in style or in an unquoted attribute; a plain string at the start
// of a URL (it must be an html::Url); a literal that ends inside a tag; too many or too few values; inline <script> or
// <style>; markup made at run time. The only raw way in is html::Safe, which the Markdown renderer and page functions
// themselves make. Places and their escaping follow https://html.spec.whatwg.org/multipage/syntax.html (13.1.2) and RFC
// 3986 (2.1) for URL parts.

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace html {

/// Appends `text`, safe inside elements and double-quoted attributes.
void escape(std::string& to, std::string_view text);
/// Appends `text` percent-encoded as one part of a URL (path segment, query name or value).
void escape_url_part(std::string& to, std::string_view text);

/// Markup that is already safe. Made by page functions (Out::take) and by the Markdown renderer.
struct Safe {
  std::string markup;
};

/// A whole URL whose scheme has been checked.
class Url {
 public:
  /// A path on this site: "/…", not "//…". Anything else becomes "#".
  static Url local(std::string_view path);
  /// An http(s) address entered by a person. Anything else becomes "#".
  static Url external(std::string_view address);
  /// A file beside this one, for pages that are read without a server: letters, digits, dashes, one dot. Else "#".
  static Url beside(std::string_view file);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  explicit Url(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// The name of an attribute written by Flag or Attribute: a literal, never an event handler, a style or a URL.
class AttributeName {
 public:
  template <size_t N>
  consteval AttributeName(const char (&name)[N]) : name_(name, N - 1) {  // NOLINT(google-explicit-constructor)
    if (name_.starts_with("on") || name_ == "style" || name_ == "srcdoc" || is_url(name_))
      throw "not an attribute for a value";
    for (char c : name_)
      if (!((c >= 'a' && c <= 'z') || c == '-' || (c >= '0' && c <= '9')))
        throw "attribute names are lower-case letters and dashes";
  }
  [[nodiscard]] constexpr std::string_view text() const { return name_; }

  static constexpr bool is_url(std::string_view name) {
    for (std::string_view url :
         {"href", "src", "action", "formaction", "poster", "cite", "data", "srcset", "manifest", "ping"})
      if (name == url) return true;
    return false;
  }

 private:
  std::string_view name_;
};

/// A boolean attribute, present or not: out(R"(<input {}>)", html::Flag("checked", yes)).
struct Flag {
  consteval Flag(AttributeName n) : name(n.text()) {}  // NOLINT(google-explicit-constructor)
  constexpr Flag(AttributeName n, bool on) : name(n.text()), present(on) {}
  std::string_view name;
  bool present = true;
};

/// An attribute that is left out when it has no value: html::Attribute("aria-describedby", hint_id).
struct Attribute {
  Attribute(AttributeName n, std::optional<std::string_view> v) : name(n.text()), value(v) {}
  std::string_view name;
  std::optional<std::string_view> value;
};

enum class Place : unsigned char { text, attribute, url_start, url_part, tag };

namespace detail {
template <class T>
inline constexpr bool fits_tag =
    std::same_as<std::remove_cvref_t<T>, Flag> || std::same_as<std::remove_cvref_t<T>, Attribute>;
template <class T>
inline constexpr bool is_url = std::same_as<std::remove_cvref_t<T>, Url>;
template <class T>
inline constexpr bool is_safe = std::same_as<std::remove_cvref_t<T>, Safe>;
}  // namespace detail

/// A literal that the compiler has read: where its holes are and what place each is in.
template <class... Values>
class Literal {
 public:
  static constexpr size_t holes = sizeof...(Values);

  template <size_t N>
  consteval Literal(const char (&literal)[N]) : text(literal, N - 1) {  // NOLINT(google-explicit-constructor)
    read();
  }

  std::string_view text;
  // Widest first: clang 16 loses the octets between members when it writes down what a consteval constructor made.
  std::array<uint32_t, holes + 1> at{};
  std::array<Place, holes + 1> place{};

 private:
  enum class State { text, tag_name, tag, before_value, value };

  consteval void read() {
    constexpr bool tag_values[] = {detail::fits_tag<Values>..., false};
    constexpr bool safe_values[] = {detail::is_safe<Values>..., false};
    constexpr bool url_values[] = {detail::is_url<Values>..., false};
    State state = State::text;
    size_t hole = 0, name_start = 0, name_end = 0, value_start = 0;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text.substr(i).starts_with("{}")) {
        if (hole >= holes) throw "more {} than values";
        at[hole] = static_cast<uint32_t>(i);
        if (state == State::text) {
          if (tag_values[hole]) throw "an attribute outside a tag";
          place[hole] = Place::text;
        } else if (state == State::tag) {
          if (!tag_values[hole]) throw "between attributes only html::Flag or html::Attribute may stand";
          if (text[i - 1] != ' ' && text[i - 1] != '\n') throw "a space is missing before an attribute";
          place[hole] = Place::tag;
        } else if (state == State::value) {
          if (safe_values[hole] || tag_values[hole]) throw "markup inside an attribute value";
          place[hole] = value_place(text.substr(name_start, name_end - name_start),
                                    text.substr(value_start, i - value_start), url_values[hole]);
        } else {
          throw "{} stands only in text, between attributes or inside a double-quoted value";
        }
        ++hole;
        ++i;
        continue;
      }
      const char c = text[i];
      switch (state) {
        case State::text:
          if (c == '<') {
            const auto rest = text.substr(i);
            if (rest.starts_with("<style")) throw "no inline style";
            if (rest.starts_with("<script") && !closes_at_once(rest)) throw "no inline script";
            if (rest.starts_with("<!--")) throw "no comments in markup";
            state = State::tag_name;
          }
          break;
        case State::tag_name:
          if (c == '>') state = State::text;
          if (c == ' ' || c == '\n') {
            state = State::tag;
            name_start = i + 1;
          }
          break;
        case State::tag:
          if (c == '>') state = State::text;
          if (c == ' ' || c == '\n') name_start = i + 1;
          if (c == '=') {
            name_end = i;
            state = State::before_value;
          }
          break;
        case State::before_value:
          if (c != '"') throw "attribute values are double-quoted";
          state = State::value;
          value_start = i + 1;
          break;
        case State::value:
          if (c == '"') state = State::tag;
          break;
      }
    }
    if (state != State::text) throw "the literal ends inside a tag";
    if (hole != holes) throw "fewer {} than values";
  }

  static consteval Place value_place(std::string_view name, std::string_view before, bool is_url) {
    if (name.starts_with("on") || name == "style" || name == "srcdoc")
      throw "no values in event handlers, style or srcdoc";
    if (!AttributeName::is_url(name)) {
      if (is_url) return Place::attribute;
      return Place::attribute;
    }
    if (before.empty()) {
      if (!is_url) throw "a value that starts a URL must be an html::Url";
      return Place::url_start;
    }
    for (std::string_view start : {"/", "?", "#", "https://", "mailto:", "tel:"})
      if (before.starts_with(start)) return Place::url_part;
    throw "a URL with values starts with /, ?, #, https://, mailto: or tel:";
  }

  static consteval bool closes_at_once(std::string_view script) {
    const auto end = script.find('>');
    return end != std::string_view::npos && script.substr(end + 1).starts_with("</script>");
  }
};

/// Where a page is written.
class Out {
 public:
  explicit Out(size_t reserve = 16384) { text_.reserve(reserve); }

  template <class... Values>
  Out& operator()(Literal<std::type_identity_t<Values>...> literal, const Values&... values) {
    size_t from = 0, hole = 0;
    ((text_.append(literal.text, from, literal.at[hole] - from), put(literal.place[hole], values),
      from = literal.at[hole] + 2, ++hole),
     ...);
    text_.append(literal.text, from);
    return *this;
  }

  /// What was written, as text to send; the writer is empty afterwards.
  [[nodiscard]] std::string finish() { return std::move(text_); }
  /// What was written, as a part to put in another page.
  [[nodiscard]] Safe take() { return {std::move(text_)}; }

 private:
  template <class T>
  void put(Place place, const T& value) {
    if constexpr (std::same_as<T, bool>) {
      static_assert(!std::same_as<T, bool>, "say in words what a bool means, or use html::Flag");
    } else if constexpr (std::same_as<T, char>) {
      put_text(place, std::string_view(&value, 1));
    } else if constexpr (std::integral<T>) {
      char digits[24];
      const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
      text_.append(digits, end);
    } else if constexpr (detail::is_safe<T>) {
      text_ += value.markup;
    } else if constexpr (detail::is_url<T>) {
      if (place == Place::url_part)
        escape_url_part(text_, value.text());
      else
        escape(text_, value.text());
    } else if constexpr (std::same_as<T, Flag>) {
      if (value.present) text_ += value.name;
    } else if constexpr (std::same_as<T, Attribute>) {
      if (!value.value) return;
      text_ += value.name;
      text_ += "=\"";
      escape(text_, *value.value);
      text_ += '"';
    } else if constexpr (requires { value.number(); }) {  // strong ids
      put(place, value.number());
    } else if constexpr (requires { value.has_value(); }) {
      if (value) put(place, *value);
    } else {
      put_text(place, std::string_view(value));
    }
  }

  void put_text(Place place, std::string_view value) {
    if (place == Place::url_part)
      escape_url_part(text_, value);
    else
      escape(text_, value);
  }

  std::string text_;
};

}  // namespace html
