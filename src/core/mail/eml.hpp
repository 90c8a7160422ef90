#pragma once
// Reads back what write() wrote (message.hpp): for the outbox page of development, and for tests.

#include <string>
#include <string_view>

namespace mail {

struct Eml {
  std::string date, from, to, subject;
  std::string text, html;
  bool calendar = false;
};

Eml read_eml(std::string_view mail);

}  // namespace mail
