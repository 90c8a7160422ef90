#include "core/text/phone.hpp"

#include <algorithm>
#include <array>

namespace phone {

namespace {

constexpr size_t national_length = 10;                        // digits, with the 0
constexpr size_t shortest_foreign = 7, longest_foreign = 15;  // digits after the + (ITU-T E.164)

// Overseas the first digits after the 0 say the country code: 0262 12 34 56 is +262 262 12 34 56 (Arcep's numbering
// plan).
struct Overseas {
  std::string_view starts;  // after the 0
  std::string_view code;
  bool mobile;
};
constexpr std::array<Overseas, 14> overseas{{{"262", "262", false},
                                             {"263", "262", false},
                                             {"269", "262", false},
                                             {"639", "262", true},
                                             {"692", "262", true},
                                             {"693", "262", true},
                                             {"590", "590", false},
                                             {"690", "590", true},
                                             {"691", "590", true},
                                             {"594", "594", false},
                                             {"694", "594", true},
                                             {"596", "596", false},
                                             {"696", "596", true},
                                             {"697", "596", true}}};

// Nine digits, as they follow the 0.
std::string from_national(std::string_view nine) {
  if (nine.size() != national_length - 1 || nine[0] == '0') return {};
  if (nine.starts_with("508")) return "+508" + std::string(nine.substr(3));  // Saint-Pierre-et-Miquelon
  const auto* place = std::ranges::find_if(overseas, [&](const Overseas& o) { return nine.starts_with(o.starts); });
  return "+" + std::string(place == overseas.end() ? "33" : place->code) + std::string(nine);
}

// Digits after the + or the 00.
std::string from_international(std::string_view digits) {
  for (const std::string_view code : {"33", "262", "590", "594", "596"}) {
    if (!digits.starts_with(code)) continue;
    auto rest = digits.substr(code.size());
    if (rest.starts_with('0')) rest.remove_prefix(1);
    return from_national(rest);
  }
  if (digits.size() < shortest_foreign || digits.size() > longest_foreign || digits[0] == '0') return {};
  return "+" + std::string(digits);
}

}  // namespace

Read read(std::string_view typed) {
  std::string digits;
  bool plus = false;
  for (const char c : typed) {
    if (c >= '0' && c <= '9') digits += c;
    if (c == '+' && digits.empty()) plus = true;
  }
  if (plus) return {.number = from_international(digits)};
  if (digits.starts_with("00")) return {.number = from_international(std::string_view(digits).substr(2))};
  if (digits.size() == national_length && digits[0] == '0')
    return {.number = from_national(std::string_view(digits).substr(1))};
  if (digits.size() == 2 * national_length && digits[0] == '0' && digits[national_length] == '0')
    return {.number = from_national(std::string_view(digits).substr(1, 9)),
            .second = from_national(std::string_view(digits).substr(national_length + 1))};
  if (digits.size() == national_length - 1 && digits[0] != '0')
    return {.number = from_national(digits), .zero_was_lost = true};
  if (digits.size() == national_length + 1 && digits.starts_with("33")) return {.number = from_international(digits)};
  return {};
}

bool is_mobile(std::string_view e164) {
  if (e164.starts_with("+336") || e164.starts_with("+337")) return true;
  return std::ranges::any_of(overseas, [&](const Overseas& o) {
    return o.mobile && e164.starts_with('+') && e164.substr(1).starts_with(o.code) &&
           e164.substr(1 + o.code.size()).starts_with(o.starts);
  });
}

std::string shown(std::string_view e164) {
  constexpr std::string_view space = "\u00a0";
  std::string national;
  for (const std::string_view code : {"+33", "+262", "+590", "+594", "+596"})
    if (e164.starts_with(code) && e164.size() == code.size() + national_length - 1)
      national = "0" + std::string(e164.substr(code.size()));
  if (national.empty()) return std::string(e164);
  std::string spaced;
  for (size_t i = 0; i < national.size(); i += 2) {
    if (i > 0) spaced += space;
    spaced += national.substr(i, 2);
  }
  return spaced;
}

}  // namespace phone
