#include "core/mail/outbox.hpp"

#include <fstream>

#include "core/mail/smtp.hpp"

namespace mail {

Outbox::Outbox(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::filesystem::create_directories(folder_);
}

Delivery Outbox::send(const std::string&, const std::string&, const std::string& id, const std::string& text, Slot&) {
  const auto file = folder_ / (id.substr(0, id.find('@')) + ".eml");
  auto unfinished = file;
  unfinished += ".new";
  std::ofstream stream(unfinished, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  if (!stream) return {Delivery::Outcome::unreachable, "cannot write " + unfinished.string()};
  std::filesystem::rename(unfinished, file);
  return {};
}

std::unique_ptr<Transport> make_transport(const Settings& settings, std::function<bool()> leaving) {
  if (settings.smtp_url) return std::make_unique<Smtp>(settings, std::move(leaving));
  return std::make_unique<Outbox>(settings.outbox);
}

}  // namespace mail
