#pragma once
// Compression of answers. A page that holds a secret and echoes what an attacker chose can leak the secret through its
// compressed length (BREACH). The secrets in our pages are the CSRF tokens; src/gate masks them with a fresh random pad
// in each answer, so that there is nothing that stays the same to guess at.

#include <string>
#include <string_view>

#include "core/http/message.hpp"

namespace http {

enum class Coding : unsigned char { identity, gzip, brotli };

/// The best of those offered that Accept-Encoding takes (RFC 9110 12.5.3); at equal weight brotli before gzip before
/// nothing.
Coding choose_coding(std::string_view accept_encoding, bool gzip, bool brotli);
std::string_view name(Coding coding);

/// Compresses the body when that pays: text of more than a packet, not yet encoded.
void compress(Response& response, std::string_view accept_encoding);

std::string gzip(std::string_view plain);
std::string brotli(std::string_view plain);

}  // namespace http
