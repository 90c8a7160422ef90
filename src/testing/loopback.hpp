#pragma once
// A socket that listens on 127.0.0.1, on a port that the system chooses: where the servers of tests stand.

namespace testing_net {

struct Listening {
  int socket;
  int port;
};
/// Throws std::runtime_error.
Listening listen_on_loopback();

}  // namespace testing_net
