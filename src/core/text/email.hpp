#pragma once
// E-mail addresses as people type them. What is accepted can be sent to by SMTP without SMTPUTF8 (RFC 5321 4.5.3.1, RFC
// 5322 3.4.1 without quoted local parts), with an international domain in its ASCII form (UTS 46).

#include <optional>
#include <string>
#include <string_view>

namespace email {

inline constexpr size_t max_length = 254;       // octets
inline constexpr size_t max_local_length = 64;  // octets

enum class Fault : unsigned char {
  none,
  missing,  // nothing, or a word that says so: «néant», «-»
  several,  // more than one address
  accent,   // a letter with an accent before the @
  malformed
};

struct Read {
  Fault fault = Fault::missing;
  std::string address;     // lower case; empty unless the fault is none
  std::string suggestion;  // «gmail.com» for …@gmial.com
};

/// Takes off what comes with copying: «mailto:», «Zoé <zoe@exemple.fr>», a full stop at the end.
Read read(std::string_view typed);

}  // namespace email
