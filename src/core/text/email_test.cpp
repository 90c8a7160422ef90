#include "core/text/email.hpp"

#include <gtest/gtest.h>

namespace {

using email::Fault;

std::string address(std::string_view typed) {
  return email::read(typed).address;
}
Fault fault(std::string_view typed) {
  return email::read(typed).fault;
}

TEST(Email, S07_IsLowerCasedAndBared) {
  for (const char* typed : {"Zoe.Petit@Exemple.FR", " zoe.petit@exemple.fr\u00a0", "mailto:zoe.petit@exemple.fr",
                            "Zoé Petit <zoe.petit@exemple.fr>", "zoe.petit@exemple.fr.", "\"zoe.petit@exemple.fr\"",
                            "zoe.petit@exemple.fr;"})
    EXPECT_EQ(address(typed), "zoe.petit@exemple.fr") << typed;
  EXPECT_EQ(address("o'brien+coop@exemple.co.uk"), "o'brien+coop@exemple.co.uk");
}

TEST(Email, S07_InternationalDomainsBecomeAscii) {
  EXPECT_EQ(address("zoe@Élan.fr"), "zoe@xn--lan-9la.fr");
  EXPECT_EQ(address("zoe@例え.テスト"), "zoe@xn--r8jz45g.xn--zckzah");
}

TEST(Email, S06_InvalidOnesAreToldApart) {
  for (const char* typed : {"", " ", "néant", "-", "N/A", "NC"}) EXPECT_EQ(fault(typed), Fault::missing) << typed;
  for (const char* typed : {"a@exemple.fr; b@exemple.fr", "a@exemple.fr / b@exemple.fr", "a@exemple.fr b@exemple.fr"})
    EXPECT_EQ(fault(typed), Fault::several) << typed;
  EXPECT_EQ(fault("zoé@exemple.fr"), Fault::accent);
  for (const char* typed :
       {"zoe", "zoe@", "@exemple.fr", "zoe@exemple", "zoe@@exemple.fr", "zoe petit@exemple.fr", "zoe..petit@exemple.fr",
        ".zoe@exemple.fr", "zoe@-exemple.fr", "zoe@exemple..fr", "zoe@127.0.0.1", "zoe@[127.0.0.1]", "zoe@exemple.f",
        "zoe@exem_ple.fr", "zoe\\@exemple.fr", "zoe@exemple.fr>\r\nBcc: x@y.fr"})
    EXPECT_NE(fault(typed), Fault::none) << typed;
}

TEST(Email, S06_LimitsAreThoseOfSmtp) {
  const auto local = [](size_t size) { return std::string(size, 'a') + "@exemple.fr"; };
  EXPECT_EQ(fault(local(64)), Fault::none);
  EXPECT_EQ(fault(local(65)), Fault::malformed);
  const auto domain = [](size_t last_label) {
    const auto label = std::string(60, 'b') + ".";
    return "@" + label + label + label + std::string(last_label, 'b') + ".fr";
  };
  EXPECT_EQ(fault(std::string(64, 'a') + domain(3)), Fault::none) << "254 octets";
  EXPECT_EQ(fault(std::string(64, 'a') + domain(4)), Fault::malformed) << "255 octets";
  EXPECT_EQ(fault("a" + domain(63) + "." + std::string(60, 'b') + ".fr"), Fault::malformed) << "a domain too long";
  EXPECT_EQ(fault("a@" + std::string(64, 'b') + ".fr"), Fault::malformed) << "a label of 64 octets";
}

TEST(Email, S07_SlipsInUsualDomainsAreOnlySuggested) {
  for (const auto& [typed, meant] : {std::pair{"zoe@gmial.com", "gmail.com"},
                                     {"zoe@gmai.com", "gmail.com"},
                                     {"zoe@hotmail.con", "hotmail.com"},
                                     {"zoe@orangee.fr", "orange.fr"},
                                     {"zoe@wanado.fr", "wanadoo.fr"}}) {
    EXPECT_EQ(email::read(typed).suggestion, meant);
    EXPECT_EQ(fault(typed), Fault::none);
  }
  for (const char* right :
       {"zoe@gmail.com", "zoe@yahoo.fr", "zoe@live.fr", "zoe@free.fr", "zoe@exemple.fr", "zoe@hotmail.fr"})
    EXPECT_EQ(email::read(right).suggestion, "") << right;
}

}  // namespace
