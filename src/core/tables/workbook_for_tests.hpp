#pragma once
// Makes .xlsx files for tests: the parts that Excel writes for one sheet, in a zip.

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tables::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string deflated(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// PKWARE APPNOTE 4.3.6, the least that is valid.
inline std::string zipped(const Parts& parts) {
  const auto number = [](std::string& to, size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * i) & 0xFF);
  };
  std::string zip, directory;
  for (const auto& [name, text] : parts) {
    const auto offset = zip.size();
    const auto data = deflated(text);
    std::string common;
    for (const auto& [value, bytes] : std::initializer_list<std::pair<size_t, int>>{
             {20, 2},
             {0, 2},
             {8, 2},
             {0, 4},
             {crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())), 4},
             {data.size(), 4},
             {text.size(), 4},
             {name.size(), 2},
             {0, 2}})
      number(common, value, bytes);
    zip.append("PK\x03\x04").append(common).append(name).append(data);
    directory += "PK\x01\x02";
    number(directory, 20, 2);
    directory += common;
    directory.append(10, '\0');
    number(directory, offset, 4);
    directory += name;
  }
  const auto start = zip.size();
  zip += directory + "PK\x05\x06";
  number(zip, 0, 4);
  number(zip, parts.size(), 2);
  number(zip, parts.size(), 2);
  number(zip, directory.size(), 4);
  number(zip, start, 4);
  number(zip, 0, 2);
  return zip;
}

inline std::string in_xml(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return out;
}

struct Cell {
  enum Kind : unsigned char { text, number, date, formula } kind = text;
  std::string value;  // of a date: its serial number; of a formula: formula|value
};

inline std::string cell_xml(const Cell& cell, const std::string& at, std::vector<std::string>& strings) {
  const auto start = "<c r=\"" + at + "\"";
  if (cell.kind == Cell::number) return start + "><v>" + cell.value + "</v></c>";
  if (cell.kind == Cell::date) return start + " s=\"1\"><v>" + cell.value + "</v></c>";
  if (cell.kind == Cell::formula) {
    const auto bar = cell.value.find('|');
    return start + " t=\"str\"><f>" + in_xml(cell.value.substr(0, bar)) + "</f><v>" +
           in_xml(cell.value.substr(bar + 1)) + "</v></c>";
  }
  strings.push_back(cell.value);
  return start + " t=\"s\"><v>" + std::to_string(strings.size() - 1) + "</v></c>";
}

inline std::string sheet_xml(const std::vector<std::vector<Cell>>& rows, std::vector<std::string>& strings) {
  std::string xml = R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";
  for (size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].empty()) continue;
    const auto row = std::to_string(r + 1);
    xml += "<row r=\"" + row + "\">";
    for (size_t c = 0; c < rows[r].size(); ++c) xml += cell_xml(rows[r][c], static_cast<char>('A' + c) + row, strings);
    xml += "</row>";
  }
  return xml + "</sheetData></worksheet>";
}

/// The parts around a sheet, as they stand in every workbook.
inline Parts workbook_parts(const std::string& sheet, const std::string& shared_strings) {
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
      {"[Content_Types].xml",
       R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType=")" +
           type + R"(sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType=")" + type +
           R"(worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType=")" + type +
           R"(styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType=")" + type +
           R"(sharedStrings+xml"/></Types>)"},
      {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relation +
                              R"("><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
      {"xl/_rels/workbook.xml.rels",
       R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type=")" +
           relation + R"(/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)"},
      {"xl/styles.xml",
       "<styleSheet xmlns=\"" + main +
           R"("><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>)"},
      {"xl/sharedStrings.xml", shared_strings},
      {"xl/worksheets/sheet1.xml", sheet}};
}

inline std::string workbook(const std::vector<std::vector<Cell>>& rows) {
  std::vector<std::string> strings;
  const auto sheet = sheet_xml(rows, strings);
  std::string shared = R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)";
  for (const auto& text : strings) shared += "<si><t xml:space=\"preserve\">" + in_xml(text) + "</t></si>";
  return zipped(workbook_parts(sheet, shared + "</sst>"));
}

}  // namespace tables::testing
