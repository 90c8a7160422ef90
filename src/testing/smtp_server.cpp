#include "testing/smtp_server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>

#include "testing/loopback.hpp"

namespace testing_smtp {

std::string Mail::header(const std::string& name) const {
  const auto start = text.find("\r\n" + name + ": ");
  if (start == std::string::npos) return {};
  const auto value = start + name.size() + 4;
  return text.substr(value, text.find("\r\n", value) - value);
}

struct Server::Session {
  int socket;
  Mail mail;
  bool in_data = false;
  void say(const std::string& words) const {
    const auto line = words + "\r\n";
    if (send(socket, line.data(), line.size(), MSG_NOSIGNAL) < 0) return;
  }
};

Server::Server() {
  const auto listening = testing_net::listen_on_loopback();
  listening_ = listening.socket;
  port_ = listening.port;
  accepting_ = std::thread([this] { accept(); });
}

Server::~Server() {
  stopping_ = true;
  shutdown(listening_, SHUT_RDWR);
  accepting_.join();
  {
    const std::lock_guard lock(mutex_);
    for (const int socket : sockets_) shutdown(socket, SHUT_RDWR);
  }
  for (auto& thread : threads_) thread.join();
  for (const int socket : sockets_) close(socket);
  close(listening_);
}

std::string Server::url() const {
  return "smtp://127.0.0.1:" + std::to_string(port_);
}

std::vector<Mail> Server::mails() {
  const std::lock_guard lock(mutex_);
  return mails_;
}

void Server::answer(const std::string& start, const std::string& words, int times) {
  const std::lock_guard lock(mutex_);
  wishes_[start] = {words, times};
}

void Server::accept() {
  for (;;) {
    const int socket = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) return;
    ++connections_;
    const std::lock_guard lock(mutex_);
    sockets_.push_back(socket);
    threads_.emplace_back([this, socket] { serve(socket); });
  }
}

void Server::serve(int socket) {
  Session session{.socket = socket};
  session.say("220 test");
  std::string unread;
  std::array<char, 4096> buffer{};
  for (;;) {
    for (auto end = unread.find("\r\n"); end != std::string::npos; end = unread.find("\r\n")) {
      const auto line = unread.substr(0, end);
      unread.erase(0, end + 2);
      if (!take(session, line)) {
        shutdown(socket, SHUT_RDWR);
        return;
      }
    }
    const auto got = recv(socket, buffer.data(), buffer.size(), 0);
    if (got <= 0) return;
    unread.append(buffer.data(), static_cast<size_t>(got));
  }
}

std::optional<std::string> Server::wish(const std::string& line) {
  const std::lock_guard lock(mutex_);
  for (auto& [start, wanted] : wishes_)
    if (line.starts_with(start) && wanted.second > 0) {
      --wanted.second;
      return wanted.first;
    }
  return std::nullopt;
}

bool Server::take(Session& session, const std::string& line) {
  if (session.in_data && line != ".") {
    session.mail.text += (line.starts_with('.') ? line.substr(1) : line) + "\r\n";
    return true;
  }
  const auto wanted = wish(line);
  if (wanted) {
    session.in_data = false;
    if (!wanted->empty()) session.say(*wanted);
    return !wanted->empty() && !wanted->starts_with("421");
  }
  if (session.in_data) {
    session.in_data = false;
    {
      const std::lock_guard lock(mutex_);
      mails_.push_back(session.mail);
    }
    for (int waited = 0; waited < verdict_delay_ms && !stopping_; waited += 10) usleep(10'000);
    session.say("250 2.0.0 kept");
    return !close_after_mail;
  }
  if (line.starts_with("MAIL FROM:<")) session.mail = {.from = line.substr(11, line.find('>') - 11)};
  if (line.starts_with("RCPT TO:<")) session.mail.to = line.substr(9, line.find('>') - 9);
  session.in_data = line == "DATA";
  session.say(session.in_data ? "354 go on" : line == "QUIT" ? "221 bye" : "250-fine\r\n250 8BITMIME");
  return line != "QUIT";
}

}  // namespace testing_smtp
