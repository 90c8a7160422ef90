#include "core/mail/message.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "core/mail/encoding.hpp"
#include "core/mail/letter.hpp"

namespace {

using mail::Envelope;
using mail::Message;
using namespace std::chrono_literals;

const Envelope envelope{{"la coopol", "noreply@lacoopol.example"},
                        {"Zoé Müller-Lefèvre", "zoe@example.org"},
                        "0123456789abcdef0123@lacoopol.example",
                        std::chrono::sys_days{2026y / 3 / 29} + 1h + 2min + 3s};

Message plain() {
  Message message;
  message.subject = "Réunion : « porte-à-porte »";
  message.text = "Salut Zoé !\n\nÀ bientôt.\n";
  return message;
}

size_t longest_line(const std::string& mail) {
  size_t longest = 0;
  for (size_t from = 0; from < mail.size();) {
    const auto end = mail.find("\r\n", from);
    EXPECT_NE(end, std::string::npos) << "the last line has no end";
    if (end == std::string::npos) break;
    longest = std::max(longest, end - from);
    from = end + 2;
  }
  return longest;
}

TEST(MailMessage, is_seven_bit_in_short_lines_without_lone_line_ends) {
  Message message = plain();
  message.text = std::string(3000, 'e') + "é\rà\nù =\t\n" + std::string(500, ' ');
  message.html = "<p>" + std::string(2000, 'x') + "é</p>";
  message.subject = std::string(200, 'r') + "é€😀";
  message.calendar = mail::Calendar{.content = std::string(5000, '\xE9')};
  const auto text = mail::write(message, envelope);
  for (const char c : text) ASSERT_GE(c, 0);
  EXPECT_LE(longest_line(text), 78u);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      ASSERT_EQ(text[i - 1], '\r');
    }
    if (text[i] == '\r') {
      ASSERT_EQ(text[i + 1], '\n');
    }
  }
}

TEST(MailMessage, says_who_when_and_that_it_is_automatic) {
  const auto text = mail::write(plain(), envelope);
  EXPECT_NE(text.find("Date: Sun, 29 Mar 2026 01:02:03 +0000\r\n"), std::string::npos);
  EXPECT_NE(text.find("From: \"la coopol\"\r\n <noreply@lacoopol.example>\r\n"), std::string::npos);
  EXPECT_NE(text.find("Message-ID: <0123456789abcdef0123@lacoopol.example>\r\n"), std::string::npos);
  EXPECT_NE(text.find("Auto-Submitted: auto-generated\r\n"), std::string::npos);
  EXPECT_EQ(text.find("List-Unsubscribe"), std::string::npos);
}

