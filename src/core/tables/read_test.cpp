#include "core/tables/read.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

namespace {

using testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

std::string in_encoding(const char* encoding, std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  std::string bytes(utf8.size() * 4 + 16, '\0');
  bytes.resize(static_cast<size_t>(ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<int32_t>(bytes.size()),
                                                utf8.data(), static_cast<int32_t>(utf8.size()), &error)));
  return bytes;
}

constexpr const char* small = "Prénom;Nom;Ville\r\nZoé;Lefèvre;Nîmes\r\nHélène;Forêt;Besançon\r\n";
const Rows small_rows{{"Prénom", "Nom", "Ville"}, {"Zoé", "Lefèvre", "Nîmes"}, {"Hélène", "Forêt", "Besançon"}};

std::optional<tables::Fault> fault(std::string_view bytes) {
  const auto problem = tables::read(bytes, [](const auto&) { return true; }).problem;
  return problem ? std::optional(problem->fault) : std::nullopt;
}

std::string repeated(size_t times, std::string_view text) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += text;
  return all;
}

struct EncodingCase {
  const char* icu_name;
  const char* mark;
};
class ReadEncoding : public testing::TestWithParam<EncodingCase> {};

TEST_P(ReadEncoding, S07_FrenchLettersArriveWhole) {
  const auto [name, mark] = GetParam();
  const auto head = tables::read_head(in_encoding(name, std::string(mark) + small));
  EXPECT_EQ(head.rows, small_rows);
  EXPECT_EQ(head.summary.separator, ';');
  EXPECT_EQ(head.summary.unreadable, 0u);
  EXPECT_FALSE(head.summary.problem);
}
INSTANTIATE_TEST_SUITE_P(Encodings, ReadEncoding,
                         testing::Values(EncodingCase{"UTF-8", ""}, EncodingCase{"UTF-8", "\uFEFF"},
                                         EncodingCase{"windows-1252", ""}, EncodingCase{"macintosh", ""},
                                         EncodingCase{"ibm-850", ""}, EncodingCase{"UTF-16LE", "\uFEFF"},
                                         EncodingCase{"UTF-16BE", "\uFEFF"}, EncodingCase{"UTF-16LE", ""},
                                         EncodingCase{"UTF-16BE", ""}));

TEST(ReadEncoding, S07_ALanguageThatIsNotFrenchIsLeftToUchardet) {
  const std::string russian = "Имя;Фамилия;Город\nАнна;Иванова;Москва\nПётр;Сидоров;Новосибирск\n";
  const auto head = tables::read_head(in_encoding("windows-1251", russian));
  ASSERT_EQ(head.rows.size(), 3u);
  EXPECT_THAT(head.rows[1], ElementsAre("Анна", "Иванова", "Москва"));
}

TEST(ReadEncoding, S07_DamagedUtf8IsCountedAndStaysUtf8) {
  const auto head = tables::read_head(repeated(20, "éé;ée\n") + "ab\xE9;c\n");
  EXPECT_EQ(head.summary.encoding, "UTF-8");
  EXPECT_EQ(head.summary.unreadable, 1u);
  EXPECT_EQ(head.rows.back()[0], "ab\uFFFD");
}

class ReadSeparator : public testing::TestWithParam<char> {};
TEST_P(ReadSeparator, S07_IsFoundBesideCommasInAddresses) {
  std::string text;
  for (const auto& row :
       Rows{{"Nom", "Adresse", "Ville"}, {"A", "\"3, rue X, bât. B\"", "Nancy"}, {"B", "\"12, rue Y\"", "Toul"}})
    text += row[0] + GetParam() + row[1] + GetParam() + row[2] + "\n";
  const auto head = tables::read_head(text);
  EXPECT_EQ(head.summary.separator, GetParam());
  EXPECT_THAT(head.rows[1], ElementsAre("A", "3, rue X, bât. B", "Nancy"));
}
INSTANTIATE_TEST_SUITE_P(Separators, ReadSeparator, testing::Values(';', ',', '\t'));

TEST(ReadSeparator, S07_SemicolonsWinOverUnquotedCommas) {
  EXPECT_EQ(tables::read_head("Nom;Adresse\nA;3, rue X, Nancy\nB;12, rue Y, Toul\nC;lieu-dit Z\n").summary.separator,
            ';');
}

TEST(ReadSeparator, S07_AFirstLineSepIsObeyedAndNoRow) {
  const auto head = tables::read_head("\uFEFFsep=,\r\na,b;c\r\n");
  EXPECT_EQ(head.rows, (Rows{{"a", "b;c"}}));
  EXPECT_THAT(head.lines, ElementsAre(1u));
}

