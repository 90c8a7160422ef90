#pragma once

#include "core/http/shell.hpp"

namespace http {

/// The status to refuse a handshake with (RFC 6455 4.2.1), or 0.
int refusal_of_handshake(const Request& request);

/// Takes over a connection whose request to open a WebSocket the site has accepted.
void open_socket(Shell& shell, Tcp::socket socket, Shell::Place place, SocketId id, const Request& request,
                 const Response& response);

}  // namespace http
