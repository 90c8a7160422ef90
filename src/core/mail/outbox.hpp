#pragma once
// Mail without a relay: one .eml file each, named for its Message-ID, so that the same mail is the same file.

#include "core/mail/transport.hpp"

namespace mail {

class Outbox : public Transport {
 public:
  explicit Outbox(std::filesystem::path folder);
  Delivery send(const std::string& from, const std::string& to, const std::string& id, const std::string& text,
                Slot& slot) override;

 private:
  const std::filesystem::path folder_;
};

}  // namespace mail
