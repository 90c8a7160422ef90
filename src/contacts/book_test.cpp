// Address books as programs write them; the people are made up.

#include "contacts/book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "core/utf8.hpp"

namespace {

using contacts::read_book;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Text = std::string;
using std::string_literals::operator""s;

// «Anna Martin <anna@exemple.test b@exemple.test>»
std::vector<Text> people(std::string_view file) {
  const auto book = read_book(file);
  EXPECT_EQ(book.problem, "");
  std::vector<Text> lines;
  for (const auto& contact : book.contacts) {
    auto line = contact.name + " <";
    for (const auto& address : contact.addresses) line += (line.ends_with('<') ? "" : " ") + address;
    lines.push_back(line + '>');
  }
  return lines;
}

Text card(const Text& lines, const Text& version = "3.0") {
  return "BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + lines + "END:VCARD\r\n";
}

TEST(AddressBook, A14_Google) {
  EXPECT_THAT(people("First Name,Middle Name,Last Name,Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail "
                     "2 - Value,Phone 1 - Value\r\n"
                     "Anna,,Martin,\"écrire à malik@exemple.test\",* Home,Anna@Exemple.test ::: a.martin@exemple.test,"
                     "Work,anna@travail.test,0612345678\r\n"
                     "Sans,,Courriel,,,,,,0612345678\r\n"),
              ElementsAre("Anna Martin <anna@exemple.test a.martin@exemple.test anna@travail.test>"));
}

TEST(AddressBook, A14_OutlookInFrenchAsWindowsWroteIt) {
  EXPECT_THAT(people("\"Titre\";\"Pr\xE9nom\";\"Nom\";\"Soci\xE9t\xE9\";\"Adresse de messagerie\";\"Type de "
                     "messagerie\";\"Nom complet de l'adresse de messagerie\"\r\n"
                     "\"\";\"Zo\xE9\";\"Lef\xE8vre\";\"\";\"zoe@exemple.test\";\"SMTP\";\"Zo\xE9 Lef\xE8vre "
                     "(zoe@exemple.test)\"\r\n"
                     "\"\";\"\";\"\";\"Caf\xE9 des Halles\";\"halles@exemple.test\";\"SMTP\";\"\"\r\n"),
              ElementsAre("Zoé Lefèvre <zoe@exemple.test>", "Café des Halles <halles@exemple.test>"));
}

TEST(AddressBook, A14_Thunderbird) {
  EXPECT_THAT(people("Prénom,Nom de famille,Nom à afficher,Surnom,Première adresse électronique,Adresse électronique "
                     "secondaire\nMalik,Benali,Malik B.,,malik@exemple.test,m@exemple.test\n"),
              ElementsAre("Malik B. <malik@exemple.test m@exemple.test>"));
}

TEST(AddressBook, A14_ATableWithoutTitles) {
  EXPECT_THAT(people("anna@exemple.test\nrien\nmalik@exemple.test;anna@exemple.test\n"),
              ElementsAre(" <anna@exemple.test>", " <malik@exemple.test>"));
}

TEST(AddressBook, A14_AppleWithGroupsPhotosAndFoldedLines) {
  EXPECT_THAT(
      people(card("PRODID:-//Apple Inc.//iPhone OS 17//EN\r\nN:Martin;Anna;;;\r\nFN:Anna Mar\r\n tin\r\n"
                  "item1.EMAIL;type=INTERNET;type=pref:an\r\n na@exemple.test\r\nitem1.X-ABLabel:_$!<Home>!$_"
                  "\r\nitem2.EMAIL;type=INTERNET:anna@travail.test\r\nTEL;type=CELL:06 12 34 56 78\r\n"
                  "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAASABIAAD\r\n 4QBARXhpZgAATU0AKgAAAAgAAYdp"
                  "AAQAA\r\n AABAAAAGgAAAA==\r\n") +
             card("ORG:Les Halles\\; marché;étage\r\nEMAIL:halles@exemple.test\r\n")),
      ElementsAre("Anna Martin <anna@exemple.test anna@travail.test>", "Les Halles; marché <halles@exemple.test>"));
}

TEST(AddressBook, A14_AnOldTelephoneInQuotedPrintable) {
  EXPECT_THAT(
      people(card("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Zo=C3=\r\n=A9;;;\r\n"
                  "EMAIL;INTERNET;PREF:zoe@exemple.test\r\n"
                  "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ\r\n AAAQABAAD\r\n\r\n"
                  "AGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Autre\r\nEMAIL:autre@exemple.test\r\nEND:VCARD\r\n",
                  "2.1") +
             card("FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:No=EBl\r\nEMAIL:noel@exemple.test\r\n", "2.1") +
             card("FN:Ir\xE8ne\r\n Roy\r\nEMAIL:irene@exemple.test\r\n", "2.1") +
             card("FN;CHARSET=NIMPORTE:Jo\xEB\r\nEMAIL:joe@exemple.test\r\n", "2.1")),
      ElementsAre("Zoé Lefèvre <zoe@exemple.test>", "Noël <noel@exemple.test>", "Irène Roy <irene@exemple.test>",
                  "Joë <joe@exemple.test>"));
}

TEST(AddressBook, A14_VersionFourAndParametersInQuotes) {
  EXPECT_THAT(
      people(card("N:Benali;Malik;;;\r\nFN;ALTID=1:Malik Benali\r\nEMAIL;PREF=1;TYPE=\"home:work;x\":malik@exemple."
                  "test\r\nemail;value=uri:mailto:m@exemple.test\r\nKIND:individual\r\n",
                  "4.0")),
      ElementsAre("Malik Benali <malik@exemple.test m@exemple.test>"));
}

TEST(AddressBook, A14_Utf16AndAnotherSystemsLineEnds) {
  const Text plain = "BEGIN:VCARD\rVERSION:3.0\rFN:Anna\rEMAIL:anna@exemple.test\rEND:VCARD\r";
  Text wide = "\xFE\xFF";
  for (const char c : plain) wide += "\0"s + c;
  EXPECT_THAT(people(wide), ElementsAre("Anna <anna@exemple.test>"));
  EXPECT_THAT(people("\xEF\xBB\xBF\n" + plain), ElementsAre("Anna <anna@exemple.test>"));
}

TEST(AddressBook, A14_AnAddressIsTakenOnceAndPeopleWithoutAreCounted) {
  const auto book =
      read_book(card("FN:Anna\r\nEMAIL:anna@exemple.test\r\n") + card("FN:Anna bis\r\nEMAIL:ANNA@exemple.test\r\n") +
                card("FN:Sans\r\nTEL:0612345678\r\n"));
  EXPECT_EQ(book.contacts.size(), 1u);
  EXPECT_EQ(book.without_address, 1u);
}

// Some tenths of a second each. What grew with the square of the file would take minutes; sanitizers and neighbours
// slow the rest down by tens at most.
TEST(HostileAddressBook, A14_IsRefusedInPlainWordsAndSoon) {
  Text flood = "BEGIN:VCARD\r\nVERSION:3.0\r\n", cards, cells = "mail\n", one_line = "BEGIN:VCARD\r\nFN:";
  while (flood.size() < contacts::max_file_bytes - 100) flood += "\r\n ";
  while (cards.size() < contacts::max_file_bytes - 100)
    cards += "BEGIN:VCARD\nFN;CHARSET=ISO-8859-1:\xE9\nN;CHARSET=ISO-8859-1:\xE9\nORG:\xE9\nEND:VCARD\n";
  while (cells.size() < contacts::max_file_bytes - 100) cells += "é@é;é@é;é@é;é@é;é@é\n";
  one_line.resize(contacts::max_file_bytes, 'x');
  Text many = "mail\n";
  for (size_t i = 0; i <= contacts::max_addresses; ++i) many += "a" + std::to_string(i) + "@exemple.test\n";
  const std::vector<std::pair<Text, Text>> files{
      {"", "vide"},
      {"BEGIN:VCARD\r\nFN:A\0b\r\nEND:VCARD"s, "illisibles"},
      {"mail\nanna\0@exemple.test\n"s, "n’est pas un carnet"},
      {"%PDF-1.7", "n’est pas un carnet"},
      {"PK\x03\x04xl/", "classeur"},
      {"Prénom;Nom\nAnna;Martin\n", "aucune adresse"},
      {card("FN:Anna\r\n"), "aucune adresse"},
      {flood, "aucune adresse"},
      {one_line, "aucune adresse"},
      {cards, "plus de 5\u202f000"},
      {cells, "plus de 5\u202f000"},
      {many, "plus de 5\u202f000"},
      {Text(contacts::max_file_bytes, 'x'), "Une cellule"},
      {Text(contacts::max_file_bytes + 1, 'x'), "8\u00a0Mo"},
  };
  for (const auto& [file, words] : files) {
    const auto start = std::clock();  // of this process alone
    EXPECT_THAT(read_book(file).problem, HasSubstr(words)) << file.substr(0, 60);
    EXPECT_LT(std::clock() - start, 20 * CLOCKS_PER_SEC) << file.substr(0, 60);
  }
}

// Good files with octets changed, lost and repeated: whatever comes out is text and keeps the limits.
TEST(HostileAddressBook, A14_DamagedFilesNeverMakeMoreThanContacts) {
  const std::vector<Text> good{
      card("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Zo=C3=\r\n=A9;;;\r\nEMAIL;PREF:zoe@exemple.test\r\n",
           "2.1") +
          card("item1.EMAIL;TYPE=\"a;b\":an\r\n na@exemple.test\r\nORG:Les\\; Halles\r\nPHOTO;ENCODING=b:/9j/\r\n "
               "4AA\r\n"),
      "Prénom,Nom,E-mail 1 - Value\r\n\"Anna\",\"Martin\",\"anna@exemple.test ::: b@exemple.test\"\r\n"};
  const Text bits = "\r\n =;:\\\"\0,@\xE9\xFF."s;
  std::mt19937 random(14);
  const auto below = [&](size_t n) { return random() % n; };
  for (int round = 0; round < 2000; ++round) {
    Text file = good[below(good.size())];
    for (size_t changes = 1 + below(8); changes > 0; --changes) {
      const auto at = below(file.size());
      switch (below(3)) {
        case 0:
          file[at] = bits[below(bits.size())];
          break;
        case 1:
          file.erase(at, 1 + below(5));
          break;
        default:
          file.insert(at, file.substr(below(file.size()), below(20)));
      }
      if (file.empty()) file = "x";
    }
    for (const auto& contact : read_book(file).contacts) {
      ASSERT_TRUE(utf8::valid(contact.name)) << file;
      ASSERT_EQ(contact.name.find_first_of("\r\n\t\0"s), Text::npos) << file;
      ASSERT_LE(utf8::length(contact.name), 80u);
      ASSERT_FALSE(contact.addresses.empty());
      for (const auto& address : contact.addresses) ASSERT_EQ(address.find_first_of(" \r\n<>\""), Text::npos) << file;
    }
  }
}

}  // namespace