TEST(ReadCsv, S07_LineBreaksAndQuotesInsideCells) {
  const auto head = tables::read_head("Nom;Adresse\r\n\"Du \"\"Pont\"\"\";\"3 rue X\r\nbât. B\"\r\nB;\"\"\r\n");
  EXPECT_EQ(head.rows, (Rows{{"Nom", "Adresse"}, {"Du \"Pont\"", "3 rue X\r\nbât. B"}, {"B"}}));
  EXPECT_THAT(head.lines, ElementsAre(1u, 2u, 3u)) << "row numbers as a spreadsheet shows them";
}

TEST(ReadCsv, S07_LineEndsOfEverySystemAndBlankRowsKeepTheNumbersRight) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    std::string text;
    for (const char* row : {"a;b", "", ";;", "c;d"}) text.append(row).append(end);
    const auto head = tables::read_head(text + "e;f");
    EXPECT_EQ(head.rows, (Rows{{"a", "b"}, {"c", "d"}, {"e", "f"}}));
    EXPECT_THAT(head.lines, ElementsAre(1u, 4u, 5u));
  }
}

TEST(ReadCsv, S07_FormulasAreText) {
  const auto head =
      tables::read_head("nom;tel\n\"=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";+33612345678\n@SUM(A1);-2+3\n");
  EXPECT_EQ(head.rows,
            (Rows{{"nom", "tel"}, {"=HYPERLINK(\"http://x\";\"y\")", "+33612345678"}, {"@SUM(A1)", "-2+3"}}));
}

TEST(ReadCsv, S07_ThreeColumnsAreFine) {
  EXPECT_EQ(tables::read_head("a;b;c\nd;e;f\n").summary.columns, 3u);
}

TEST(ReadCsv, S07_StopsWhenTheCallerHasEnough) {
  size_t seen = 0;
  const auto summary = tables::read("a\nb\nc\nd\n", [&](const auto&) { return ++seen < 2; });
  EXPECT_EQ(seen, 2u);
  EXPECT_FALSE(summary.problem);
}

TEST(ReadLimits, S07_ThreeHundredColumns) {
  const auto row = repeated(300, "x;") + "\n";
  const auto summary = tables::read("a;b\n" + row, [](const auto&) { return true; });
  ASSERT_TRUE(summary.problem);
  EXPECT_EQ(summary.problem->fault, tables::Fault::too_many_columns);
  EXPECT_EQ(tables::message(*summary.problem), "Ta feuille a 300 colonnes (ligne 2)\u202f; garde au plus 200.");
}

TEST(ReadLimits, S07_EmptyColumnsAtTheEndAreNoColumns) {
  EXPECT_EQ(tables::read_head("a;b" + std::string(16000, ';') + "\n").rows, (Rows{{"a", "b"}}));
}

TEST(ReadLimits, S07_CellsRowsAndBytes) {
  EXPECT_EQ(fault(repeated(10'000, "é") + ";b\n"), std::nullopt);
  EXPECT_EQ(fault(repeated(10'001, "é") + ";b\n"), tables::Fault::cell_too_long);
  EXPECT_EQ(fault(std::string(size_t{10} << 20, 'x')), tables::Fault::cell_too_long) << "one line of 10 MB";
  EXPECT_EQ(fault(repeated(size_t{5} << 20, "x;")), tables::Fault::too_many_columns) << "the same with separators";
  EXPECT_EQ(fault(repeated(tables::max_rows, "a\n")), std::nullopt);
  EXPECT_EQ(fault(repeated(tables::max_rows + 1, "a\n")), tables::Fault::too_many_rows);
  EXPECT_EQ(fault(std::string(tables::max_file_bytes + 1, '\n')), tables::Fault::file_too_big);
}

TEST(ReadDamaged, S07_EachKindHasItsName) {
  using std::string_literals::operator""s;
  EXPECT_EQ(fault(""), tables::Fault::empty);
  EXPECT_EQ(fault("\n;;\n \n"), tables::Fault::empty);
  EXPECT_EQ(fault("a;b\nc;\0d\n"s), tables::Fault::binary);
  EXPECT_EQ(fault("a;b\nc;\"d\ne;f\n"), tables::Fault::unclosed_quote);
  EXPECT_EQ(fault("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), tables::Fault::old_excel);
  EXPECT_EQ(fault("PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), tables::Fault::open_document);
  EXPECT_EQ(fault("PK\x03\x04..word/document.xml"), tables::Fault::other_format);
  EXPECT_EQ(fault("%PDF-1.7"), tables::Fault::other_format);
}

TEST(ReadDamaged, S07_TheLineIsNamed) {
  using std::string_literals::operator""s;
  EXPECT_EQ(tables::read_head("a;b\nc;\0d\n"s).summary.problem->line, 2u);
  EXPECT_EQ(tables::read_head("a;b\n\nc;\"d\ne;f\n").summary.problem->line, 3u);
}

}  // namespace
