#include "core/http/server.hpp"

#include "core/http/shell.hpp"

namespace http {

Server::Server(ServerSettings settings, Site& site) : shell_(std::make_unique<Shell>(std::move(settings), site)) {}
Server::~Server() = default;
std::uint16_t Server::port() const {
  return shell_->port();
}
void Server::run() {
  shell_->run();
}
void Server::stop() {
  shell_->stop();
}
void Server::send(SocketId id, std::shared_ptr<const std::string> text) {
  shell_->send({id}, std::move(text));
}
void Server::send(std::vector<SocketId> ids, std::shared_ptr<const std::string> text) {
  shell_->send(std::move(ids), std::move(text));
}
void Server::close(SocketId id, std::uint16_t code, std::string reason) {
  shell_->close(id, code, std::move(reason));
}
ServerCounters Server::counters() const {
  return shell_->counters();
}
std::vector<RouteFigures> Server::routes() const {
  return shell_->figures.read();
}

}  // namespace http
