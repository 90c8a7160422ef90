#include "core/mail/eml.hpp"

#include "core/mail/encoding.hpp"

namespace mail {
namespace {

constexpr std::string_view line_end = "\r\n", empty_line = "\r\n\r\n";

// Unfolded, or empty.
std::string header(std::string_view headers, std::string_view name) {
  const std::string start = std::string(line_end) + std::string(name) + ":";
  const std::string all = std::string(line_end) + std::string(headers) + std::string(line_end);
  auto at = all.find(start);
  if (at == std::string::npos) return {};
  at += start.size();
  auto end = all.find(line_end, at);
  while (end + 2 < all.size() && all[end + 2] == ' ') end = all.find(line_end, end + 2);
  std::string value = all.substr(at, end - at);
  for (auto fold = value.find(line_end); fold != std::string::npos; fold = value.find(line_end)) value.erase(fold, 2);
  return value.starts_with(' ') ? value.substr(1) : value;
}

void read_part(std::string_view part, Eml& into) {
  const auto end = part.find(empty_line);
  if (end == std::string_view::npos) return;
  const auto headers = part.substr(0, end);
  auto body = part.substr(end + empty_line.size());
  const auto type = header(headers, "Content-Type");
  if (const auto at = type.find("boundary=\""); at != std::string::npos) {
    const auto start = at + std::string_view("boundary=\"").size();
    const auto mark = "--" + type.substr(start, type.find('"', start) - start);
    for (auto from = body.find(mark); from != std::string_view::npos;) {
      const auto next = body.find(mark, from + mark.size());
      if (next == std::string_view::npos) return;
      const auto inner = from + mark.size() + line_end.size();
      read_part(body.substr(inner, next - line_end.size() - inner), into);
      from = next;
    }
  }
  if (type.starts_with("text/plain")) into.text = from_quoted_printable(body);
  if (type.starts_with("text/html")) into.html = from_quoted_printable(body);
  if (type.starts_with("text/calendar")) into.calendar = true;
}

}  // namespace

Eml read_eml(std::string_view mail) {
  const auto headers = mail.substr(0, mail.find(empty_line));
  Eml eml;
  eml.date = header(headers, "Date");
  eml.from = from_encoded_words(header(headers, "From"));
  eml.to = from_encoded_words(header(headers, "To"));
  eml.subject = from_encoded_words(header(headers, "Subject"));
  read_part(mail, eml);
  return eml;
}

}  // namespace mail
