#include "foot/message.hpp"

#include <gtest/gtest.h>

#include "foot/texts.hpp"

namespace {

constexpr std::string_view here = "https://coopol.example.org";

TEST(Foot, C05_AReportKnowsThePageItCameFrom) {
  EXPECT_EQ(foot::page_of("https://coopol.example.org/evenements/12?jour=3", here), "/evenements/12");
  EXPECT_EQ(foot::page_of("", here), "");
  EXPECT_EQ(foot::page_of("https://exemple.test/evenements/12", here), "");
  EXPECT_EQ(foot::page_of("https://coopol.example.org.exemple.test/x", here), "");
}

TEST(Foot, C05_AReportNeverHoldsTheKeyOfALink) {
  EXPECT_EQ(foot::page_of("https://coopol.example.org/invitation/" + std::string(70, 'a'), here), "");
}

TEST(Foot, C05_TheLegalNoticeSaysWhatIsStillToBeFilledIn) {
  Settings settings;
  settings.legal_host = "Hébergeur & fils";
  EXPECT_EQ(foot::filled_in("{éditeur} / {hébergeur} / {hébergeur}", settings),
            "*à renseigner par l’exploitant du site* / Hébergeur & fils / Hébergeur & fils");
}

}  // namespace
