#include "core/mail/letter.hpp"

#include "core/mail/letter_html.hpp"

namespace mail {
namespace {

void add(std::string& text, const Words& part) {
  text += part.text + "\n\n";
}

void add(std::string& text, const Rich& part) {
  text += part.markdown + "\n\n";
}

void add(std::string& text, const Quote& part) {
  std::string lines = "> " + part.text;
  for (size_t at = lines.find('\n'); at != std::string::npos; at = lines.find('\n', at + 1)) lines.insert(at + 1, "> ");
  text += lines + "\n— " + part.who + "\n\n";
}

void add(std::string& text, const Facts& part) {
  for (const auto& [name, value] : part.lines) text += name + "\u00a0: " + value + '\n';
  text += '\n';
}

void add(std::string& text, const Buttons& part) {
  for (const auto& button : part.buttons) text += button.label + "\u00a0:\n" + button.url + "\n\n";
}

void add(std::string& text, const Small& part) {
  text += part.text + "\n\n";
}

std::string letter_text(const Letter& letter, const Settings& settings) {
  std::string text = letter.title + "\n\n";
  for (const auto& part : letter.parts) std::visit([&](const auto& p) { add(text, p); }, part);
  text += "-- \n" + settings.site_name + " · " + settings.base_url + '\n';
  if (!letter.why.empty()) text += letter.why + '\n';
  if (!letter.unsubscribe.empty()) text += "Ne plus recevoir ces courriels\u00a0:\n" + letter.unsubscribe + '\n';
  return text;
}

}  // namespace

Message letter(std::string_view subject, const Letter& letter, const Settings& settings) {
  Message message;
  message.subject = subject;
  message.text = letter_text(letter, settings);
  message.html = letter_html(letter, subject, settings);
  message.unsubscribe = letter.unsubscribe;
  return message;
}

std::string link(const Settings& settings, std::string_view path) {
  return settings.base_url + std::string(path);
}

}  // namespace mail
