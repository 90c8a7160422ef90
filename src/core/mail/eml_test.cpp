#include "core/mail/eml.hpp"

#include <gtest/gtest.h>

#include "core/mail/message.hpp"

namespace {

using namespace std::chrono_literals;

const mail::Envelope envelope{{"la coopol", "noreply@lacoopol.example"},
                              {"Zoé Müller", "zoe@example.org"},
                              "0123456789abcdef0123@lacoopol.example",
                              std::chrono::sys_days{2026y / 3 / 29}};

TEST(Eml, says_what_was_written) {
  mail::Message message;
  message.subject = "Une réunion dont le sujet est bien trop long pour tenir sur une seule ligne d’en-tête";
  message.text = "Salut Zoé,\n\nà jeudi !\n" + std::string(200, 'x') + "\n";
  message.html = "<p>Salut <b>Zoé</b></p>\n";
  message.calendar = mail::Calendar{.content = "BEGIN:VCALENDAR\r\n"};
  const auto eml = mail::read_eml(mail::write(message, envelope));
  EXPECT_EQ(eml.subject, message.subject);
  EXPECT_EQ(eml.to, "Zoé Müller <zoe@example.org>");
  EXPECT_EQ(eml.text, message.text);
  EXPECT_EQ(eml.html, message.html);
  EXPECT_TRUE(eml.calendar);
}

TEST(Eml, of_text_alone) {
  mail::Message message;
  message.subject = "Court";
  message.text = "Salut\n";
  const auto eml = mail::read_eml(mail::write(message, envelope));
  EXPECT_EQ(eml.text, "Salut\n");
  EXPECT_TRUE(eml.html.empty() && !eml.calendar);
}

TEST(Eml, survives_what_is_none) {
  for (const char* text : {"", "\r\n", "Subject", "Content-Type: multipart/mixed; boundary=\"x\r\n\r\n--x\r\n",
                           "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x--x--x"})
    EXPECT_TRUE(mail::read_eml(text).text.empty());
}

}  // namespace
