#include "core/mail/smtp.hpp"

#include <gtest/gtest.h>

#include "testing/smtp_server.hpp"

namespace {

using mail::Delivery;
using mail::Slot;
using mail::Smtp;
using mail::Stage;
using testing_smtp::Server;
using enum Delivery::Outcome;

Settings settings_for(const std::string& url) {
  Settings settings;
  settings.smtp_url = url;
  return settings;
}

struct Smtping : testing::Test {
  Server server;
  Settings settings = settings_for(server.url());
  std::atomic<bool> leaving = false;
  Smtp relay{settings, [this] { return leaving.load(); }};
  Slot slot{};

  Delivery send(const std::string& to = "zoe@example.org",
                const std::string& text = "Subject: x\r\nMessage-ID: <1@x>\r\n\r\nSalut\r\n") {
    slot.hold(1);
    return relay.send("noreply@lacoopol.example", to, "1@x", text, slot);
  }
};

TEST_F(Smtping, hands_over_to_the_octet_and_keeps_the_connection) {
  const std::string text = "Subject: x\r\n\r\n.\r\n..\r\n.début\r\nfin sans saut";
  ASSERT_EQ(send("zoe@example.org", text).outcome, sent);
  EXPECT_EQ(slot.stage, Stage::accepted);
  ASSERT_EQ(send("malik@example.org").outcome, sent);
  ASSERT_EQ(server.mails().size(), 2u);
  EXPECT_EQ(server.mails()[0].text, text + "\r\n");
  EXPECT_EQ(server.mails()[0].from, "noreply@lacoopol.example");
  EXPECT_EQ(server.mails()[1].to, "malik@example.org");
  EXPECT_EQ(server.connections(), 1);
}

TEST_F(Smtping, opens_a_new_connection_when_the_relay_has_closed_the_old_one) {
  server.close_after_mail = true;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(send().outcome, sent);
  EXPECT_EQ(server.mails().size(), 3u);
}

TEST_F(Smtping, sorts_what_will_pass_from_what_will_not) {
  server.answer("RCPT TO:<gone@", "550 5.1.1 No such user");
  server.answer("RCPT TO:<full@", "452 4.2.2 Mailbox full");
  server.answer("RCPT TO:<policy@", "550 5.7.1 Relaying denied");
  EXPECT_EQ(send("gone@example.org").outcome, refused);
  EXPECT_EQ(slot.stage, Stage::held);
  EXPECT_EQ(send("full@example.org").outcome, later);
  EXPECT_EQ(send("policy@example.org").outcome, later) << "the operator mends this, the mail is not lost";
  EXPECT_EQ(send("zoe@example.org").outcome, sent) << "on the same connection";
  EXPECT_EQ(server.connections(), 1);
}

TEST_F(Smtping, believes_the_relay_about_the_message) {
  server.answer(".", "554 5.6.0 Not this", 1);
  auto delivery = send();
  EXPECT_EQ(delivery.outcome, refused);
  EXPECT_EQ(delivery.why, "554 5.6.0 Not this");
  server.answer(".", "451 4.3.0 Try later", 1);
  EXPECT_EQ(send().outcome, later);
  EXPECT_EQ(slot.stage, Stage::held);
  EXPECT_EQ(send().outcome, sent);
}

TEST_F(Smtping, tries_again_later_when_the_connection_breaks_before_the_last_answer) {
  server.answer(".", "", 1);
  EXPECT_EQ(send().outcome, later);
  EXPECT_EQ(slot.stage, Stage::held);
}

TEST_F(Smtping, blames_the_relay_and_not_the_mail_when_it_takes_nothing) {
  server.answer("MAIL", "530 5.7.0 Authentication required");
  EXPECT_EQ(send().outcome, unreachable);
  server.answer("MAIL", "421 4.3.2 Shutting down");
  EXPECT_EQ(send().outcome, unreachable);
}

TEST(Smtp, nobody_answers) {
  Smtp relay(settings_for("smtp://127.0.0.1:1"), [] { return false; });
  Slot slot{};
  slot.hold(1);
  EXPECT_EQ(relay.send("a@b.fr", "c@d.fr", "1@x", "x", slot).outcome, unreachable);
}

TEST(Smtp, never_sends_a_password_in_clear) {
  Server server;
  auto url = server.url();
  // The address is ours, its name is not loopback's.
  Smtp relay(settings_for("smtp://user:secret@0.0.0.0:" + url.substr(url.rfind(':') + 1)), [] { return false; });
  Slot slot{};
  slot.hold(1);
  EXPECT_EQ(relay.send("a@b.fr", "c@d.fr", "1@x", "x", slot).outcome, unreachable);
  EXPECT_EQ(server.mails().size(), 0u);
}

}  // namespace
