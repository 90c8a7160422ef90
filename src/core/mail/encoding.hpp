#pragma once
// How text becomes 7-bit lines: quoted-printable and base64 (RFC 2045, 6.7 and 6.8), words in headers (RFC 2047). And
// back, for our own mails.

#include <string>
#include <string_view>

namespace mail {

/// Any line ends in, CRLF out; lines of at most 76 characters.
std::string quoted_printable(std::string_view text);
std::string from_quoted_printable(std::string_view encoded);
/// Lines of 76 characters.
std::string base64(std::string_view octets);

/// A header with free text («Subject: Réunion»), folded, words encoded where need be. Throws std::invalid_argument for
/// control characters.
std::string text_header(std::string_view name, std::string_view text);
/// A header with an address and the name of who has it.
std::string address_header(std::string_view header, std::string_view name, std::string_view address);
std::string from_encoded_words(std::string_view value);

}  // namespace mail
