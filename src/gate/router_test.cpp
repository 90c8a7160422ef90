#include "gate/router.hpp"

#include <gtest/gtest.h>

namespace {

using gate::get, gate::post, gate::Router;
constexpr auto anyone = gate::who::anyone();

http::Response nothing(gate::Visit&) {
  return {};
}

const Router& router() {
  static const Router made(
      {get("/", anyone, nothing), get("/sections/:section", anyone, nothing),
       get("/sections/:section/membres", anyone, nothing), get("/sections/pres-de-chez-moi", anyone, nothing),
       post("/sections/:section/:act", anyone, nothing), get("/sections/:id/listes/:list", anyone, nothing)});
  return made;
}
std::string found(http::Method method, std::string_view path) {
  const auto match = router().find(method, path);
  if (!match.route) return match.other_method ? "405" : "404";
  std::string words(match.route->path);
  for (const auto& [name, value] : match.parameters) words += ' ' + std::string(name) + '=' + value;
  return words;
}

TEST(Router, TakesLiteralsBeforeParametersAndNamesWhatItTook) {
  using enum http::Method;
  EXPECT_EQ(found(get, "/"), "/");
  EXPECT_EQ(found(head, "/sections/7"), "/sections/:section section=7");
  EXPECT_EQ(found(get, "/sections/pres-de-chez-moi"), "/sections/pres-de-chez-moi");
  EXPECT_EQ(found(get, "/sections/7/membres"), "/sections/:section/membres section=7");
  EXPECT_EQ(found(get, "/sections/7/listes/9"), "/sections/:id/listes/:list id=7 list=9");
}

TEST(Router, GoesBackWhereALiteralLedNowhere) {
  // A POST to /membres is an act like another: the GET of that name does not hide it.
  EXPECT_EQ(found(http::Method::post, "/sections/7/membres"), "/sections/:section/:act section=7 act=membres");
  EXPECT_EQ(found(http::Method::get, "/sections/pres-de-chez-moi/membres"),
            "/sections/:section/membres section=pres-de-chez-moi");
}

TEST(Router, TellsAPathOfAnotherMethodFromNone) {
  using enum http::Method;
  EXPECT_EQ(found(post, "/sections/7"), "405");
  EXPECT_EQ(found(get, "/sections/7/jeter"), "405");
  for (const auto* path : {"/sections", "/sections/", "/sections//membres", "/sections/7/", "/sections/7/listes/9/x",
                           "", "sections/7", "*"})
    EXPECT_EQ(found(get, path), "404") << path;
}

TEST(Router, RefusesTwoRoutesForOneRequest) {
  EXPECT_THROW(Router({get("/a/:x", anyone, nothing), get("/a/:y", anyone, nothing)}), std::logic_error);
}

}  // namespace
