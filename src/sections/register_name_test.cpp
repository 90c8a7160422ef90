#include "sections/register_name.hpp"

#include <gtest/gtest.h>

TEST(RegisterName, S07_CapitalsBecomeReadable) {
  for (const auto& [typed, readable] : {std::pair{"DUPONT-MARTIN", "Dupont-Martin"},
                                        {"LEFÈVRE", "Lefèvre"},
                                        {"DE LA TOUR", "de La Tour"},
                                        {"DU BELLAY", "du Bellay"},
                                        {"LE GALL", "Le Gall"},
                                        {"D'ARTAGNAN", "d'Artagnan"},
                                        {"D’ALEMBERT", "d’Alembert"},
                                        {"O'BRIEN", "O'Brien"},
                                        {"N'DIAYE", "N'Diaye"},
                                        {"L'HERMITE", "L'Hermite"},
                                        {"DE", "De"},
                                        {"DOS SANTOS", "Dos Santos"},
                                        {"VAN DER MEER", "Van der Meer"},
                                        {"ÇELIK", "Çelik"},
                                        {"marie-ève", "Marie-Ève"},
                                        {"jean  pierre", "Jean  Pierre"},
                                        {"ИВАНОВА", "Иванова"}})
    EXPECT_EQ(sections::readable_name(typed), readable);
}

TEST(RegisterName, S07_WhatWasTypedWithCareStays) {
  for (const char* name :
       {"McDonald", "de la Tour", "van Gogh", "Lefèvre", "DuPont", "X", "", "李", "DUPONT dit Martin"})
    EXPECT_EQ(sections::readable_name(name), name);
}

TEST(RegisterName, S07_WhatIsNoName) {
  for (const char* name : {"zoe@exemple.fr", "=HYPERLINK(1)", "12 rue X", "<b>", "A/B"})
    EXPECT_TRUE(sections::is_suspect_name(name)) << name;
  for (const char* name : {"Zoé", "N'Diaye", "Marie-Ève", "St. John", "Dupont (Mme)", "Jean, Paul"})
    EXPECT_FALSE(sections::is_suspect_name(name)) << name;
}
