#pragma once
// What changed in the last minutes, whether or not anybody was looking: so a page that comes (back) is sent what it
// missed, and nothing else.

#include <chrono>
#include <map>
#include <vector>

#include "live/token.hpp"

namespace live {

class Changes {
 public:
  using Time = std::chrono::system_clock::time_point;

  /// Before that moment nothing is known: notifications were not heard.
  void begin(Time now);
  void add(const Subject& subject, Time now);
  /// Which of these may have changed since? All, when we cannot know.
  [[nodiscard]] std::vector<Subject> since(Time then, const std::vector<Subject>& subjects) const;

 private:
  void forget(Time before);
  Time known_from_ = Time::max();
  std::map<Subject, Time> latest_;
  Time swept_{};
};

}  // namespace live
