#include "access/device.hpp"

#include <span>

namespace accounts {
namespace {

struct Sign {
  std::string_view part, name;
};

// In this order: most browsers also bear the names of those they imitate.
constexpr Sign browsers[] = {{"Edg", "Edge"},
                             {"OPR/", "Opera"},
                             {"SamsungBrowser/", "Samsung Internet"},
                             {"Vivaldi", "Vivaldi"},
                             {"FxiOS/", "Firefox"},
                             {"Firefox/", "Firefox"},
                             {"CriOS/", "Chrome"},
                             {"HeadlessChrome", "Chrome"},
                             {"Chromium/", "Chromium"},
                             {"Chrome/", "Chrome"},
                             {"Safari/", "Safari"}};
constexpr Sign systems[] = {{"iPhone", "iPhone"},   {"iPad", "iPad"},     {"Android", "Android"},
                            {"Windows", "Windows"}, {"Macintosh", "Mac"}, {"CrOS", "Chromebook"},
                            {"Linux", "Linux"}};

std::string_view find(std::span<const Sign> signs, std::string_view text) {
  for (const auto& sign : signs)
    if (text.find(sign.part) != std::string_view::npos) return sign.name;
  return {};
}

}  // namespace

std::string device_name(std::string_view user_agent) {
  const auto browser = find(browsers, user_agent), system = find(systems, user_agent);
  std::string name(browser.empty() ? "Un navigateur" : browser);
  if (!system.empty()) name.append(" sur ").append(system);
  return name;
}

}  // namespace accounts
