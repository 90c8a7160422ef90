#pragma once
// Turns bytes into requests, strictly: what two servers could read in two ways is refused (request smuggling, RFC
// 9112 6.3 and 11.2).

#include <memory>
#include <string_view>

#include "core/http/message.hpp"
#include "core/http/server.hpp"

namespace http {

/// Reads one request. All functions throw Error with the status to refuse it with; then nothing more can be read from
/// that connection.
class RequestReader {
 public:
  explicit RequestReader(const Limits& limits);
  ~RequestReader();

  /// Takes the head from the front of `input` once it is there whole. False when more has to come.
  bool read_head(std::string_view& input);

  // Known once the head is there.
  [[nodiscard]] const Request& request() const;
  [[nodiscard]] bool keep_alive() const;
  [[nodiscard]] bool expects_continue() const;
  [[nodiscard]] bool asks_for_socket() const;  ///< a WebSocket handshake (RFC 6455 4.1)

  /// Before the body is read.
  void limit_body(size_t bytes);
  /// Takes what is there of the body. False when more has to come.
  bool read_body(std::string_view& input);

  Request take();

 private:
  class Parser;
  void check_lengths(std::string_view head, bool whole) const;
  void check_head();

  const Limits& limits_;
  std::unique_ptr<Parser> parser_;
  size_t scanned_ = 0;
};

}  // namespace http
