#include "testing/loopback.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <stdexcept>

namespace testing_net {

Listening listen_on_loopback() {
  const int listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (bind(listening, reinterpret_cast<sockaddr*>(&address), length) != 0 || listen(listening, 16) != 0)
    throw std::runtime_error("no port for the server of a test");
  getsockname(listening, reinterpret_cast<sockaddr*>(&address), &length);
  return {listening, ntohs(address.sin_port)};
}

}  // namespace testing_net
