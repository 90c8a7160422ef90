#pragma once
// Links that prove who they were made for without a row in the database: an invitation, a new password, an answer from
// a mail. base64url(fields) "." base64url(signature), where the signature is a keyed hash over purpose and fields. What
// makes a link single-use (a counter of sends, the version of a password) is one of its fields, compared with the
// database by whoever reads it.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signed_token {

using Time = std::chrono::sys_seconds;

/// `purpose` keeps a token of one kind from passing as another.
std::string make(std::string_view secret, std::string_view purpose, const std::vector<std::int64_t>& fields,
                 Time expires);

struct Content {
  std::vector<std::int64_t> fields;
  Time expires;
};
/// Nothing when the token is malformed or was not signed by us for that purpose. An expired one is given back: the
/// reader says so kindly.
std::optional<Content> read(std::string_view secret, std::string_view purpose, std::string_view token);

}  // namespace signed_token
