// Against the example of RFC 8291, appendix A; what the browser does with the rest is tried in
// tests/pages/push.test.ts.

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "core/crypto.hpp"
#include "core/web_push/p256.hpp"
#include "core/web_push/service.hpp"
#include "testing/http_server.hpp"

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using web_push::Outcome;

std::string raw(std::string_view text) {
  return crypto::from_base64url(text).value();
}

const web_push::Keys browser{
    .p256dh = raw("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
    .auth = raw("BTBZMqHH6r4Tts7J_aSIgg")};

TEST(WebPush, A08_TheExampleOfRfc8291) {
  EXPECT_EQ(
      crypto::base64url(web_push::sealed(browser, "When I grow up, I want to be a watermelon",
                                         raw("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
                                         raw("DGv6ra1nlYgDCS1FRnbzlw"), 0)),
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PB"
      "ru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
}

TEST(WebPush, A08_EachMessageHasItsOwnKeyAndTheSameLength) {
  const auto one = web_push::sealed(browser, "a"), other = web_push::sealed(browser, "/messages/123456789");
  EXPECT_EQ(one.size(), other.size());
  EXPECT_NE(one.substr(0, 90), other.substr(0, 90));
  EXPECT_THROW(web_push::sealed(browser, std::string(4000, 'x')), std::invalid_argument);
}

TEST(WebPush, A08_AKeyThatIsNoPointOfTheCurveIsRefused) {
  EXPECT_TRUE(p256::valid_public_key(browser.p256dh));
  auto bent = browser.p256dh;
  bent.back() = static_cast<char>(bent.back() ^ 1);
  for (const auto& key :
       {bent, std::string(65, '\x04'), std::string(65, '\0'), browser.p256dh.substr(1), std::string()})
    EXPECT_FALSE(p256::valid_public_key(key));
  EXPECT_THROW(p256::agree(p256::new_private_key(), bent), std::invalid_argument);
}

bool takes(std::string_view url, bool loopback = false) {
  Settings settings;
  settings.push_loopback = loopback;
  return web_push::read_endpoint(url, settings).has_value();
}

TEST(WebPush, A08_OnlyKnownPushServicesAreCalled) {
  for (const char* url :
       {"https://fcm.googleapis.com/fcm/send/abc:def", "https://updates.push.services.mozilla.com/wpush/v2/x",
        "https://web.push.apple.com/Qx?y=1", "https://wns2-par02p.notify.windows.com:443/w/?token=x"})
    EXPECT_TRUE(takes(url)) << url;
  for (const char* url :
       {"", "fcm.googleapis.com", "http://fcm.googleapis.com/x", "https://fcm.googleapis.com:8443/x",
        "https://user@fcm.googleapis.com/x", "https://fcm.googleapis.com.evil.example/x",
        "https://evilfcm.googleapis.com/x", "https://push.apple.com/x", "https://xpush.apple.com/x",
        "https://127.0.0.1/x", "https://[::1]/x", "https://2130706433/x", "https://localhost/x",
        "ftp://fcm.googleapis.com/x", "file:///etc/passwd", "https://fcm.googleapis.com\\@127.0.0.1/x",
        "https://fcm.googleapis.com /x", "http://127.0.0.1:8000/x"})
    EXPECT_FALSE(takes(url)) << url;
  EXPECT_FALSE(takes("https://fcm.googleapis.com/" + std::string(1000, 'x')));
  EXPECT_TRUE(takes("http://127.0.0.1:8000/x", true)) << "in tests";
  EXPECT_FALSE(takes("http://127.0.0.2:8000/x", true));
  EXPECT_FALSE(takes("http://10.0.0.1/x", true));
}

bool is_public(const char* text) {
  sockaddr_storage address{};
  auto& v4 = reinterpret_cast<sockaddr_in&>(address);
  auto& v6 = reinterpret_cast<sockaddr_in6&>(address);
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
    v4.sin_family = AF_INET;
  else if (inet_pton(AF_INET6, text, &v6.sin6_addr) == 1)
    v6.sin6_family = AF_INET6;
  return web_push::is_public(reinterpret_cast<sockaddr*>(&address));
}

TEST(WebPush, A08_ANameThatLeadsToAMachineOfOursIsNotFollowed) {
  for (const char* address : {"142.250.75.234", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2a00:1450:4007::200a"})
    EXPECT_TRUE(is_public(address)) << address;
  for (const char* address :
       {"127.0.0.1",      "10.1.2.3",       "172.16.0.1", "172.31.255.255",  "192.168.1.1",   "169.254.169.254",
        "100.64.0.1",     "0.0.0.0",        "224.0.0.1",  "255.255.255.255", "::1",           "::",
        "::ffff:8.8.8.8", "64:ff9b::a00:1", "fe80::1",    "fd00::1",         "2002:7f00:1::", "2001::1",
        "2001:db8::1",    "ff02::1"})
    EXPECT_FALSE(is_public(address)) << address;
}

struct PushService : testing::Test {
  testing_http::Server server;
  Settings settings;
  PushService() {
    settings.secret = std::string(32, 's');
    settings.push_loopback = true;
  }
  Outcome send(const std::string& answer, std::chrono::milliseconds patience = 5s, int delay_ms = 0) {
    server.answer("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", delay_ms);
    return web_push::send({web_push::read_endpoint(server.url() + "/push/1", settings).value(), browser},
                          {.text = "/messages/1", .topic = "nouveau"}, web_push::Vapid(settings), settings, patience);
  }
};

TEST_F(PushService, A08_IsToldWhatItNeedsAndNothingInClear) {
  EXPECT_EQ(send("201 Created").kind, Outcome::Kind::taken);
  const auto request = server.requests().at(0);
  EXPECT_THAT(request, testing::StartsWith("POST /push/1 HTTP/1.1\r\n"));
  for (const char* line : {"\r\nTTL: 86400\r\n", "\r\nUrgency: normal\r\n", "\r\nTopic: nouveau\r\n",
                           "\r\nContent-Encoding: aes128gcm\r\n", "\r\nAuthorization: vapid t=ey"})
    EXPECT_THAT(request, HasSubstr(line));
  EXPECT_THAT(request, testing::Not(HasSubstr("/messages/1")));
}

TEST_F(PushService, A08_ItsAnswersAreUnderstood) {
  using enum Outcome::Kind;
  EXPECT_EQ(send("404 Not Found").kind, gone);
  EXPECT_EQ(send("410 Gone").kind, gone);
  EXPECT_EQ(send("400 Bad Request").kind, refused);
  EXPECT_EQ(send("403 Forbidden").kind, refused);
  EXPECT_EQ(send("503 Service Unavailable").kind, later);
  const auto busy = send("429 Too Many Requests\r\nRetry-After: 120");
  EXPECT_EQ(busy.kind, later);
  EXPECT_EQ(busy.retry_after, 120s);
  EXPECT_EQ(send("307 Temporary Redirect\r\nLocation: " + server.url() + "/elsewhere").kind, refused);
  EXPECT_EQ(server.requests().size(), 7u) << "nobody is led elsewhere";
  EXPECT_EQ(send("201 Created", 100ms, 1'000).kind, later);
}

TEST_F(PushService, A08_OutsideOfTestsNothingOfThisMachineIsCalled) {
  auto to = web_push::read_endpoint(server.url(), settings).value();
  to.url.replace(0, 4, "https");
  settings.push_loopback = false;
  const auto outcome = web_push::send({to, browser}, {.text = "x"}, web_push::Vapid(settings), settings);
  EXPECT_EQ(outcome.kind, Outcome::Kind::later);
  EXPECT_THAT(outcome.why, HasSubstr("connect")) << "not so far as to speak with it";
  EXPECT_TRUE(server.requests().empty());
}

}  // namespace
