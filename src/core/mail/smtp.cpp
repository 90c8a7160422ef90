#include "core/mail/smtp.hpp"

#include <curl/curl.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include "core/log.hpp"

namespace mail {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// RFC 5321, 4.5.3.2: the least that a client waits. The last answer is worth the longest patience, since after it hangs
// whether the mail was taken.
constexpr auto for_command = 5min;
constexpr auto for_message = 10min;
constexpr long connect_seconds = 30;
constexpr auto when_leaving = 10s;  // for the answers that are still to come once the process must stop
constexpr auto kept_idle = 15s;     // relays close a silent connection sooner or later; better we do
constexpr size_t longest_reply = 64 * 1024;
constexpr std::string_view end_mark = ".\r\n";

bool is_loopback(std::string_view url) {
  const auto host = url.substr(url.find("://") + 3);
  const auto after_user = host.rfind('@') == std::string_view::npos ? host : host.substr(host.rfind('@') + 1);
  return after_user.starts_with("localhost") || after_user.starts_with("127.") || after_user.starts_with("[::1]");
}

// libcurl greets with what stands in the path; relays like to be greeted with a name they can look up.
std::string with_greeting(const Settings& settings) {
  const auto& url = *settings.smtp_url;
  if (url.find('/', url.find("://") + 3) != std::string::npos) return url;
  auto host = settings.base_url.substr(settings.base_url.find("://") + 3);
  host = host.substr(0, host.find_last_of(':'));
  return url + '/' + host;
}

// 5.7 is about us, not about the recipient (RFC 3463, 3.8): a relay that does not know us yet is mended by the
// operator, and the mail is not lost.
bool for_good(int code, std::string_view words) {
  return code / 100 == 5 && !words.substr(std::min<size_t>(4, words.size())).starts_with("5.7.");
}

}  // namespace

struct Smtp::Broken {
  std::string why;
};
struct Smtp::Abandoned {};

Smtp::Smtp(const Settings& settings, std::function<bool()> leaving)
    : url_(with_greeting(settings)),
      sign_in_in_clear_(is_loopback(url_) || url_.find('@') == std::string::npos),
      trust_any_certificate_(is_loopback(url_)),
      leaving_(std::move(leaving)) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (ready != CURLE_OK) throw std::runtime_error("libcurl cannot start");
}

Smtp::~Smtp() {
  disconnect();
}

Delivery Smtp::send(const std::string& from, const std::string& to, const std::string&, const std::string& text,
                    Slot& slot) {
  using enum Delivery::Outcome;
  for (bool kept = curl_ != nullptr;; kept = false) {
    try {
      if (!curl_) connect();
      auto delivery = transact(from, to, text, slot);
      used_ = Clock::now();
      return delivery;
    } catch (const Broken& broken) {
      disconnect();
      const bool answer_missing = slot.stage == Stage::handing || slot.stage == Stage::handed;
      slot.stage = Stage::held;
      if (answer_missing) return {later, "the connection broke before the relay's last answer: " + broken.why};
      if (!kept) return {unreachable, broken.why};
      // The relay had closed a connection that we kept: once more over a new one.
    } catch (const Abandoned&) {
      disconnect();
      return {abandoned, ""};
    }
  }
}

Delivery Smtp::transact(const std::string& from, const std::string& to, const std::string& text, Slot& slot) {
  using enum Delivery::Outcome;
  // A relay that refuses the sender refuses every mail; one that says 421 is going away.
  const auto sender = command("MAIL FROM:<" + from + ">", for_command);
  if (sender.code / 100 != 2) throw Broken{sender.words};
  const auto refused_with = [&](const Reply& reply) -> Delivery {
    if (reply.code == 421) throw Broken{reply.words};
    command("RSET", for_command);
    return {for_good(reply.code, reply.words) ? refused : later, reply.words};
  };
  const auto recipient = command("RCPT TO:<" + to + ">", for_command);
  if (recipient.code / 100 != 2) return refused_with(recipient);
  const auto data = command("DATA", for_command);
  if (data.code != 354) return refused_with(data);

  write(dotted(text));
  slot.stage = Stage::handing;
  write(end_mark);
  slot.stage = Stage::handed;
  const auto verdict = read(for_message);
  if (verdict.code / 100 == 2) {
    slot.stage = Stage::accepted;
    return {sent, verdict.words};
  }
  slot.stage = Stage::held;
  return {for_good(verdict.code, verdict.words) ? refused : later, verdict.words};
}

