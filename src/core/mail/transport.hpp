#pragma once
// Ways out for a mail: a relay over SMTP, or files when there is none.

#include <functional>
#include <memory>
#include <string>

#include "core/mail/journal.hpp"
#include "core/settings.hpp"

namespace mail {

struct Delivery {
  enum class Outcome {
    sent,
    later,        ///< this mail could not be taken now (4xx, or the connection broke after the message)
    refused,      ///< and never will be (5xx)
    unreachable,  ///< the relay takes nothing at all: not this mail's fault
    abandoned     ///< we must leave before the relay has answered; the slot says how far we came
  };
  Outcome outcome = Outcome::sent;
  std::string why;  ///< the relay's words
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// `text` as write() makes it. Moves the slot on as the message goes; leaves it held when it was not taken.
  virtual Delivery send(const std::string& from, const std::string& to, const std::string& id, const std::string& text,
                        Slot& slot) = 0;
  /// Nothing to send for now.
  virtual void rest() {}
};

/// `leaving` says that the process is about to stop.
std::unique_ptr<Transport> make_transport(const Settings& settings, std::function<bool()> leaving);

}  // namespace mail
