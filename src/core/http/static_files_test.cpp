#include "core/http/static_files.hpp"

#include <filesystem>
#include <fstream>

#include "core/http/compress.hpp"
#include "core/http/test_server.hpp"

namespace {

using namespace http::testing;
namespace fs = std::filesystem;

struct Static : testing::Test {
  fs::path folder = fs::temp_directory_path() / ("coopol-static-" + std::to_string(getpid()));
  std::unique_ptr<RunningServer> running;

  void SetUp() override {
    fs::create_directories(folder / "fonts");
    fs::create_directories(folder / ".git");
    write("app-K3JX2QAB.js", std::string(3000, 'j'));
    write("app-K3JX2QAB.js.br", "packed by brotli");
    write("app-K3JX2QAB.js.gz", "packed by gzip, longer");
    write("site.css", "body {}");
    write("site.css.br", "longer than the file itself");
    write("fonts/titre.0a1b2c3d4e.woff2", "font");
    write("fonts/bricolage-grotesque.woff2", "font");
    write("secret.key", "secret");
    write(".env.js", "secret");
    write(".git/config.txt", "secret");
    fs::create_symlink("/etc/hostname", folder / "link.txt");
    fs::create_directory_symlink("/etc", folder / "etc");
    running = std::make_unique<RunningServer>([&](http::ServerSettings& settings) { settings.static_folder = folder; });
    running->site.handler = [](http::Request&) { return http::Response::text("site", 404); };
  }
  void TearDown() override {
    running.reset();
    fs::remove_all(folder);
  }
  void write(const std::string& name, const std::string& content) { std::ofstream(folder / name) << content; }
  Answer ask(const std::string& path, const std::string& headers = {}, const std::string& method = "GET") {
    Client client(*running);
    return client.ask(method + " " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n", method == "HEAD");
  }
};

TEST_F(Static, files_come_with_their_type_and_nosniff) {
  const Answer answer = ask("/static/site.css?v=1");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "body {}");
  EXPECT_EQ(answer.header("content-type"), "text/css; charset=utf-8");
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(ask("/static/site.css", {}, "HEAD").header("content-length"), "7");
}

TEST_F(Static, names_that_hold_their_digest_are_kept_for_a_year_and_others_asked_for_again) {
  for (const char* name : {"app-K3JX2QAB.js", "fonts/titre.0a1b2c3d4e.woff2"})
    EXPECT_EQ(ask("/static/" + std::string(name)).header("cache-control"), "public, max-age=31536000, immutable")
        << name;
  for (const char* name : {"site.css", "fonts/bricolage-grotesque.woff2"})
    EXPECT_EQ(ask("/static/" + std::string(name)).header("cache-control"), "no-cache") << name;
}

TEST_F(Static, packed_forms_go_to_those_who_take_them) {
  const Answer brotli = ask("/static/app-K3JX2QAB.js", "Accept-Encoding: gzip, deflate, br\r\n");
  EXPECT_EQ(brotli.header("content-encoding"), "br");
  EXPECT_EQ(brotli.body, "packed by brotli");
  EXPECT_EQ(brotli.header("vary"), "accept-encoding");
  EXPECT_EQ(ask("/static/app-K3JX2QAB.js", "Accept-Encoding: gzip\r\n").header("content-encoding"), "gzip");
  const Answer plain = ask("/static/app-K3JX2QAB.js");
  EXPECT_EQ(plain.header("content-encoding"), "");
  EXPECT_EQ(plain.header("vary"), "accept-encoding");
  EXPECT_NE(plain.header("etag"), brotli.header("etag"));
  EXPECT_EQ(ask("/static/site.css", "Accept-Encoding: br\r\n").body, "body {}")
      << "a packed form that is longer is of no use";
}

TEST_F(Static, what_the_browser_has_is_not_sent_again) {
  const std::string tag = ask("/static/site.css").header("etag");
  for (const std::string& known : {tag, "\"other\", " + tag, "W/" + tag, std::string("*")}) {
    const Answer answer = ask("/static/site.css", "If-None-Match: " + known + "\r\n");
    EXPECT_EQ(answer.status, 304) << known;
    EXPECT_EQ(answer.header("etag"), tag);
  }
  EXPECT_EQ(ask("/static/site.css", "If-None-Match: \"other\"\r\n").status, 200);
}

TEST_F(Static, nothing_else_is_served) {
  for (const char* path :
       {"/static/secret.key", "/static/.env.js", "/static/.git/config.txt", "/static/link.txt", "/static/etc/hostname",
        "/static/app-K3JX2QAB.js.br", "/static/", "/static/fonts", "/static/absent.css", "/staticsite.css"}) {
    const Answer answer = ask(path);
    EXPECT_EQ(answer.status, 404) << path;
    EXPECT_EQ(answer.body, "site") << path << ": the site says so";
  }
  for (const char* path : {"/static/../static/site.css", "/static/%2e%2e/site.css",
                           "/static/fonts%2ftitre.0a1b2c3d4e.woff2", "/static/..%5csite.css"})
    EXPECT_EQ(ask(path).status, 400) << path;
  EXPECT_EQ(ask("/static/site.css", "Content-Length: 0\r\n", "POST").status, 405);
}

TEST(StaticFolder, that_is_missing_is_an_error_at_start) {
  EXPECT_THROW(http::StaticFiles("/nowhere/at/all"), std::system_error);
}

}  // namespace
