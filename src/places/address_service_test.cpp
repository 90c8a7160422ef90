#include "places/address_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "testing/http_server.hpp"

namespace {

using namespace std::chrono_literals;
using places::read_address_answer;
using testing::HasSubstr;
using testing::StartsWith;
using testing_http::ok;

std::string found(const std::string& score, const std::string& coordinates) {
  return R"({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": )" +
         coordinates + R"(}, "properties": {"label": "12 Rue des Tilleuls 25000 Besançon", "score": )" + score + "}}]}";
}
const std::string sure = found("0.93", "[6.0241, 47.2378]");

struct AddressService : testing::Test {
  testing_http::Server server;
  std::optional<places::Point> ask(const std::string& path = "/search/", std::chrono::milliseconds patience = 5s) {
    return places::ask_address_service(server.url() + path, "12 rue des Tilleuls & Cie Besançon", "25000", patience);
  }
  // What goes wrong; "" when nothing does.
  std::string fault(std::chrono::milliseconds patience = 5s) {
    try {
      ask("/search/", patience);
      return "";
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  }
};

TEST_F(AddressService, E01_IsAskedForTheAddressAndNothingElse) {
  server.answer(ok(sure));
  const auto point = ask().value();
  EXPECT_DOUBLE_EQ(point.latitude, 47.2378);
  EXPECT_DOUBLE_EQ(point.longitude, 6.0241);
  ask("/search?key=k");
  const auto requests = server.requests();
  EXPECT_THAT(
      requests.at(0),
      StartsWith("GET /search/?q=12+rue+des+Tilleuls+%26+Cie+Besan%c3%a7on&postcode=25000&limit=1 HTTP/1.1\r\n"));
  EXPECT_THAT(requests.at(1), StartsWith("GET /search?key=k&q=12+rue"));
}

TEST_F(AddressService, E01_WhatItIsNotSureOfIsNotFound) {
  for (const auto& answer : {found("0.49", "[6, 47]"), std::string(R"({"features": []})")}) {
    server.answer(ok(answer));
    EXPECT_FALSE(ask()) << answer;
  }
  server.answer("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  EXPECT_FALSE(ask()) << "it did not take that for an address";
}

TEST_F(AddressService, FailsWhenItsAnswerIsNone) {
  server.answer("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(fault(), HasSubstr("answers 503"));
  server.answer("HTTP/1.1 302 Found\r\nLocation: " + server.url() + "/elsewhere\r\nContent-Length: 0\r\n\r\n");
  EXPECT_THAT(fault(), HasSubstr("answers 302")) << "the address goes nowhere else";
  server.answer("");
  EXPECT_NE(fault(), "");
  server.answer(ok("{\"features\": \"" + std::string(70'000, 'x') + "\"}"));
  EXPECT_THAT(fault(), HasSubstr("says too much"));
}

TEST_F(AddressService, IsNotWaitedForLong) {
  server.answer(ok(sure), 2'000);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(fault(100ms), HasSubstr("Timeout"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1s);
}

TEST(AddressAnswer, garbage_is_a_failure_of_the_service) {
  const std::vector<std::string> garbage{"",
                                         "<html>",
                                         "null",
                                         "[]",
                                         "{}",
                                         R"({"features": [7]})",
                                         R"({"features": [{"properties": {"score": 1}}]})",
                                         found("\"high\"", "[6, 47]"),
                                         found("1", "[6]"),
                                         found("1", R"(["6", "47"])"),
                                         found("1", "[6, 91]"),
                                         found("1", "[-181, 47]"),
                                         found("1", "[6, 1e999]"),
                                         "{\"features\": \"\xff\"}",
                                         std::string(20'000, '[') + std::string(20'000, ']')};
  for (const auto& answer : garbage)
    EXPECT_THROW(read_address_answer(answer), std::runtime_error) << answer.substr(0, 200);
}

}  // namespace