TEST(MailMessage, offers_one_click_unsubscribe_where_it_applies) {
  Message message = plain();
  message.unsubscribe = "https://lacoopol.example/desinscription/abc.def";
  const auto text = mail::write(message, envelope);
  EXPECT_NE(text.find("List-Unsubscribe:\r\n <https://lacoopol.example/desinscription/abc.def>\r\n"),
            std::string::npos);
  EXPECT_NE(text.find("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), std::string::npos);
}

TEST(MailMessage, shows_the_calendar_beside_the_text_and_as_a_file) {
  Message message = plain();
  message.html = "<p>Salut</p>";
  message.calendar = mail::Calendar{.content = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", .method = "REQUEST"};
  const auto text = mail::write(message, envelope);
  const auto mixed = text.find("multipart/mixed"), alternative = text.find("multipart/alternative"),
             plain_text = text.find("text/plain"), html = text.find("text/html"),
             calendar = text.find("text/calendar; charset=utf-8; method=REQUEST"),
             file = text.find("application/ics; name=\"evenement.ics\"");
  EXPECT_TRUE(mixed < alternative && alternative < plain_text && plain_text < html && html < calendar &&
              calendar < file && file != std::string::npos)
      << text;
}

TEST(MailMessage, lets_nobody_add_a_header) {
  const auto refused = [](auto change) {
    Message message = plain();
    Envelope to = envelope;
    change(message, to);
    EXPECT_THROW(mail::write(message, to), std::invalid_argument);
  };
  for (const std::string& bad :
       std::vector<std::string>{"a\r\nBcc: x@example.org", "a\nBcc: x@example.org", "a\rb", std::string("a\0b", 3)}) {
    refused([&](Message& m, Envelope&) { m.subject = bad; });
    refused([&](Message&, Envelope& e) { e.to.name = bad; });
    refused([&](Message&, Envelope& e) { e.to.address = "zoe@example.org" + bad; });
    refused([&](Message& m, Envelope&) { m.reply_to = bad + "@example.org"; });
    refused([&](Message& m, Envelope&) { m.unsubscribe = "https://x.example/" + bad; });
    refused([&](Message& m, Envelope&) { m.calendar = mail::Calendar{.content = "x", .method = bad}; });
    refused([&](Message& m, Envelope&) { m.calendar = mail::Calendar{.content = "x", .file_name = bad}; });
  }
}

TEST(MailMessage, a_name_is_never_taken_for_an_address) {
  Envelope to = envelope;
  to.to.name = R"(evil@example.org" <other@example.org>, "x)";
  const auto text = mail::write(plain(), to);
  EXPECT_NE(text.find("To: \"evil@example.org\\\" <other@example.org>, \\\"x\"\r\n <zoe@example.org>\r\n"),
            std::string::npos)
      << text;
}

TEST(MailMessage, takes_plain_addresses_alone) {
  for (const char* good : {"a@b.fr", "zoe.muller+coopol@sous.example.org", "o'neil@example.org", "x@localhost"})
    EXPECT_TRUE(mail::valid_address(good)) << good;
  for (const char* bad : {"", "a", "@b.fr", "a@", "a@b", "a b@c.fr", "a@b.fr,c@d.fr", "<a@b.fr>", "a@b@c.fr",
                          "zoé@example.org", "a@b.fr\r\nRCPT TO:<x@y.fr>", "\"a\"@b.fr"})
    EXPECT_FALSE(mail::valid_address(bad)) << bad;
}

TEST(MailMessage, the_same_key_has_the_same_id) {
  const auto id = mail::message_id(std::string(32, 's'), "invitation 12 envoi 2", "noreply@lacoopol.example");
  EXPECT_EQ(id, mail::message_id(std::string(32, 's'), "invitation 12 envoi 2", "noreply@lacoopol.example"));
  EXPECT_NE(id, mail::message_id(std::string(32, 's'), "invitation 12 envoi 3", "noreply@lacoopol.example"));
  EXPECT_TRUE(id.ends_with("@lacoopol.example"));
}

TEST(MailEncoding, comes_back_as_it_went) {
  for (const std::string& text : std::vector<std::string>{"", "é", "a=b", "fin \n de ligne", "=C3=A9", "— « Été » —"})
    EXPECT_EQ(mail::from_quoted_printable(mail::quoted_printable(text)), text);
  for (const std::string& text : std::vector<std::string>{
           "Bonjour", "Réunion de section à Besançon, samedi 29 novembre à partir de 10 h 30, venez nombreuses",
           "=?UTF-8?B?w6k=?="}) {
    const auto header = mail::text_header("Subject", text);
    EXPECT_LE(header.find("\r\n"), 76u);
    EXPECT_EQ(mail::from_encoded_words(header.substr(9, header.size() - 11)), text);
  }
}

TEST(MailLetter, says_the_same_in_text_and_in_html_and_escapes) {
  Settings settings;
  const auto message = mail::letter(
      "Sujet",
      {.title = "Porte-à-porte <b>",
       .parts = {mail::Words{"Un\n\nDeux"}, mail::Quote{"On y va ?\nOui", "Inès"}, mail::Facts{{{"Où", "12 rue"}}},
                 mail::Buttons{{{"Je viens", "https://x.example/oui?a=1&b=2"}, {"Non", "javascript:alert(1)"}}},
                 mail::Small{"Petit"}},
       .why = "Parce que.",
       .unsubscribe = "https://x.example/stop"},
      settings);
  for (const char* words : {"Porte-à-porte", "Un", "Deux", "On y va ?", "Inès", "12 rue", "Je viens", "Petit",
                            "Parce que.", "https://x.example/stop"}) {
    EXPECT_NE(message.text.find(words), std::string::npos) << words;
    EXPECT_NE(message.html.find(words), std::string::npos) << words;
  }
  EXPECT_NE(message.text.find("https://x.example/oui?a=1&b=2"), std::string::npos);
  EXPECT_NE(message.html.find("https://x.example/oui?a=1&amp;b=2"), std::string::npos);
  EXPECT_EQ(message.html.find("javascript:"), std::string::npos);
  EXPECT_EQ(message.html.find("<b>"), std::string::npos);
  EXPECT_EQ(message.unsubscribe, "https://x.example/stop");
}

}  // namespace
