#include "core/http/request_reader.hpp"

#include <gtest/gtest.h>

namespace {

/// The status it is refused with, 0 when it is complete, 1 when more is awaited; given in pieces of that many bytes.
int outcome(const std::string& bytes, size_t piece, const http::Limits& limits) {
  http::RequestReader reader(limits);
  std::string input;
  bool in_body = false;
  try {
    for (size_t at = 0; at < bytes.size(); at += piece) {
      input += bytes.substr(at, piece);
      std::string_view rest = input;
      in_body = in_body || reader.read_head(rest);
      const bool whole = in_body && reader.read_body(rest);
      input.erase(0, input.size() - rest.size());
      if (whole) return 0;
    }
    return 1;
  } catch (const http::Error& refusal) {
    return refusal.status;
  }
}

TEST(RequestReader, limits_are_met_at_the_same_byte_whatever_the_pieces) {
  // Found by fuzz_request: a piece that ended within a line break was counted as part of the line.
  http::Limits limits;
  limits.header_bytes = 300;
  limits.target_bytes = 100;
  const std::string longest_line = "GET /" + std::string(99, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string longest_head = "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(300 - 32, 'x') + "\r\n\r\n";
  ASSERT_EQ(longest_head.size(), 300u);
  for (size_t piece = 1; piece <= 301; ++piece) {
    EXPECT_EQ(outcome(longest_line, piece, limits), 0) << piece;
    EXPECT_EQ(outcome(longest_head, piece, limits), 0) << piece;
    EXPECT_EQ(outcome("X" + longest_head, piece, limits), 431) << piece;
  }
}

TEST(RequestReader, a_last_chunk_may_come_in_any_pieces) {
  // Beast asserts that it does not get fewer than five bytes of it.
  const std::string bytes = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  for (size_t piece = 1; piece <= bytes.size(); ++piece) EXPECT_EQ(outcome(bytes, piece, {}), 0) << piece;
}

}  // namespace
