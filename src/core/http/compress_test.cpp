#include "core/http/compress.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace {

using http::Coding;
using http::Response;

Coding chosen(std::string_view accept) {
  return http::choose_coding(accept, true, true);
}

TEST(Compress, the_coding_follows_the_weights) {
  EXPECT_EQ(chosen(""), Coding::identity);
  EXPECT_EQ(chosen("gzip, deflate, br"), Coding::brotli);
  EXPECT_EQ(chosen("gzip"), Coding::gzip);
  EXPECT_EQ(chosen("GZIP;q=0.5"), Coding::gzip);
  EXPECT_EQ(chosen("br;q=0.5, gzip;q=0.8"), Coding::gzip);
  EXPECT_EQ(chosen("br;q=0, gzip;q=0"), Coding::identity);
  EXPECT_EQ(chosen("*"), Coding::brotli);
  EXPECT_EQ(chosen("*;q=0.1, br;q=0"), Coding::gzip);
  EXPECT_EQ(chosen("identity, zstd, brr"), Coding::identity);
  EXPECT_EQ(chosen("br;q=nonsense, gzip;q=2"), Coding::identity);
  EXPECT_EQ(http::choose_coding("br, gzip", true, false), Coding::gzip);
}

TEST(Compress, only_longer_text_that_is_not_yet_packed) {
  const std::string longer(5000, 'a');
  const auto coding = [](Response response) {
    http::compress(response, "br");
    return std::string(response.headers.get("content-encoding"));
  };
  EXPECT_EQ(coding(Response::html(longer)), "br");
  EXPECT_EQ(coding(Response::html("short")), "");
  Response picture = Response::text(longer);
  picture.headers.set("content-type", "image/png");
  EXPECT_EQ(coding(picture), "");
  Response packed = Response::html(longer);
  packed.headers.add("content-encoding", "zstd");
  EXPECT_EQ(coding(packed), "zstd");
}

TEST(Compress, caches_are_told_that_it_depends) {
  Response response = Response::html(std::string(5000, 'a'));
  http::compress(response, "");
  EXPECT_EQ(response.headers.get("vary"), "accept-encoding");
  EXPECT_EQ(response.body.size(), 5000u);
}

TEST(Compress, gzip_can_be_unpacked) {
  std::string plain;
  for (int i = 0; i < 3000; ++i) plain += std::to_string(i * 7919) + " é ";
  const std::string packed = http::gzip(plain);
  EXPECT_LT(packed.size(), plain.size() / 2);
  std::string unpacked(plain.size() + 1, '\0');
  z_stream stream{};
  ASSERT_EQ(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
  stream.avail_out = static_cast<uInt>(unpacked.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  unpacked.resize(stream.total_out);
  inflateEnd(&stream);
  EXPECT_EQ(unpacked, plain);
}

}  // namespace
