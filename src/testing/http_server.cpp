#include "testing/http_server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>

#include "testing/loopback.hpp"

namespace testing_http {

std::string ok(const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

Server::Server() {
  const auto listening = testing_net::listen_on_loopback();
  listening_ = listening.socket;
  port_ = listening.port;
  serving_ = std::thread([this] { serve(); });
}

Server::~Server() {
  stopping_ = true;
  shutdown(listening_, SHUT_RDWR);
  serving_.join();
  close(listening_);
}

std::string Server::url() const {
  return "http://127.0.0.1:" + std::to_string(port_);
}

void Server::answer(const std::string& octets, int delay_ms) {
  const std::lock_guard lock(mutex_);
  answer_ = octets;
  delay_ms_ = delay_ms;
}

std::vector<std::string> Server::requests() {
  const std::lock_guard lock(mutex_);
  return requests_;
}

void Server::serve() {
  for (;;) {
    const int socket = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) return;
    serve(socket);
    close(socket);
  }
}

// Its head, and as much body as that says.
bool whole(const std::string& request) {
  const auto head = request.find("\r\n\r\n");
  if (head == std::string::npos) return false;
  constexpr std::string_view length = "\r\nContent-Length: ";
  const auto at = request.find(length);
  const size_t body = at < head ? std::stoul(request.substr(at + length.size())) : 0;
  return request.size() >= head + 4 + body;
}

void Server::serve(int socket) {
  std::string request;
  std::array<char, 4096> buffer{};
  while (!whole(request)) {
    const auto got = recv(socket, buffer.data(), buffer.size(), 0);
    if (got <= 0) return;
    request.append(buffer.data(), static_cast<size_t>(got));
  }
  std::string answer;
  int delay = 0;
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    answer = answer_;
    delay = delay_ms_;
  }
  for (int waited = 0; waited < delay && !stopping_; waited += 10) usleep(10'000);
  for (size_t sent = 0; sent < answer.size();) {
    const auto more = send(socket, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
    if (more <= 0) return;
    sent += static_cast<size_t>(more);
  }
}

}  // namespace testing_http
