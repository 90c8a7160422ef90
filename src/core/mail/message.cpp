#include "core/mail/message.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "core/crypto.hpp"
#include "core/mail/encoding.hpp"

namespace mail {
namespace {

constexpr size_t longest_address = 254;  // RFC 5321, 4.5.3.1.3
constexpr size_t longest_local_part = 64;

struct Part {
  std::string headers;  // of MIME, each with its line end
  std::string body;
};

Part leaf(std::string type, std::string encoding, std::string body) {
  return {"Content-Type: " + std::move(type) + "\r\nContent-Transfer-Encoding: " + std::move(encoding) + "\r\n",
          std::move(body)};
}

Part multipart(std::string_view kind, const std::string& boundary, const std::vector<Part>& parts) {
  Part whole;
  whole.headers = "Content-Type: multipart/" + std::string(kind) + ";\r\n boundary=\"" + boundary + "\"\r\n";
  for (const auto& part : parts) whole.body += "--" + boundary + "\r\n" + part.headers + "\r\n" + part.body + "\r\n";
  whole.body += "--" + boundary + "--\r\n";
  return whole;
}

// Parameters of calendars come from our own code; still nothing but plain words may stand there.
const std::string& word(const std::string& text) {
  const bool fine = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '_';
  });
  if (!fine) throw std::invalid_argument("a MIME parameter must be one plain word");
  return text;
}

Part body(const Message& message, const std::string& boundary) {
  std::vector<Part> alternatives{leaf("text/plain; charset=utf-8", "quoted-printable", quoted_printable(message.text))};
  if (!message.html.empty())
    alternatives.push_back(leaf("text/html; charset=utf-8", "quoted-printable", quoted_printable(message.html)));
  if (!message.calendar)
    return alternatives.size() == 1 ? alternatives[0] : multipart("alternative", boundary + "a", alternatives);

  const Calendar& calendar = *message.calendar;
  alternatives.push_back(
      leaf("text/calendar; charset=utf-8; method=" + word(calendar.method), "base64", base64(calendar.content)));
  Part file = leaf("application/ics; name=\"" + word(calendar.file_name) + "\"", "base64", base64(calendar.content));
  file.headers += "Content-Disposition: attachment; filename=\"" + calendar.file_name + "\"\r\n";
  return multipart("mixed", boundary + "m", {multipart("alternative", boundary + "a", alternatives), file});
}

std::string date_header(std::chrono::sys_seconds at) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  std::array<char, 48> text{};
  const int length = std::snprintf(text.data(), text.size(), "Date: %s, %u %s %d %02ld:%02ld:%02ld +0000\r\n",
                                   days[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                                   months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                                   static_cast<long>(time.hours().count()), static_cast<long>(time.minutes().count()),
                                   static_cast<long>(time.seconds().count()));
  return {text.data(), static_cast<size_t>(length)};
}

void check(const Address& address) {
  if (!valid_address(address.address)) throw std::invalid_argument("not an address that mail can be sent to");
}

}  // namespace

bool valid_address(const std::string& address) {
  const auto at = address.rfind('@');
  if (address.size() > longest_address || at == std::string::npos || at == 0 || at > longest_local_part ||
      at + 1 == address.size())
    return false;
  if (address.find('.', at) == std::string::npos && address.compare(at + 1, std::string::npos, "localhost") != 0)
    return false;
  // Of what RFC 5322 allows, what people have: no quoted local parts, no comments, no literals in brackets.
  return std::all_of(address.begin(), address.end(),
                     [](char c) {
                       return c > 0x20 && c < 0x7F &&
                              std::string_view("()<>[]:;,\\\"").find(c) == std::string_view::npos;
                     }) &&
         address.find('@') == at;
}

std::string message_id(const std::string& secret, const std::string& key, const std::string& from) {
  const std::string mark = crypto::keyed_hash(secret, "message-id", key).substr(0, 20);
  return crypto::hex(mark) + from.substr(from.rfind('@'));
}

std::string write(const Message& message, const Envelope& envelope) {
  check(envelope.from);
  check(envelope.to);
  std::string mail = date_header(envelope.date);
  mail += address_header("From", envelope.from.name, envelope.from.address);
  mail += address_header("To", envelope.to.name, envelope.to.address);
  if (!message.reply_to.empty()) {
    check({"", message.reply_to});
    mail += address_header("Reply-To", "", message.reply_to);
  }
  mail += text_header("Subject", message.subject);
  mail += "Message-ID: <" + envelope.message_id + ">\r\n";
  mail += "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n";
  if (!message.unsubscribe.empty()) {
    for (const char c : message.unsubscribe)
      if (c <= 0x20 || c >= 0x7F || c == '<' || c == '>')
        throw std::invalid_argument("an unsubscribe address must be a plain URL");
    mail +=
        "List-Unsubscribe:\r\n <" + message.unsubscribe + ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
  }
  // Base64 and quoted-printable lines never begin with "--" followed by this.
  const Part content = body(message, "=_" + envelope.message_id.substr(0, 20));
  return mail + "MIME-Version: 1.0\r\n" + content.headers + "\r\n" + content.body;
}

}  // namespace mail
