#pragma once
// A relay over SMTP (RFC 5321). libcurl connects, greets, starts TLS and signs in; the mail transaction is ours, since
// only so can the journal follow it to the octet. The connection is kept from one mail to the next.

#include <chrono>
#include <functional>

#include "core/mail/transport.hpp"

namespace mail {

class Smtp : public Transport {
 public:
  Smtp(const Settings& settings, std::function<bool()> leaving);
  ~Smtp() override;
  Delivery send(const std::string& from, const std::string& to, const std::string& id, const std::string& text,
                Slot& slot) override;
  void rest() override;

 private:
  struct Reply {
    int code;
    std::string words;
  };
  struct Broken;     // the connection
  struct Abandoned;  // we are leaving

  Delivery transact(const std::string& from, const std::string& to, const std::string& text, Slot& slot);
  void connect();
  void disconnect();
  Reply command(std::string_view line, std::chrono::seconds patience);
  void write(std::string_view octets);
  Reply read(std::chrono::seconds patience);
  void wait_for(short events, std::chrono::steady_clock::time_point until);

  const std::string url_;
  const bool sign_in_in_clear_;
  const bool trust_any_certificate_;
  const std::function<bool()> leaving_;
  void* curl_ = nullptr;  // CURL*
  int socket_ = -1;
  std::string unread_;
  std::chrono::steady_clock::time_point used_{};
};

/// The message as it goes over the wire after DATA, without the end mark: a dot more where a line begins with one (RFC
/// 5321, 4.5.2).
std::string dotted(const std::string& text);

}  // namespace mail