void Smtp::connect() {
  curl_ = curl_easy_init();
  if (!curl_) throw Broken{"no memory"};
  std::array<char, CURL_ERROR_SIZE> error{};
  curl_easy_setopt(curl_, CURLOPT_URL, url_.c_str());
  curl_easy_setopt(curl_, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl_, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl_, CURLOPT_CONNECTTIMEOUT, connect_seconds);
  curl_easy_setopt(curl_, CURLOPT_TIMEOUT,
                   connect_seconds);  // of the greeting and all that comes before the first mail
  curl_easy_setopt(curl_, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(curl_, CURLOPT_ERRORBUFFER, error.data());
  // TLS wherever the relay offers it; a password never leaves without.
  curl_easy_setopt(curl_, CURLOPT_USE_SSL, static_cast<long>(sign_in_in_clear_ ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (trust_any_certificate_) {
    curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYHOST, 0L);
  }
  const CURLcode result = curl_easy_perform(curl_);
  curl_easy_setopt(curl_, CURLOPT_ERRORBUFFER, nullptr);
  if (result != CURLE_OK) {
    disconnect();
    throw Broken{error[0] ? error.data() : curl_easy_strerror(result)};
  }
  curl_socket_t socket = CURL_SOCKET_BAD;
  curl_easy_getinfo(curl_, CURLINFO_ACTIVESOCKET, &socket);
  socket_ = socket;
  unread_.clear();
}

void Smtp::disconnect() {
  if (curl_) curl_easy_cleanup(curl_);
  curl_ = nullptr;
  socket_ = -1;
}

void Smtp::rest() {
  if (!curl_ || Clock::now() - used_ < kept_idle) return;
  try {
    command("QUIT", 1s);
  } catch (const Broken&) {
    logging::debug("relay closed first");
  } catch (const Abandoned&) {
    logging::debug("relay left without goodbye");
  }
  disconnect();
}

Smtp::Reply Smtp::command(std::string_view line, std::chrono::seconds patience) {
  write(std::string(line) + "\r\n");
  return read(patience);
}

void Smtp::write(std::string_view octets) {
  const auto until = Clock::now() + for_command;
  while (!octets.empty()) {
    size_t written = 0;
    const CURLcode result = curl_easy_send(curl_, octets.data(), octets.size(), &written);
    if (result == CURLE_AGAIN)
      wait_for(POLLOUT, until);
    else if (result != CURLE_OK)
      throw Broken{curl_easy_strerror(result)};
    octets.remove_prefix(written);
  }
}

// Lines "250-words" go on, "250 words" ends (RFC 5321, 4.2.1).
Smtp::Reply Smtp::read(std::chrono::seconds patience) {
  const auto until = Clock::now() + patience;
  for (;;) {
    size_t line = 0;
    for (auto end = unread_.find("\r\n"); end != std::string::npos; line = end + 2, end = unread_.find("\r\n", line)) {
      if (end - line < 3 || !std::isdigit(static_cast<unsigned char>(unread_[line]))) throw Broken{"no SMTP reply"};
      if (end - line > 3 && unread_[line + 3] == '-') continue;
      Reply reply{0, unread_.substr(line, end - line)};
      std::from_chars(reply.words.data(), reply.words.data() + 3, reply.code);
      unread_.erase(0, end + 2);
      return reply;
    }
    if (unread_.size() > longest_reply) throw Broken{"an endless reply"};
    std::array<char, 4096> buffer{};
    size_t got = 0;
    const CURLcode result = curl_easy_recv(curl_, buffer.data(), buffer.size(), &got);
    if (result == CURLE_AGAIN)
      wait_for(POLLIN, until);
    else if (result != CURLE_OK || got == 0)
      throw Broken{result == CURLE_OK ? "the relay closed the connection" : curl_easy_strerror(result)};
    unread_.append(buffer.data(), got);
  }
}

void Smtp::wait_for(short events, Clock::time_point until) {
  std::optional<Clock::time_point> leave_at;
  for (;;) {
    if (!leave_at && leaving_()) leave_at = Clock::now() + when_leaving;
    if (leave_at && Clock::now() > *leave_at) throw Abandoned{};
    if (Clock::now() > until) throw Broken{"no answer in time"};
    pollfd descriptor{socket_, events, 0};
    const int ready = poll(&descriptor, 1, 500);
    if (ready > 0) return;
    if (ready < 0 && errno != EINTR) throw Broken{"poll failed"};
  }
}

std::string dotted(const std::string& text) {
  std::string out;
  out.reserve(text.size() + 64);
  bool line_start = true;
  for (const char c : text) {
    if (line_start && c == '.') out += '.';
    out += c;
    line_start = c == '\n';
  }
  if (!out.ends_with("\r\n")) out += "\r\n";
  return out;
}

}  // namespace mail
